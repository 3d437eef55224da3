// What a plan comes to, worked out from its starts alone: what stays short, what it costs, which wishes it leaves unmet.
import { costOfStartGbp, forEachHelp } from './help-of-start.ts';
import { limitTable } from './limit-table.ts';
import { nameOfLimit } from './plan-limit.ts';
import { itemAt, needOffset, yearOfStart, yearsOfPeriod } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import type { CapRule } from './plan-rules.ts';
import { pricedFte } from './shortage-steps.ts';

/** What a plan costs by the problem's own words: starts, pay of those who come, openings, what going beyond caps costs,
 *  and the price of what stays short. */
export function objectiveOf(problem: PlanProblem, starts: readonly PlannedStart[]): number {
  let costGbp = 0;
  for (const start of starts) costGbp += start.people * costOfStartGbp(problem, start);
  for (const opening of openingsOf(problem, starts)) costGbp += opening.costGbp;
  for (const { costGbp: breachGbp } of breachesOf(problem, starts)) costGbp += breachGbp;
  const shortage = shortageAfter(problem, starts);
  shortage.forEach((fte, index) => {
    const period = itemAt(problem.periods, index % problem.periods.length);
    costGbp += pricedFte(problem, index, fte) * yearsOfPeriod(period) * problem.shortagePriceGbpPerFteYear;
  });
  for (const { costGbp: floorGbp } of floorsBroken(problem, shortage)) costGbp += floorGbp;
  return costGbp;
}

/** What is left short when these people start, in FTE, 0 where there is a surplus, shape [place][role][period]. */
export function shortageAfter(problem: PlanProblem, starts: readonly PlannedStart[]): Float64Array {
  const shortage = problem.needFte.slice();
  for (const start of starts) {
    forEachHelp(problem, start, (need, fte) => {
      shortage[need] = itemAt(shortage, need) - start.people * fte;
    });
  }
  return shortage.map((fte) => Math.max(0, fte));
}

/** A channel opened in a group of places, by index into the problem. */
export type Opening = {
  readonly channel: number;
  readonly group: number;
  /** Year after the base month. */
  readonly year: number;
  readonly costGbp: number;
};

/** The openings that these starts take, each in the year of its first start. */
export function openingsOf(problem: PlanProblem, starts: readonly PlannedStart[]): readonly Opening[] {
  const openings = new Map<string, Opening>();
  for (const start of starts) {
    const { channel } = itemAt(problem.options, start.option);
    const { opening } = itemAt(problem.channels, channel);
    if (opening === undefined) continue;
    const group = itemAt(opening.groupOfPlace, start.place);
    const key = `${channel}:${group}`;
    const year = Math.min(yearOfStart(problem, start.start), openings.get(key)?.year ?? Infinity);
    openings.set(key, { channel, group, year, costGbp: opening.costGbp });
  }
  return [...openings.values()].sort((a, b) => a.channel - b.channel || a.group - b.group);
}

/** Cost of the starts with all that comes with them, pay left out: openings, and what going beyond caps costs. */
export function programmeCostGbp(problem: PlanProblem, starts: readonly PlannedStart[]): number {
  let costGbp = 0;
  for (const start of starts) costGbp += start.people * itemAt(problem.options, start.option).costGbpPerStart;
  for (const opening of openingsOf(problem, starts)) costGbp += opening.costGbp;
  for (const { paidBy, costGbp: breachGbp } of breachesOf(problem, starts)) costGbp += paidBy === null ? 0 : breachGbp;
  return costGbp;
}

/** Something a plan was to keep to where it could, and does not. */
export type UnmetRule = {
  readonly rule: CapRule | 'equity';
  /** The thing, the same in every run. */
  readonly where: string;
  /** Place code and index of the period of a floor; null for caps. */
  readonly floor: { readonly place: string; readonly period: number } | null;
  readonly allowed: number;
  readonly found: number;
};

/** Wishes without money that these starts leave unmet: caps whose breach is a weight, and floors. */
export function unmetRules(problem: PlanProblem, starts: readonly PlannedStart[]): readonly UnmetRule[] {
  const unpaid = breachesOf(problem, starts).filter(({ paidBy }) => paidBy === null);
  return [...unpaid, ...floorsBroken(problem, shortageAfter(problem, starts))].map(
    ({ rule, where, floor, allowed, found }) => ({ rule, where, floor, allowed, found }),
  );
}

/** Rounding error of a sum that is no breach, in units of what is summed. */
const BREACH_TOLERANCE = 1e-9;

type Breach = UnmetRule & {
  readonly costGbp: number;
  readonly paidBy: { readonly channel: number; readonly year: number } | null;
};

/** Caps that may be broken at a cost, and are. */
export function breachesOf(problem: PlanProblem, starts: readonly PlannedStart[]): readonly Breach[] {
  const caps = problem.caps ?? [];
  if (caps.every(({ breach }) => breach === null)) return [];
  const table = limitTable(problem);
  const used = new Float64Array(table.limits.length);
  for (const start of starts) {
    table.forEachUse(start, (limit, amount) => {
      used[limit] = itemAt(used, limit) + start.people * amount;
    });
  }
  return table.limits.flatMap((limit, index) => {
    const breach = itemAt(table.breaches, index);
    const [allowed, found] = [itemAt(table.most, index), itemAt(used, index)];
    if (limit.kind !== 'cap' || breach === null || found - allowed <= BREACH_TOLERANCE) return [];
    const { rule, where } = itemAt(caps, limit.cap);
    return [
      { rule, where, floor: null, allowed, found, costGbp: (found - allowed) * breach.priceGbp, paidBy: breach.paidBy },
    ];
  });
}

/** @param shortage as `shortageAfter` gives it */
function floorsBroken(problem: PlanProblem, shortage: Float64Array): readonly Breach[] {
  return (problem.floors ?? []).flatMap((floor, index) => {
    let found = 0;
    for (let role = 0; role < problem.roles.length; role++) {
      found += itemAt(shortage, needOffset(problem, { place: floor.place, role }) + floor.period);
    }
    const beyond = found - floor.mostShortFte;
    if (beyond <= BREACH_TOLERANCE) return [];
    const years = yearsOfPeriod(itemAt(problem.periods, floor.period));
    return [
      {
        rule: 'equity' as const,
        where: nameOfLimit(problem, { kind: 'floor', floor: index }),
        floor: { place: itemAt(problem.places, floor.place), period: floor.period },
        allowed: floor.mostShortFte,
        found,
        costGbp: beyond * years * floor.priceGbpPerFteYear,
        paidBy: null,
      },
    ];
  });
}
