// Holds routes to what trying every way finds, learning to its laws, and the published measure to its published figures.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { groupBy } from '#kernel';
import { SKILL_LEVELS } from '#workforce';
import {
  CAREER_CAUSEWAYS,
  coverageMeasure,
  gapsBetween,
  type LearningTerms,
  type LevelNeed,
  matchOverlap,
  matchScore,
  NO_CREDIT,
  OBJECTIVES,
  type Objective,
  type Programme,
  type RoleLevel,
  routeBetween,
  routeGraph,
  type RouteGraph,
  type RouteRules,
  routesFrom,
  wholeHours,
} from '../index.ts';

const learning: LearningTerms = {
  hoursFromBelow: { awareness: 10, working: 50, practitioner: 150, expert: 300 },
  hoursPerMonth: 16,
  costGbpPerHour: 5,
};
const needs: fc.Arbitrary<readonly LevelNeed[]> = fc.uniqueArray(
  fc.record({
    skill: fc.integer({ min: 0, max: 4 }).map((number) => `f/s${number}`),
    level: fc.constantFrom(...SKILL_LEVELS),
  }),
  { selector: ({ skill }) => skill, maxLength: 4 },
);

const level = (id: string, over: Partial<RoleLevel> = {}): RoleLevel => ({
  id,
  name: id,
  role: id,
  rank: 1,
  payStep: null,
  payGbpPerYear: null,
  needs: [],
  professions: ['digital'],
  registrations: [],
  ...over,
});

const rulesWith = (over: Partial<RouteRules> = {}): RouteRules => ({
  credit: NO_CREDIT,
  learning,
  measure: coverageMeasure(0.3, 1),
  leastMonthsInPost: 6,
  moves: [],
  programmes: [],
  ...over,
});

const programme = (over: Partial<Programme>): Programme => ({
  id: 'course',
  name: 'A course',
  profession: null,
  yields: [],
  months: 12,
  costGbp: 10_000,
  completionShare: 0.8,
  opens: null,
  closes: null,
  offeredBy: 'a fund',
  ...over,
});

/** Small graphs with everything that makes a step: pay, ranks, moves, programmes, registrations. */
const graph: fc.Arbitrary<RouteGraph> = fc
  .record({
    levels: fc.array(
      fc.record({
        needs,
        role: fc.constantFrom('a', 'b'),
        pay: fc.constantFrom(null, 30_000, 40_000, 50_000),
        step: fc.constantFrom(null, 1, 2, 3),
        registrations: fc.constantFrom<readonly string[]>([], [], ['council']),
        profession: fc.constantFrom('digital', 'care'),
      }),
      { minLength: 2, maxLength: 6 },
    ),
    moves: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 4 }),
    programmes: fc.array(
      fc.record({ to: fc.nat(5), months: fc.integer({ min: 1, max: 40 }), from: fc.constantFrom(null, 'care') }),
      { maxLength: 3 },
    ),
  })
  .map(({ levels, moves, programmes }) => {
    const nodes = levels.map((each, index) =>
      level(`l${index}`, {
        needs: each.needs,
        role: each.role,
        rank: index,
        payGbpPerYear: each.pay,
        payStep: each.step,
        registrations: each.registrations,
        professions: [each.profession],
      }),
    );
    return routeGraph(
      nodes,
      rulesWith({
        moves: moves.map(([from, to]) => ({ from: `l${from}`, to: `l${to}` })),
        programmes: programmes.map(({ to, months, from }, index) =>
          programme({ id: `c${index}`, yields: [`l${to}`], months, profession: from }),
        ),
      }),
    );
  });

const weightOf = (route: { readonly hours: number; readonly months: number }, objective: Objective) =>
  objective === 'time' ? route.months : route.hours;

/** The least weight of any way without a circle, by trying them all. */
function bestByTrial(
  { levels, stepsFrom }: RouteGraph,
  way: { readonly from: RoleLevel; readonly to: RoleLevel; readonly seen: readonly RoleLevel[] },
  objective: Objective,
): number {
  if (way.from === way.to) return 0;
  let best = Infinity;
  for (const step of stepsFrom(way.from)) {
    const next = levels[step.to];
    if (next === undefined || way.seen.includes(next)) continue;
    if (objective === 'pay') {
      const [before, after] = [way.from.payGbpPerYear, next.payGbpPerYear];
      if (after === null || (before !== null && after < before)) continue;
    }
    const rest = bestByTrial(
      { levels, stepsFrom, rules: rulesWith() },
      { ...way, from: next, seen: [...way.seen, next] },
      objective,
    );
    best = Math.min(best, weightOf(step, objective) + rest);
  }
  return best;
}

describe('routes', () => {
  for (const objective of OBJECTIVES) {
    test(`the route by ${objective} is the best that trying every way finds`, () => {
      fc.assert(
        fc.property(graph, (each) => {
          const [from] = each.levels;
          assert.ok(from !== undefined);
          const routes = new Map(routesFrom(each, from, objective).map((route) => [route.to, route]));
          for (const to of each.levels.slice(1)) {
            const best = bestByTrial(each, { from, to, seen: [from] }, objective);
            const route = routes.get(to);
            assert.equal(route === undefined, best === Infinity);
            if (route !== undefined) assert.ok(Math.abs(weightOf(route, objective) - best) < 1e-9);
            assert.deepEqual(routeBetween(each, { from, to }, objective), route ?? null);
          }
        }),
      );
    });
  }

  test('each step begins where the one before ended, and totals are the sums of the steps', () => {
    fc.assert(
      fc.property(graph, fc.constantFrom(...OBJECTIVES), (each, objective) => {
        const [from] = each.levels;
        assert.ok(from !== undefined);
        for (const route of routesFrom(each, from, objective)) {
          let at: RoleLevel = from;
          for (const step of route.steps) {
            assert.equal(step.start, at);
            at = step.end;
          }
          assert.equal(at, route.to);
          assert.ok(Math.abs(route.steps.reduce((sum, { costGbp }) => sum + costGbp, 0) - route.costGbp) < 1e-9);
        }
      }),
    );
  });

  test('by pay, no step of a route pays less than the one before', () => {
    fc.assert(
      fc.property(graph, (each) => {
        const [from] = each.levels;
        assert.ok(from !== undefined);
        for (const { steps } of routesFrom(each, from, 'pay')) {
          for (const { start, end } of steps) {
            assert.ok(end.payGbpPerYear !== null && end.payGbpPerYear >= (start.payGbpPerYear ?? 0));
          }
        }
      }),
    );
  });

  test('a registration is reached only by a programme for the profession that has it', () => {
    const registered = level('registered', {
      registrations: ['council'],
      needs: [{ skill: 'f/s0', level: 'working' }],
    });
    const other = level('other', { needs: registered.needs });
    const carer = level('carer', { professions: ['care'] });
    const open = programme({ yields: ['registered'] });
    const forCarers = programme({ yields: ['registered'], profession: 'care' });
    const find = (from: RoleLevel, each: Programme) =>
      routeBetween(
        routeGraph([registered, other, carer], rulesWith({ programmes: [each] })),
        { from, to: registered },
        'effort',
      )?.steps[0]?.kind;
    assert.equal(find(other, open), undefined);
    assert.equal(find(other, forCarers), undefined);
    assert.equal(find(carer, forCarers), 'programme');
  });

  test("a person's own skills are a start like any other", () => {
    const analyst = level('analyst', { needs: [{ skill: 'f/s0', level: 'working' }] });
    const mine = level('me', { needs: [{ skill: 'f/s0', level: 'expert' }] });
    const [route] = routesFrom(routeGraph([analyst], rulesWith()), mine, 'effort');
    assert.equal(route?.to, analyst);
    assert.equal(route?.hours, 0);
    assert.equal(route?.months, 6);
  });
});

describe('learning', () => {
  const hours = (held: readonly LevelNeed[], asked: readonly LevelNeed[]) =>
    gapsBetween({ held, needs: asked }, NO_CREDIT, learning).reduce((sum, gap) => sum + gap.hours, 0);

  test('who holds what is asked learns nothing, and who holds nothing learns it all', () => {
    fc.assert(
      fc.property(needs, (list) => {
        assert.equal(hours(list, list), 0);
        assert.equal(hours([], list), wholeHours(list, learning));
      }),
    );
  });

  test('without a crosswalk, the way there less the way back is what the two differ in from nothing', () => {
    fc.assert(
      fc.property(needs, needs, (one, other) => {
        const there = hours(one, other) - hours(other, one);
        assert.ok(Math.abs(there - (wholeHours(other, learning) - wholeHours(one, learning))) < 1e-9);
      }),
    );
  });

  test('a way by a third role never takes less learning than the straight one', () => {
    fc.assert(
      fc.property(needs, needs, needs, (one, middle, other) => {
        assert.ok(hours(one, other) <= hours(one, middle) + hours(middle, other) + 1e-9);
      }),
    );
  });

  test('a related skill shortens the way by its credit and is named as the help', () => {
    const credit = new Map([['g/x', new Map([['f/s0', 0.5]])]]);
    const [gap] = gapsBetween(
      { held: [{ skill: 'g/x', level: 'practitioner' }], needs: [{ skill: 'f/s0', level: 'practitioner' }] },
      credit,
      learning,
    );
    assert.deepEqual(gap, { skill: 'f/s0', from: null, to: 'practitioner', hours: 105, helpedBy: 'g/x' });
  });
});

describe('the published measure of Mapping Career Causeways', () => {
  const file = join(process.env['CADRE_SHARED'] ?? '', 'validation', 'V7_skill_overlap_mapping_career_causeways.csv');
  const missing = process.env['CADRE_SHARED'] === undefined || !existsSync(file);
  const skip = missing ? 'CADRE_SHARED names no folder with the published pairs' : false;

  test('its two published overlaps come out: 0.44 and 0.67', { skip }, () => {
    const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
    const cells = rows.map((row) => row.split(','));
    const pairs = groupBy(cells, ([pair]) => pair ?? '');
    const overlaps = [...pairs].map(([pair, list]) => [
      pair,
      matchOverlap(list.map(([, similarity]) => Number(similarity))).toFixed(2),
    ]);
    assert.deepEqual(overlaps, [
      ['system configurator>software analyst', '0.44'],
      ['hotel concierge>hotel porter', '0.67'],
    ]);
    for (const [, similarity, published] of cells) {
      assert.ok(Math.abs(matchScore(Number(similarity)) - Number(published)) < 0.0016);
    }
  });

  test('it asks for a third of the skills, pay above three quarters and one step of pay at most', () => {
    const all: readonly LevelNeed[] = ['f/s0', 'f/s1', 'f/s2'].map((skill) => ({ skill, level: 'awareness' }));
    const steps = (from: Partial<RoleLevel>, to: Partial<RoleLevel>) =>
      routesFrom(
        routeGraph([level('from', from), level('to', to)], rulesWith({ measure: CAREER_CAUSEWAYS })),
        level('from', from),
        'effort',
      ).map((route) => route.to.id);
    assert.deepEqual(steps({ needs: all.slice(0, 1) }, { needs: all }), ['to']);
    assert.deepEqual(steps({ needs: [] }, { needs: all }), []);
    assert.deepEqual(steps({ needs: all, payGbpPerYear: 40_000 }, { needs: all, payGbpPerYear: 29_000 }), []);
    assert.deepEqual(steps({ needs: all, payStep: 3 }, { needs: all, payStep: 1 }), []);
  });
});
