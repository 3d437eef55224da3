// A plan problem cut into smaller ones that can be solved one by one, each with its share of what is scarce.
import { itemAt, needOffset, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';

/** Some of the places of a problem, as a problem of their own; `places` gives each its index in the whole. */
export type ProblemPart = { readonly places: readonly number[]; readonly problem: PlanProblem };

/** Cuts a problem into parts of at most `mostPlaces`. Places are dealt out by need, greatest first and to and fro, so
 *  that every part is the nation in little and a share of the nation's limits in proportion suits it.
 *  Plans of the parts together keep the limits of the whole. */
export function splitProblem(problem: PlanProblem, mostPlaces: number): readonly ProblemPart[] {
  const count = Math.ceil(problem.places.length / mostPlaces);
  if (count <= 1) return [{ places: problem.places.map((_, place) => place), problem }];
  const needs = problem.places.map((_, place) => needFteYears(problem, place));
  const order = needs.map((_, place) => place).sort((a, b) => itemAt(needs, b) - itemAt(needs, a) || a - b);
  const members = Array.from({ length: count }, (): number[] => []);
  order.forEach((place, rank) => {
    const [round, seat] = [Math.floor(rank / count), rank % count];
    itemAt(members, round % 2 === 0 ? seat : count - 1 - seat).push(place);
  });
  const total = sumOf(needs);
  return members.map((unordered) => {
    const places = unordered.sort((a, b) => a - b);
    const needShare = total > 0 ? sumOf(places.map((place) => itemAt(needs, place))) / total : 1 / count;
    return { places, problem: partOf(problem, places, needShare) };
  });
}

function partOf(problem: PlanProblem, places: readonly number[], needShare: number): PlanProblem {
  const needsOfPlace = problem.roles.length * problem.periods.length;
  const needFte = new Float64Array(places.length * needsOfPlace);
  places.forEach((place, index) => {
    needFte.set(problem.needFte.subarray(place * needsOfPlace, (place + 1) * needsOfPlace), index * needsOfPlace);
  });
  const channels = problem.channels.map((channel) => {
    const shares = places.map((place) => itemAt(channel.shareOfPlace, place));
    const total = sumOf(channel.shareOfPlace);
    const partShare = total > 0 ? sumOf(shares) / total : 0;
    return {
      ...channel,
      peoplePerYear: channel.peoplePerYear.map((people) => people * partShare),
      shareOfPlace: shares.map((share) => (partShare > 0 ? share / partShare : 0)),
    };
  });
  return {
    ...problem,
    places: places.map((place) => itemAt(problem.places, place)),
    classOfPlace: places.map((place) => itemAt(problem.classOfPlace, place)),
    needFte,
    channels,
    budgets: problem.budgets.map((budget) => ({
      ...budget,
      gbpPerYear: budget.gbpPerYear.map((gbp) => gbp * needShare),
    })),
  };
}

/** FTE-years that a place is short of over all roles and periods, surpluses left out. */
function needFteYears(problem: PlanProblem, place: number): number {
  let fteYears = 0;
  for (let role = 0; role < problem.roles.length; role++) {
    const offset = needOffset(problem, { place, role });
    problem.periods.forEach((period, index) => {
      fteYears += Math.max(0, itemAt(problem.needFte, offset + index)) * yearsOfPeriod(period);
    });
  }
  return fteYears;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
