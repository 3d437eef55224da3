// Reads how much each body answers for against the senior posts it has to answer with.
import { groupBy } from '#kernel';
import type { Place, StockRow } from '#workforce';
import { comparePlaces, placeTree, subtreeOf } from '#workforce';
import type { SpanOfControl } from '../catalogue.ts';
import type { Accountability } from './accountable-bodies.ts';

export type SpanReading = {
  readonly body: string;
  /** Different requirements that it answers for. */
  readonly requirements: number;
  /** Places in which it answers for them, itself included where it does. */
  readonly places: number;
  /** People in senior posts of the body itself, or, where it holds no posts, of the places below it. */
  readonly seniorPeople: number;
  /** Requirements that those people can answer for. */
  readonly capacity: number;
  readonly isOverstretched: boolean;
};

export type SpanContext = {
  readonly accountabilities: readonly Accountability[];
  readonly places: readonly Place[];
  readonly stock: readonly StockRow[];
  readonly rule: SpanOfControl;
};

/** One reading for each body that answers for anything, from the centre outwards. */
export function spanReadings({ accountabilities, places, stock, rule }: SpanContext): readonly SpanReading[] {
  const tree = placeTree(places);
  const byBody = groupBy(accountabilities, (each) => each.body);
  const senior = stock.filter((row) => rule.bands.includes(row.band));
  return [...places]
    .sort(comparePlaces)
    .filter((each) => byBody.has(each.code))
    .map((body) => {
      const answered = byBody.get(body.code) ?? [];
      const holdsPosts = stock.some((row) => row.place === body.code);
      const within = new Set(holdsPosts ? [body.code] : subtreeOf(tree, body.code).map((each) => each.code));
      const people = senior.filter((row) => within.has(row.place)).reduce((sum, row) => sum + row.headcount, 0);
      const requirements = new Set(answered.map((each) => each.requirement)).size;
      const capacity = people * rule.requirementsPerPost;
      return {
        body: body.code,
        requirements,
        places: new Set(answered.map((each) => each.place)).size,
        seniorPeople: people,
        capacity,
        isOverstretched: requirements > capacity,
      };
    });
}
