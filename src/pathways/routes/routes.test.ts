// Holds routes to what trying every way finds.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  OBJECTIVES,
  type Objective,
  type Programme,
  type RoleLevel,
  routeBetween,
  routeGraph,
  type RouteGraph,
  routesFrom,
} from '../index.ts';
import { level, needs, programme, rulesWith } from './role-levels.test-support.ts';

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
