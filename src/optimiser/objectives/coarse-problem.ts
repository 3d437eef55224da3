// A smaller problem that no plan of the large one can beat: places that answer alike counted as one.
import { reachCount } from '../help-of-start.ts';
import { itemAt } from '../plan-problem.ts';
import type { PlanChannel, PlanProblem } from '../plan-problem.ts';
import type { PlanCap } from '../plan-rules.ts';

/** A problem with fewer places. What its cheapest plan costs is a bound on every plan of the problem it was made of. */
export type CoarseProblem = {
  readonly problem: PlanProblem;
  /** Index of each place's group, shape [place of the whole]. */
  readonly groupOfPlace: readonly number[];
};

/** Counts the places of a class as one place. It may do all that its places may do together and more: a start helps
 *  wherever in the group somebody is short, a group may start what its places may start, and rules that hold within a
 *  group are left out. Each of these only widens the choice, so nothing the large problem allows is lost.
 *  @source docs/model/objectives.md, eq. 1 */
export function coarsenProblem(problem: PlanProblem): CoarseProblem {
  return coarsenInto(problem, groupsOf(problem));
}

/** The same with all places counted as one. */
export function coarsenToOne(problem: PlanProblem): CoarseProblem {
  return coarsenInto(
    problem,
    problem.places.map(() => 0),
  );
}

function coarsenInto(problem: PlanProblem, groupOfPlace: readonly number[]): CoarseProblem {
  const count = Math.max(-1, ...groupOfPlace) + 1;
  const cells = problem.roles.length * problem.periods.length;
  const needFte = new Float64Array(count * cells);
  problem.places.forEach((_, place) => {
    const into = itemAt(groupOfPlace, place) * cells;
    for (let cell = 0; cell < cells; cell++) {
      needFte[into + cell] = itemAt(needFte, into + cell) + Math.max(0, itemAt(problem.needFte, place * cells + cell));
    }
  });
  const { places, roles, options, startMonths, periods, budgets, shortagePriceGbpPerFteYear } = problem;
  const names = places.filter((_, place) => groupOfPlace.indexOf(itemAt(groupOfPlace, place)) === place);
  return {
    groupOfPlace,
    problem: {
      roles,
      options,
      startMonths,
      periods,
      budgets,
      shortagePriceGbpPerFteYear,
      needFte,
      places: names,
      channels: problem.channels.map((channel) => coarseChannel(channel, groupOfPlace, count)),
      classOfPlace: names.map((_, group) => group),
      responseFte: bestResponses(problem, groupOfPlace, count),
      ...(problem.reaches === undefined ? {} : { reaches: problem.reaches }),
      caps: (problem.caps ?? []).flatMap((cap) => coarseCap(cap, groupOfPlace)),
    },
  };
}

/** One group for each class, in the order of places; one in all where posts are shared, for they join the classes. */
function groupsOf({ classOfPlace, channels }: PlanProblem): readonly number[] {
  if (channels.some(({ serves }) => serves !== undefined)) return classOfPlace.map(() => 0);
  const classes = [...new Set(classOfPlace)];
  return classOfPlace.map((each) => classes.indexOf(each));
}

/** A group has the room of all its places: their shares, or a smallest cohort each where a share is smaller. */
function coarseChannel(channel: PlanChannel, groupOfPlace: readonly number[], count: number): PlanChannel {
  const { id, accountableTier, fund, minimumCohort, opensMonth, closesMonth, peoplePerYear } = channel;
  const least = Math.min(...peoplePerYear.filter((people) => people > 0));
  const shareOfPlace = Array.from({ length: count }, () => 0);
  channel.shareOfPlace.forEach((share, place) => {
    const group = itemAt(groupOfPlace, place);
    if (share > 0) shareOfPlace[group] = itemAt(shareOfPlace, group) + Math.max(share, minimumCohort / least);
  });
  return { id, accountableTier, fund, minimumCohort, opensMonth, closesMonth, peoplePerYear, shareOfPlace };
}

/** The best that a start gives in any place of the group, shape [group][reach][start][period]. */
function bestResponses(problem: PlanProblem, groupOfPlace: readonly number[], count: number): Float64Array {
  const { startMonths, periods, responseFte } = problem;
  const [reaches, span] = [reachCount(problem), startMonths.length * periods.length];
  const best = new Float64Array(count * reaches * span);
  for (const { group, from, factors } of bestFactors(problem, groupOfPlace)) {
    factors.forEach((factor, reach) => {
      const [into, source] = [(group * reaches + reach) * span, (from * reaches + reach) * span];
      for (let at = 0; at < span; at++) {
        best[into + at] = Math.max(itemAt(best, into + at), factor * itemAt(responseFte, source + at));
      }
    });
  }
  return best;
}

/** A class of places within a group, with the greatest factors of any of them, shape [reach]. */
type ClassInGroup = { readonly group: number; readonly from: number; readonly factors: Float64Array };

function bestFactors(problem: PlanProblem, groupOfPlace: readonly number[]): readonly ClassInGroup[] {
  const { classOfPlace, placeFactors } = problem;
  const reaches = reachCount(problem);
  const found = new Map<string, ClassInGroup>();
  classOfPlace.forEach((from, place) => {
    const group = itemAt(groupOfPlace, place);
    const { factors } = found.get(`${group}:${from}`) ?? { factors: new Float64Array(reaches) };
    found.set(`${group}:${from}`, { group, from, factors });
    for (let reach = 0; reach < reaches; reach++) {
      const factor = placeFactors === undefined ? 1 : itemAt(placeFactors, place * reaches + reach);
      factors[reach] = Math.max(itemAt(factors, reach), factor);
    }
  });
  return [...found.values()];
}

/** A cap over whole groups stays; one over a part of a group is left out, and so is one that counts FTE, which differ. */
function coarseCap(cap: PlanCap, groupOfPlace: readonly number[]): readonly PlanCap[] {
  const counted = new Set(cap.places);
  const groups = new Set(cap.places.map((place) => itemAt(groupOfPlace, place)));
  const isWhole = groupOfPlace.every((group, place) => !groups.has(group) || counted.has(place));
  if (!isWhole || cap.counts.kind === 'fte') return [];
  return [{ ...cap, places: [...groups].toSorted((one, other) => one - other) }];
}
