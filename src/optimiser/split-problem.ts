// A plan problem cut into smaller ones that can be solved one by one, each with its share of what is scarce.
import { cutPosts } from './cut-posts.ts';
import type { CutPosts } from './cut-posts.ts';
import { reachCount } from './help-of-start.ts';
import type { PlanLimit } from './plan-limit.ts';
import { itemAt, needOffset, yearsOfPeriod } from './plan-problem.ts';
import type { PlanChannel, PlanProblem } from './plan-problem.ts';
import { stepsOfPlaces } from './shortage-steps.ts';

/** Some of the places of a problem, as a problem of their own. */
export type ProblemPart = {
  /** Index in the whole, shape [place of the part]. */
  readonly places: readonly number[];
  /** Index in the whole, shape [cap of the part]. */
  readonly caps: readonly number[];
  /** Index in the whole, shape [floor of the part]. */
  readonly floors: readonly number[];
  /** Caps of the part that count starts of other parts too. */
  readonly sharedCaps: ReadonlySet<number>;
  /** How shared posts are cut, shape [channel]; null for a channel whose posts are not shared. */
  readonly posts: readonly (CutPosts | null)[];
  readonly problem: PlanProblem;
};

/** Cuts a problem into parts of about `mostPlaces`. Places are dealt out by need, greatest first and to and fro, so that
 *  every part is the nation in little and a share of the nation's limits in proportion suits it; places that share posts
 *  stay together where they are no more than a part holds. Plans of the parts together keep the limits of the whole. */
export function splitProblem(problem: PlanProblem, mostPlaces: number): readonly ProblemPart[] {
  const needs = problem.places.map((_, place) => needFteYears(problem, place));
  const count = Math.ceil(problem.places.length / mostPlaces);
  if (count <= 1)
    return [
      {
        ...partOf(
          problem,
          problem.places.map((_, place) => place),
          needs,
        ),
        problem,
      },
    ];
  const needOf = (places: readonly number[]): number => sumOf(places.map((place) => itemAt(needs, place)));
  const order = clustersOf(problem, mostPlaces).sort((a, b) => needOf(b) - needOf(a) || itemAt(a, 0) - itemAt(b, 0));
  const members = Array.from({ length: Math.min(count, order.length) }, (): number[] => []);
  order.forEach((cluster, rank) => {
    const [round, seat] = [Math.floor(rank / members.length), rank % members.length];
    itemAt(members, round % 2 === 0 ? seat : members.length - 1 - seat).push(...cluster);
  });
  return members.map((places) =>
    partOf(
      problem,
      places.sort((a, b) => a - b),
      needs,
    ),
  );
}

/** Whether starts of other parts take of the limit too. */
export function isShared({ sharedCaps }: ProblemPart, limit: PlanLimit): boolean {
  if (limit.kind === 'cap') return sharedCaps.has(limit.cap);
  return limit.kind === 'capacity' || limit.kind === 'budget';
}

/** Index in the whole of the place in which it counts the starts of a channel in a place of a part. */
export function startPlaceInWhole({ places, posts }: ProblemPart, channel: number, place: number): number {
  return itemAt(itemAt(posts, channel)?.hosts ?? places, place);
}

/** Places that share posts, together where they fit into a part; all others alone. */
function clustersOf({ places, channels }: PlanProblem, mostPlaces: number): number[][] {
  const first = places.map((_, place) => place);
  const leaderOf = (place: number): number => {
    let leader = place;
    while (itemAt(first, leader) !== leader) leader = itemAt(first, leader);
    return leader;
  };
  for (const { serves = [] } of channels) {
    serves.forEach((served, host) => {
      for (const { place } of served) {
        const [one, other] = [leaderOf(host), leaderOf(place)];
        first[Math.max(one, other)] = Math.min(one, other);
      }
    });
  }
  const clusters = new Map<number, number[]>();
  places.forEach((_, place) => {
    const leader = leaderOf(place);
    clusters.set(leader, [...(clusters.get(leader) ?? []), place]);
  });
  return [...clusters.values()].flatMap((cluster) =>
    cluster.length <= mostPlaces ? [cluster] : cluster.map((place) => [place]),
  );
}

function partOf(problem: PlanProblem, places: readonly number[], needs: readonly number[]): ProblemPart {
  const positions = new Map(places.map((place, index) => [place, index]));
  const needOf = (all: readonly number[]): number => sumOf(all.map((place) => itemAt(needs, place)));
  const shareOf = (all: readonly number[]): number => {
    const own = all.filter((place) => positions.has(place));
    return needOf(all) > 0 ? needOf(own) / needOf(all) : own.length / all.length;
  };
  const needsOfPlace = problem.roles.length * problem.periods.length;
  const { shortageSteps } = problem;
  const needShare = shareOf(problem.places.map((_, place) => place));
  const caps = indicesOf(problem.caps ?? [], (cap) => cap.places.some((place) => positions.has(place)));
  const floors = indicesOf(problem.floors ?? [], ({ place }) => positions.has(place));
  const wholeCaps = caps.map((cap) => itemAt(problem.caps ?? [], cap));
  const positionOf = (place: number): number => positions.get(place) ?? -1;
  const posts = problem.channels.map((channel) => cutPosts(channel, places));
  return {
    places,
    posts,
    caps,
    floors,
    sharedCaps: new Set(indicesOf(wholeCaps, (cap) => !cap.places.every((place) => positions.has(place)))),
    problem: {
      ...problem,
      places: places.map((place) => itemAt(problem.places, place)),
      classOfPlace: places.map((place) => itemAt(problem.classOfPlace, place)),
      needFte: rowsOf(problem.needFte, places, needsOfPlace),
      ...(problem.placeFactors === undefined
        ? {}
        : { placeFactors: rowsOf(problem.placeFactors, places, reachCount(problem)) }),
      ...(shortageSteps === undefined ? {} : { shortageSteps: stepsOfPlaces(shortageSteps, places, needsOfPlace) }),
      ...(problem.demandFte === undefined
        ? {}
        : { demandFte: rowsOf(problem.demandFte, places, problem.periods.length) }),
      channels: problem.channels.map((channel, index) =>
        channelOfPart(channel, { places, posts: itemAt(posts, index), positionOf }),
      ),
      budgets: problem.budgets.map((budget) => ({
        ...budget,
        gbpPerYear: budget.gbpPerYear.map((gbp) => gbp * needShare),
      })),
      caps: wholeCaps.map((cap) => ({
        ...cap,
        places: cap.places.filter((place) => positions.has(place)).map(positionOf),
        most: cap.most * shareOf(cap.places),
      })),
      floors: floors.map((index) => {
        const floor = itemAt(problem.floors ?? [], index);
        return { ...floor, place: positionOf(floor.place) };
      }),
    },
  };
}

function channelOfPart(
  channel: PlanChannel,
  part: {
    readonly places: readonly number[];
    readonly posts: CutPosts | null;
    readonly positionOf: (place: number) => number;
  },
): PlanChannel {
  const { places, posts, positionOf } = part;
  const shares = posts?.shares ?? places.map((place) => itemAt(channel.shareOfPlace, place));
  const total = sumOf(channel.shareOfPlace);
  const partShare = total > 0 ? sumOf(shares) / total : 0;
  const { opening } = channel;
  return {
    ...channel,
    peoplePerYear: channel.peoplePerYear.map((people) => people * partShare),
    shareOfPlace: shares.map((share) => (partShare > 0 ? share / partShare : 0)),
    ...(opening === undefined
      ? {}
      : { opening: { ...opening, groupOfPlace: places.map((place) => itemAt(opening.groupOfPlace, place)) } }),
    ...(posts === null
      ? {}
      : {
          serves: posts.serves.map((served) => served.map(({ place, share }) => ({ place: positionOf(place), share }))),
        }),
  };
}

/** Rows of values by place, shape [place][any] → [place of the part][any]. */
function rowsOf(values: Float64Array, places: readonly number[], width: number): Float64Array {
  const rows = new Float64Array(places.length * width);
  places.forEach((place, index) => {
    rows.set(values.subarray(place * width, (place + 1) * width), index * width);
  });
  return rows;
}

function indicesOf<T>(items: readonly T[], isOne: (item: T) => boolean): readonly number[] {
  const indices: number[] = [];
  items.forEach((item, index) => {
    if (isOne(item)) indices.push(index);
  });
  return indices;
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
