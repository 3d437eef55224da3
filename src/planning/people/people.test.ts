// Routes, frameworks, crosswalks and hybrid roles on the smallest pack, as a planner meets them.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPack } from '#pack';
import { showAll } from '#pathways';
import { createInlineSimulator } from '#workers';
import type { Pack } from '../ports.ts';
import { crosswalkAnswer } from './crosswalk-page.ts';
import { findRoutes, type FoundRoutes, type RouteRequest } from './find-routes.ts';
import { frameworkDiffAnswer } from './frameworks-page.ts';
import { type HybridDesign, readDesign } from './hybrid-design.ts';
import { hybridAnswer } from './hybrid-page.ts';
import { routesAnswer } from './routes-page.ts';

const read = await readPack(join(fileURLToPath(new URL('../../../packs', import.meta.url)), 'hamlet'));
assert.ok(read.ok);
const hamlet: Pack = read.value;
const APRIL_2026 = 315;
const MAY_2033 = 400;

const nobodyCounts = { history: () => null, protect: showAll };
const ask = (over: Partial<RouteRequest>): FoundRoutes => {
  const found = findRoutes(hamlet, request(over), nobodyCounts);
  assert.ok(found.ok, JSON.stringify(found));
  return found.value;
};
const request = (over: Partial<RouteRequest>): RouteRequest => ({
  from: 'service-technician',
  holding: [],
  to: null,
  objective: 'effort',
  measure: 'coverage',
  framework: null,
  most: 20,
  asOf: APRIL_2026,
  ...over,
});
const refusal = (over: Partial<RouteRequest>): string => {
  const found = findRoutes(hamlet, request(over), nobodyCounts);
  assert.ok(!found.ok);
  return found.problems.map(({ message }) => message).join();
};

describe('routes in a pack', () => {
  test('a programme that is open is a way in, with its months, its price and the skills to gain', () => {
    const [route] = ask({ to: 'data-analyst:5' }).routes;
    assert.equal(route?.steps.length, 1);
    const [step] = route.steps;
    assert.equal(step?.kind, 'programme');
    assert.deepEqual([step.months, step.costGbp, step.completionShare], [24, 15_000, 0.605]);
    assert.deepEqual(
      step.skills.map(({ name, from, to, hours }) => [name, from, to, hours]),
      [
        ['Data analysis', null, 'working', 70],
        ['Data quality', null, 'working', 70],
      ],
    );
  });

  test('a programme that has closed takes nobody in', () => {
    const kinds = ask({ to: 'data-analyst:5', asOf: MAY_2033 }).routes[0]?.steps.map(({ kind }) => kind);
    assert.ok(kinds !== undefined && !kinds.includes('programme'));
  });

  test('a move that the pack knows is taken for what it is', () => {
    const [route] = ask({ from: 'service-technician:6', to: 'data-analyst:6' }).routes;
    assert.deepEqual(
      route?.steps.map(({ kind }) => kind),
      ['known move'],
    );
  });

  test('a hybrid role is reached from its profession, and from no other without the registration', () => {
    const [route] = ask({ from: 'nursing', to: 'nurse-informatician' }).routes;
    assert.equal(route?.to, 'nurse-informatician:6');
    assert.equal(route.steps[0]?.isHybrid, true);
    assert.match(refusal({ from: 'data-analyst', to: 'nurse-informatician' }), /no route leads/);
  });

  test('skills somebody holds shorten the way, and what nobody lists is refused', () => {
    const plain = ask({ to: 'data-analyst:5' }).routes[0]?.hours ?? 0;
    const helped = ask({ to: 'data-analyst:5', holding: ['Data analysis=working'] }).routes[0]?.hours ?? 0;
    const byKey = ask({ to: 'data-analyst:5', holding: ['digital/data-analysis=working'] }).routes[0]?.hours;
    // The 70 hours of the skill itself, and a fifth of them for the skill that the framework calls related to it.
    assert.equal(plain - helped, 84);
    assert.equal(byKey, helped);
    assert.match(refusal({ holding: ['Juggling=working'] }), /--holding is 'Juggling=working'/);
    assert.match(refusal({ holding: ['Data analysis=fluent'] }), /one of awareness, working/);
  });

  test('without a goal each role comes once, and of the own role only what lies above', () => {
    const { routes } = ask({ from: 'data-analyst:5' });
    const roles = routes.map(({ to }) => to.split(':')[0]);
    assert.equal(new Set(roles).size, roles.length);
    assert.equal(routes.find(({ to }) => to.startsWith('data-analyst'))?.to, 'data-analyst:6');
  });

  test('the levels of a framework are stops of their own', () => {
    const { routes } = ask({ framework: 'digital', from: 'analyst', to: 'senior-analyst' });
    assert.deepEqual(
      routes[0]?.steps.map(({ kind }) => kind),
      ['promotion'],
    );
    assert.match(refusal({ framework: 'digits' }), /no framework in skills\/frameworks\/ has that id/);
  });

  test('who has done a step is told as the reader may see it', () => {
    const found = findRoutes(hamlet, request({ to: 'data-analyst:5' }), {
      history: ({ from, to }) => (from === 'service-technician:5' && to === 'data-analyst:5' ? 3 : 0),
      protect: (count) => ({ shown: null, says: count < 8 ? 'a few' : 'some' }),
    });
    assert.ok(found.ok);
    assert.deepEqual(found.value.routes[0]?.steps[0]?.done, { shown: null, says: 'a few' });
    const { page } = routesAnswer(hamlet, { asOf: APRIL_2026 }, found.value);
    assert.ok(page.sections[0]?.groups[0]?.rows[0]?.includes('a few'));
  });

  test('a pack without terms says that it has none', () => {
    const bare = { ...hamlet, skills: { ...hamlet.skills, terms: [] } };
    const found = findRoutes(bare, request({}), nobodyCounts);
    assert.ok(!found.ok);
    assert.match(found.problems[0]?.message ?? '', /no terms of learning/);
  });
});

describe('frameworks and crosswalks', () => {
  test('a new version names the posts that it touches and how many people hold them', () => {
    const [digital] = hamlet.skills.frameworks.filter(({ id }) => id === 'digital');
    assert.ok(digital !== undefined);
    const raised = {
      ...digital,
      version: '2.0.0',
      published: '2026-10',
      roles: digital.roles.map((role) => ({
        ...role,
        levels: role.levels.map((level) =>
          level.id === 'senior-analyst'
            ? { ...level, needs: level.needs.map((need) => ({ ...need, level: 'expert' as const })) }
            : level,
        ),
      })),
    };
    const pack = { ...hamlet, skills: { ...hamlet.skills, frameworks: [raised, ...hamlet.skills.frameworks] } };
    const answer = frameworkDiffAnswer(pack, { framework: 'digital', before: null, asOf: APRIL_2026 }, showAll);
    assert.ok(answer.ok);
    const { before, after, levels } = answer.value.data;
    assert.deepEqual([before, after], ['1.0.0', '2.0.0']);
    assert.deepEqual(levels, [
      {
        level: 'senior-analyst',
        says: [
          'Data analysis: practitioner becomes expert',
          'Data quality: practitioner becomes expert',
          'Explaining figures: working becomes expert',
        ],
        posts: ['data-analyst:6'],
        people: '9',
      },
    ]);
  });

  test('one version alone cannot be compared', () => {
    const answer = frameworkDiffAnswer(hamlet, { framework: 'digital', before: null, asOf: APRIL_2026 }, showAll);
    assert.ok(!answer.ok);
    assert.match(answer.problems[0]?.message ?? '', /has 1 version in the pack; a comparison takes two/);
  });

  test('coverage is told before and after what is confirmed, and proposals stand apart', () => {
    const answer = crosswalkAnswer(hamlet, {
      from: 'clinical',
      to: 'digital',
      leastSimilarity: 0.05,
      mostPerSkill: 3,
      asOf: APRIL_2026,
    });
    assert.ok(answer.ok);
    const { coverage, confirmed, proposals } = answer.value.data;
    const [all] = coverage;
    assert.ok(all !== undefined && all.byNames < all.confirmed && all.confirmed <= all.ifAllConfirmed);
    assert.equal(confirmed.length, 2);
    assert.ok(proposals.length > 0 && proposals.every(({ saidBy }) => saidBy === null));
  });
});

describe('a hybrid role', () => {
  const design: HybridDesign = {
    id: 'ward-analyst',
    name: 'Ward analyst',
    family: 'clinical-informatics',
    band: '6',
    sourceProfession: 'nursing',
    parts: [
      { profession: 'nursing', shareOfFte: 0.5, like: 'nurse-informatician:6' },
      { profession: 'digital', shareOfFte: 0.5, like: 'data-analyst:5' },
    ],
    registrations: [],
    skills: [],
    startsPerYear: 4,
    trainingMonths: 12,
    completionShare: 1,
    costGbpPerStart: 10_000,
    protectedTimeShare: 0.2,
    backfillShare: 0.5,
  };
  const world = {
    simulator: createInlineSimulator(),
    control: { onProgress: () => undefined, signal: { aborted: false } },
    protect: showAll,
  };
  const answerFor = (over: Partial<HybridDesign>) =>
    hybridAnswer(hamlet, { design: { ...design, ...over }, scenario: 'as-things-stand', asOf: APRIL_2026 }, world);

  test('it shows who could fill it, what its source loses, and a gap that each completion narrows by its digital share', async () => {
    const answer = await answerFor({});
    assert.ok(answer.ok, JSON.stringify(answer));
    const { level, couldFill, loss, effect, isAskedFor } = answer.value.data;
    assert.deepEqual(level.registrations, ['Nursing and Midwifery Council']);
    assert.equal(level.needs.length, 4);
    const able = couldFill.filter(({ missingRegistrations }) => missingRegistrations.length === 0);
    assert.deepEqual(
      able.map(({ level: post }) => post),
      ['nurse-informatician:6', 'nurse-informatician:7'],
    );
    assert.deepEqual(
      [loss.studyFte, loss.unfilledStudyFte, loss.givenUpFtePerYear].map((fte) => fte.toFixed(6)),
      ['0.800000', '0.400000', '2.000000'],
    );
    assert.equal(isAskedFor, false);
    const [first] = effect;
    // Four a year were in training before the base month, so a year brings four; those who leave meanwhile bring less.
    assert.ok(first !== undefined && first.supplyFte > 1.5 && first.supplyFte <= 2);
    for (const point of effect) assert.ok(Math.abs(point.gapFte - point.supplyFte) < 1e-9);
  });

  test('without starts it changes nothing', async () => {
    const answer = await answerFor({ startsPerYear: 0 });
    assert.ok(answer.ok);
    for (const { supplyFte, gapFte, costGbp } of answer.value.data.effect) {
      assert.deepEqual([supplyFte, gapFte, costGbp], [0, 0, 0]);
    }
  });

  test('a design whose shares do not add up, or that names what is not there, is refused', async () => {
    const told = async (over: Partial<HybridDesign>) => {
      const answer = await answerFor(over);
      assert.ok(!answer.ok);
      return answer.problems.map(({ message }) => message).join();
    };
    const [part] = design.parts;
    assert.ok(part !== undefined);
    assert.match(await told({ parts: [part] }), /shares of a hybrid role's parts add up to 1/);
    assert.match(await told({ band: '9' }), /band is '9', but no band has that id/);
    assert.match(await told({ parts: [{ ...part, shareOfFte: 1, like: 'ghost:6' }] }), /like is 'ghost:6'/);
    const form = readDesign({ ...design, startsPerYear: -1, colour: 'red' }, 'design.yaml');
    assert.ok(!form.ok);
    assert.equal(form.problems.length, 2);
  });
});
