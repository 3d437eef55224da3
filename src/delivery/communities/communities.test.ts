// Communities: curves are recovered, comparisons hold zero where there is none, questions find verified skill, strangers show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextUniform, openStream, streamKey } from '#kernel';
import {
  adoptedShare,
  communityHealth,
  differenceInDifferences,
  fitAdoption,
  routeQuestion,
  strangersTo,
  type CommunityRecord,
  type PlaceChange,
  type PracticeRecord,
} from '#delivery';

const TRUE = { p: 0.01, q: 0.25 };

/** Adoption of each place of an audience by chance, along a known curve. */
function drawnAdoptions(seed: number, audience: number, months: number): readonly number[] {
  const stream = openStream(streamKey(seed));
  const byMonth = Array.from({ length: months }, () => 0);
  for (let place = 0; place < audience; place++) {
    const chance = nextUniform(stream);
    const month = byMonth.findIndex((_, index) => adoptedShare(index + 1, TRUE) * 0.8 > chance);
    if (month >= 0) byMonth[month] = (byMonth[month] ?? 0) + 1;
  }
  return byMonth;
}

test('a curve is recovered from what it makes', () => {
  const audience = 10_000;
  const byMonth = Array.from({ length: 36 }, (_, month) =>
    Math.round(8000 * (adoptedShare(month + 1, TRUE) - adoptedShare(month, TRUE))),
  );
  const curve = fitAdoption({ byMonth, audience });
  assert.ok(curve !== null);
  assert.ok(Math.abs(curve.innovation.best / TRUE.p - 1) < 0.05, String(curve.innovation.best));
  assert.ok(Math.abs(curve.imitation.best / TRUE.q - 1) < 0.05, String(curve.imitation.best));
  assert.ok(Math.abs(curve.adopters.best / 8000 - 1) < 0.02, String(curve.adopters.best));
  const half = Math.log(2 + TRUE.q / TRUE.p) / (TRUE.p + TRUE.q);
  assert.ok(Math.abs(curve.monthsToHalf.best - half) < 0.3, String(curve.monthsToHalf.best));
});

test('intervals of a curve hold the truth about eight times in ten', () => {
  const runs = 40;
  let [p, q, half] = [0, 0, 0];
  for (let seed = 1; seed <= runs; seed++) {
    const curve = fitAdoption({ byMonth: drawnAdoptions(seed, 120, 24), audience: 120 });
    assert.ok(curve !== null);
    const holds = ({ low, high }: { readonly low: number; readonly high: number }, value: number) =>
      Number(low <= value && value <= high);
    p += holds(curve.innovation, TRUE.p);
    q += holds(curve.imitation, TRUE.q);
    half += holds(curve.monthsToHalf, Math.log(2 + TRUE.q / TRUE.p) / (TRUE.p + TRUE.q));
  }
  // A binomial of 40 at 0.8 has a standard deviation of 2.5: three of them either way.
  for (const [name, held] of Object.entries({ p, q, half })) assert.ok(held >= 24 && held <= 40, `${name}: ${held}`);
});

test('two adopters tell of no curve', () => {
  assert.equal(fitAdoption({ byMonth: [1, 0, 1], audience: 40 }), null);
});

function drawnChanges(seed: number, effect: number): readonly PlaceChange[] {
  const stream = openStream(streamKey(seed, 7));
  return Array.from({ length: 40 }, (_, index) => {
    const hasMembers = index % 2 === 0;
    const before = 10 + nextUniform(stream);
    const noise = nextUniform(stream) - 0.5;
    return {
      place: `P${index}`,
      hasMembers,
      earlier: before,
      before,
      after: before + 1 + noise + (hasMembers ? effect : 0),
    };
  });
}

test('where members change nothing the interval holds 0 about eight times in ten; a true effect is found', () => {
  let held = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const reading = differenceInDifferences(drawnChanges(seed, 0), seed);
    if (reading !== null && reading.p10 <= 0 && reading.p90 >= 0) held++;
  }
  assert.ok(held >= 38 && held <= 58, String(held));
  const found = differenceInDifferences(drawnChanges(1, 2), 1);
  assert.ok(found !== null && found.p10 > 1.7 && found.p90 < 2.3);
  assert.equal(found.earlierDifference, 0);
  assert.deepEqual(differenceInDifferences(drawnChanges(1, 2), 1), found);
});

test('two places on a side are too few to compare', () => {
  assert.equal(differenceInDifferences(drawnChanges(1, 0).slice(0, 5), 1), null);
});

test('a question goes to verified skill, the best first, and never back to who asks', () => {
  const question = { skill: 'interoperability', level: 'practitioner', askedBy: 'm-0' } as const;
  const skill = { skill: 'interoperability', level: 'practitioner', trust: 0.9, isVerified: true } as const;
  const routed = routeQuestion(
    question,
    [
      { member: 'm-0', skills: [skill], openQuestions: 0 },
      { member: 'm-1', skills: [{ ...skill, isVerified: false }], openQuestions: 0 },
      { member: 'm-2', skills: [{ ...skill, level: 'working' }], openQuestions: 0 },
      { member: 'm-3', skills: [skill], openQuestions: 1 },
      { member: 'm-4', skills: [skill], openQuestions: 0 },
    ],
    3,
  );
  assert.deepEqual(
    routed.map(({ member, score }) => [member, score]),
    [
      ['m-4', 0.9],
      ['m-2', 0.45],
      ['m-3', 0.45],
    ],
  );
  assert.match(routed[1]?.because ?? '', /1 below the level asked for/);
});

const community: CommunityRecord = {
  name: 'Shared records',
  purpose: 'To make records follow the patient.',
  place: 'HAM',
  requirements: ['REC-1'],
  members: ['A', 'B', 'C'].map((place) => ({ place, role: 'data-analyst', people: 4, from: '2025-01', until: null })),
  conveners: [{ office: 'Chief analyst', place: 'A', from: '2025-01', until: '2026-12', successor: null }],
  activity: Array.from({ length: 12 }, (_, month) => ({
    month: `2026-${String(month + 1).padStart(2, '0')}`,
    gatherings: 1,
    activePeople: 6,
    asked: 3,
    answered: 3,
  })),
  links: [],
  state: 'maturing',
};

const practice: PracticeRecord = {
  title: 'One record list',
  summary: 'How to keep one list.',
  community: 'c-1',
  place: 'A',
  office: 'Chief analyst',
  version: '1.0',
  requirements: ['REC-1'],
  address: null,
  evidence: [],
  audience: ['A', 'B', 'C', 'D'],
  adopted: [{ place: 'A', month: '2026-03', version: '1.0' }],
  reviewBy: '2027-03',
  state: 'current',
};

test('a living community is told from one that has gone quiet, and a convener without successor is a concern', () => {
  const living = communityHealth(community, 322);
  assert.equal(living.suggests, 'maturing');
  assert.equal(living.activeShare, 0.5);
  assert.ok(living.concerns.some((each) => each.includes('no successor')));
  assert.equal(communityHealth(community, 345).suggests, 'transformation');
});

test('a place that is asked to deliver and shares no community with one that has is a stranger', () => {
  const asked = [{ requirement: 'REC-1', places: ['A', 'B', 'D'] }];
  const strangers = strangersTo(asked, [{ id: 'c-1', body: community }], [practice]);
  assert.deepEqual(strangers, [{ requirement: 'REC-1', place: 'D', deliverers: ['A'], communities: ['c-1'] }]);
});
