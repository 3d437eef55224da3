// Holds the kinds of record about people in programmes: a plan that stays, a decision with a reason, wishes of one's own.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Cohort, decidedPlacements, type PlacementRoundRecord, placementRoundRecordSchema } from '#pathways';
import type { Member } from '../access/member.ts';
import type { Action } from '../access/permissions.ts';
import { isPermitted } from '../access/permit.ts';
import { PEOPLE_KINDS } from './people-kinds.ts';
import { NO_RULE, stepRefusal } from './step-rule.ts';
import { SAMPLE_ROUND } from '../../../tests/support/sample-round.ts';

const planner: Member = memberOf('planner', 'national-planner');
const lead: Member = memberOf('lead', 'organisation-lead');
const staff: Member = memberOf('staff', 'member-of-staff');

const cohort: Cohort = {
  id: 'c1',
  programme: 'data-apprentices',
  place: 'MILL',
  plannedStart: '2026-09',
  expectedStart: '2026-09',
  supervisorFte: 1,
  startersByAge: [],
  planned: { applied: 40, offered: 12, started: 10, droppedOut: 2, completed: 8, inPost: 7, inPostAt12Months: 6 },
  actual: {
    applied: null,
    offered: null,
    started: null,
    droppedOut: null,
    completed: null,
    inPost: null,
    inPostAt12Months: null,
  },
  countedIn: 'plan',
  state: 'recruiting',
};

const proposed: PlacementRoundRecord = {
  ...SAMPLE_ROUND,
  proposals: [
    {
      month: '2027-01',
      method: 'cheapest',
      roundHash: 'abc',
      placements: [
        { person: 'p1', place: 'MILL', choice: 1 },
        { person: 'p2', place: null, choice: null },
      ],
    },
  ],
  state: 'proposed',
};
const decided: PlacementRoundRecord = {
  ...proposed,
  decision: {
    office: 'Head of placements',
    month: '2027-01',
    reason: 'As proposed, but for one.',
    changes: [
      { person: 'p1', place: null, reason: 'Left the programme.' },
      { person: 'p2', place: 'MILL', reason: 'The post is free now.' },
    ],
  },
  state: 'decided',
};

describe('a placement round', () => {
  const steps = kindOf('placement-round').transitions;

  test('cannot be decided, nor published, without a decision and its reason', () => {
    assert.equal(faultsOf({ ...decided, decision: null }).length, 1);
    assert.equal(faultsOf({ ...decided, state: 'published', decision: null }).length, 1);
    const mute = decided.decision === null ? null : { ...decided.decision, reason: '' };
    assert.equal(faultsOf({ ...decided, decision: mute }).length, 1);
    assert.deepEqual(faultsOf(decided), []);
  });

  test('is only published after it was decided, and only proposed after it was run', () => {
    for (const [from, into] of Object.entries(steps)) {
      assert.equal(into.includes('published'), from === 'decided', from);
      assert.equal(into.includes('decided'), from === 'proposed', from);
      assert.equal(into.includes('proposed'), from === 'run', from);
    }
  });

  test('is decided by whoever approves, never by a mere change', () => {
    assert.match(refusalOf('placement-round', { before: proposed, after: decided, action: 'change' }), /'approve'/);
    assert.equal(refusalOf('placement-round', { before: proposed, after: decided, action: 'approve' }), '');
  });

  test('keeps every proposal as it was, whatever is decided', () => {
    const [first] = proposed.proposals;
    assert.ok(first !== undefined);
    const forged = { ...decided, proposals: [{ ...first, placements: first.placements.toReversed() }] };
    assert.match(
      refusalOf('placement-round', { before: proposed, after: forged, action: 'approve' }),
      /only ever added/,
    );
  });

  test('does not change its lottery, weights or posts once it is run', () => {
    for (const over of [
      { seed: 8 },
      { weights: { ...SAMPLE_ROUND.weights, unplaced: 0 } },
      { supervisorFtePerPerson: 0.2 },
    ]) {
      const after = { ...proposed, ...over };
      const told = refusalOf('placement-round', { before: { ...proposed, state: 'run' }, after, action: 'change' });
      assert.match(told, /cannot change/);
    }
  });

  test('places nobody before the decision, and then as proposed but for what was decided otherwise', () => {
    assert.equal(decidedPlacements(proposed).size, 0);
    assert.deepEqual(
      [...decidedPlacements(decided)],
      [
        ['p1', null],
        ['p2', 'MILL'],
      ],
    );
  });
});

describe('wishes', () => {
  const wishes = { round: 'r', person: 'staff', area: 'north', preferences: ['MILL'], acceptsUnlisted: false };
  const body = { ...wishes, mostTravelMinutes: null, state: 'draft' };

  test('are made in one’s own name alone', () => {
    assert.equal(refusalOf('placement-preference', { before: null, after: body, action: 'create', actor: staff }), '');
    const told = refusalOf('placement-preference', { before: null, after: body, action: 'create', actor: planner });
    assert.match(told, /names somebody else/);
  });

  test('are read by the person alone, by no lead and not by who runs the round', () => {
    const { resource, scopeOf } = kindOf('placement-preference');
    const target = { resource, ...scopeOf(body) };
    const mayRead = (member: Member) => isPermitted(member, 'read', { target, isBelow: () => true });
    assert.deepEqual([staff, planner, lead].map(mayRead), [true, false, false]);
    assert.equal(mayRead(memberOf('colleague', 'member-of-staff')), false);
  });
});

describe('a cohort and a badge', () => {
  test('what was planned of a cohort stays as it was once it recruits, and its slip is told beside it', () => {
    const slipped = { ...cohort, expectedStart: '2027-03' };
    assert.equal(refusalOf('cohort', { before: cohort, after: slipped, action: 'change' }), '');
    const rewritten = { ...cohort, plannedStart: '2027-03' };
    assert.match(refusalOf('cohort', { before: cohort, after: rewritten, action: 'change' }), /'plannedStart'/);
  });

  test('a funnel that widens is refused by its field', () => {
    const { schema } = kindOf('cohort');
    const parsed = schema.safeParse({ ...cohort, planned: { ...cohort.planned, inPost: 9 } });
    assert.deepEqual(parsed.error?.issues[0]?.path, ['planned', 'inPost']);
  });

  test('a badge is taken back with a reason, and nothing else of it ever changes', () => {
    const badge = {
      person: 'staff',
      place: 'MILL',
      statusPlace: 7,
      credential: 'urn:uuid:1',
      name: 'Data analysis',
      skill: 'digital/data-analysis',
      level: 'working',
      issuer: 'did:key:z6Mk',
      issuedMonth: '2026-11',
      validUntilMonth: null,
      document: '{}',
      revoked: null,
      state: 'issued',
    };
    const { schema } = kindOf('badge');
    assert.ok(schema.safeParse(badge).success);
    assert.ok(!schema.safeParse({ ...badge, state: 'revoked' }).success);
    const back = { ...badge, state: 'revoked', revoked: { month: '2026-12', reason: 'Issued by mistake' } };
    assert.ok(schema.safeParse(back).success);
    assert.equal(refusalOf('badge', { before: badge, after: back, action: 'change' }), '');
    const grown = { ...badge, level: 'expert' };
    assert.match(refusalOf('badge', { before: badge, after: grown, action: 'change' }), /'level'/);
  });
});

function kindOf(name: string) {
  const kind = PEOPLE_KINDS.find((each) => each.kind === name);
  assert.ok(kind !== undefined, name);
  return kind;
}

function faultsOf(body: unknown): readonly string[] {
  return placementRoundRecordSchema.safeParse(body).error?.issues.map(({ message }) => message) ?? [];
}

type Step = { readonly before: unknown; readonly after: unknown; readonly action: Action; readonly actor?: Member };

/** What is said against a step; empty where it may be taken. */
function refusalOf(name: string, { before, after, action, actor = planner }: Step): string {
  const { rule = NO_RULE, stateOf, scopeOf, transitions, kind } = kindOf(name);
  const stored = (body: unknown) => ({
    kind,
    id: 'r1',
    version: 1,
    ...scopeOf(body),
    state: stateOf(body),
    body,
    changedBy: 'somebody',
    changedAt: '2026-11-22T00:00:00.000Z',
    isRemoved: false,
  });
  const state = before === null ? '' : stateOf(before);
  const step = {
    actor,
    action,
    before: before === null ? null : stored(before),
    after: { state: stateOf(after), body: after, party: null },
    isBelow: () => true,
    verifier: null,
    hands: [],
    hasEnded: before !== null && transitions[state]?.length === 0,
  };
  return stepRefusal(rule, step)?.message ?? '';
}

function memberOf(id: string, role: Member['role']): Member {
  return { id, tenant: 'hamlet', role, place: 'HAM', supplier: null, displayName: id };
}
