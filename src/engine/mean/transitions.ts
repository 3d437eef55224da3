// Transitions: in each regime, which share of a row and age group stays, moves on or leaves in a month; and in a year.
import { assert, monthlyChance } from '#kernel';
import { factorOf, memberOf, scalarOf, type SampleRow } from '../model/lever.ts';
import type { Model, Regime, Schedule } from '../model/model.ts';

/** The rates of one schedule in one sample. Of those in a row at the start of a month, `stay` + `leave` + the `flow` of
 *  every edge out of the row make 1. */
export type Transitions = {
  /** Shape [regime][row][group]. */
  readonly stay: Float64Array;
  /** Shape [regime][row][group]. */
  readonly leave: Float64Array;
  /** Shape [regime][edge][group]. */
  readonly flow: Float64Array;
};

/** Transitions, and what a whole year of them makes. */
export type YearlyTransitions = Transitions & {
  /** Of those in a route's origin when a year starts, the share in its target when it ends; shape [year][route][group]. */
  readonly carry: Float64Array;
};

/** The largest share that may leave in a year: past it the sample says more about its distribution's tail than about
 *  people, and a chance of 1 would empty a post for good. */
export const MOST_LEAVERS_PER_YEAR = 0.95;

/** @source docs/model/attrition.md, eq. 1–3; docs/model/promotion.md, eq. 1 */
export function transitionsOf(model: Model, schedule: Schedule, sample: SampleRow): Transitions {
  const { rows, ages } = model;
  const regimes = schedule.regimes.length;
  const stay = new Float64Array(regimes * rows.count * ages.groupCount);
  const leave = new Float64Array(stay.length);
  const flow = new Float64Array(regimes * rows.edges.count * ages.groupCount);
  schedule.regimes.forEach((regime, index) => {
    const rowSpan = rows.count * ages.groupCount;
    const edgeSpan = rows.edges.count * ages.groupCount;
    fillRegime(model, regime, {
      sample,
      stay: stay.subarray(index * rowSpan, (index + 1) * rowSpan),
      leave: leave.subarray(index * rowSpan, (index + 1) * rowSpan),
      flow: flow.subarray(index * edgeSpan, (index + 1) * edgeSpan),
    });
  });
  return { stay, leave, flow };
}

/** As `transitionsOf`, with what the mean recursion needs at the end of a year. */
export function yearlyTransitionsOf(model: Model, schedule: Schedule, sample: SampleRow): YearlyTransitions {
  const transitions = transitionsOf(model, schedule, sample);
  return { ...transitions, carry: carryOf(model, schedule, transitions) };
}

/** Share of a year's leavers as a chance per month, never above the most that may leave. */
export function leavingChance(sharePerYear: number): number {
  return monthlyChance(Math.min(Math.max(sharePerYear, 0), MOST_LEAVERS_PER_YEAR));
}

type RegimeFill = {
  readonly sample: SampleRow;
  readonly stay: Float64Array;
  readonly leave: Float64Array;
  readonly flow: Float64Array;
};

function fillRegime(model: Model, regime: Regime, fill: RegimeFill): void {
  const { rows, ages, levers, roles } = model;
  const { sample, stay, leave, flow } = fill;
  const groups = ages.groupCount;
  const chances = leavingChances(model, regime, sample);
  const recoded = leavingChance(-scalarOf(levers.reclassificationYearly, sample, regime.step));
  const moving = rows.edges.sharePerYear.map((lever) => leavingChance(scalarOf(lever, sample, regime.step)));
  const movingOut = new Float64Array(rows.count);
  moving.forEach((chance, edge) => {
    const from = rows.edges.from[edge] ?? 0;
    movingOut[from] = (movingOut[from] ?? 0) + chance;
  });
  for (let row = 0; row < rows.count; row++) {
    assert((movingOut[row] ?? 0) <= 1, `those who move on from row ${row} in a month are not more than all of it.`);
    const first = ((roles[rows.role[row] ?? 0]?.family ?? 0) * model.bands.length + (rows.band[row] ?? 0)) * groups;
    for (let group = 0; group < groups; group++) {
      const chance = chances[first + group] ?? 0;
      leave[row * groups + group] = chance + (1 - chance) * recoded;
      stay[row * groups + group] = (1 - chance) * (1 - recoded) * (1 - (movingOut[row] ?? 0));
    }
  }
  for (let edge = 0; edge < rows.edges.count; edge++) {
    const from = (rows.edges.from[edge] ?? 0) * groups;
    for (let group = 0; group < groups; group++) {
      flow[edge * groups + group] = (1 - (leave[from + group] ?? 0)) * (moving[edge] ?? 0);
    }
  }
}

/** Chance per month of leaving, shape [family][band][group]. */
function leavingChances(model: Model, regime: Regime, sample: SampleRow): Float64Array {
  const { levers, ages, bands, families } = model;
  const groups = ages.groupCount;
  const placeFactor = regime.placeFactor * placeSample(model, regime, sample);
  const level = scalarOf(levers.attritionLevel, sample, regime.step) * placeFactor;
  const chances = new Float64Array(families.length * bands.length * groups);
  for (let family = 0; family < families.length; family++) {
    const factor = level * memberOf(levers.attritionFamilyFactor, sample, { step: regime.step, member: family });
    for (let member = 0; member < bands.length * groups; member++) {
      const yearly = memberOf(levers.attritionYearly, sample, { step: regime.step, member });
      chances[family * bands.length * groups + member] = leavingChance(yearly * factor);
    }
  }
  return chances;
}

function placeSample(model: Model, regime: Regime, sample: SampleRow): number {
  const factor = factorOf({ column: model.levers.attritionPlaceColumn }, sample);
  let product = 1;
  for (let count = 0; count < regime.placeFactorCount; count++) product *= factor;
  return product;
}

/** Twelve months of each distinct year, one after the other, along every route. */
function carryOf(model: Model, schedule: Schedule, rates: Pick<Transitions, 'stay' | 'flow'>): Float64Array {
  const span = model.rows.routes.count * model.ages.groupCount;
  const carry = new Float64Array(schedule.years.length * span);
  let now = new Float64Array(span);
  let next = new Float64Array(span);
  schedule.years.forEach((months, year) => {
    startRoutes(model, now);
    for (const regime of months) {
      advanceRoutes(model, { now, next, regime, ...rates });
      [now, next] = [next, now];
    }
    carry.set(now, year * span);
  });
  return carry;
}

function startRoutes(model: Model, now: Float64Array): void {
  const { routes } = model.rows;
  const groups = model.ages.groupCount;
  for (let route = 0; route < routes.count; route++) {
    now.fill(routes.origin[route] === routes.target[route] ? 1 : 0, route * groups, (route + 1) * groups);
  }
}

type RouteMonth = Pick<Transitions, 'stay' | 'flow'> & {
  readonly now: Float64Array;
  readonly next: Float64Array;
  readonly regime: number;
};

function advanceRoutes(model: Model, month: RouteMonth): void {
  const { routes, edges, count } = model.rows;
  const groups = model.ages.groupCount;
  const { now, next, stay, flow } = month;
  const stayFrom = month.regime * count * groups;
  const flowFrom = month.regime * edges.count * groups;
  for (let route = 0; route < routes.count; route++) {
    const here = route * groups;
    const stayAt = stayFrom + (routes.target[route] ?? 0) * groups;
    for (let group = 0; group < groups; group++) {
      next[here + group] = (stay[stayAt + group] ?? 0) * (now[here + group] ?? 0);
    }
    for (let way = routes.firstWay[route] ?? 0; way < (routes.firstWay[route + 1] ?? 0); way++) {
      const before = (routes.wayRoute[way] ?? 0) * groups;
      const flowAt = flowFrom + (routes.wayEdge[way] ?? 0) * groups;
      for (let group = 0; group < groups; group++) {
        next[here + group] = (next[here + group] ?? 0) + (flow[flowAt + group] ?? 0) * (now[before + group] ?? 0);
      }
    }
  }
}
