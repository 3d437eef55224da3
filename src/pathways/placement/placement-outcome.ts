// What a placement comes to: first choices, those outside their top five, those without a place, and how full places are.
import { TOP_CHOICES } from './placement-points.ts';
import type { PlacementTable } from './placement-table.ts';

export type PlacementOutcome = {
  readonly people: number;
  readonly firstChoices: number;
  /** Placed below their fifth choice, or where they did not ask to go. */
  readonly outsideTopFive: number;
  readonly unplaced: number;
  /** Of those placed, one way; 0 where nobody travels. */
  readonly meanTravelMinutes: number;
  /** Share filled of the emptiest place that has open posts, 0..1; 1 where no place has any. */
  readonly emptiestFillShare: number;
  readonly fills: readonly PlaceFill[];
};

export type PlaceFill = { readonly place: string; readonly open: number; readonly filled: number };

/** @param seatOf place of each person, UNPLACED for none */
export function placementOutcome(table: PlacementTable, seatOf: Int32Array): PlacementOutcome {
  const filled = new Int32Array(table.places.length);
  let [firstChoices, outsideTopFive, unplaced, minutes] = [0, 0, 0, 0];
  seatOf.forEach((seat, person) => {
    if (seat < 0) {
      unplaced++;
      return;
    }
    const entry = person * table.places.length + seat;
    const rank = table.rank[entry] ?? 0;
    const isOnList = rank <= (table.people[person]?.preferences.length ?? 0);
    if (rank === 1 && isOnList) firstChoices++;
    if (rank > TOP_CHOICES || !isOnList) outsideTopFive++;
    minutes += Math.max(0, table.minutes[entry] ?? 0);
    filled[seat] = (filled[seat] ?? 0) + 1;
  });
  const placed = seatOf.length - unplaced;
  const fills = table.places.map(({ id }, place) => ({
    place: id,
    open: table.open[place] ?? 0,
    filled: filled[place] ?? 0,
  }));
  return {
    people: seatOf.length,
    firstChoices,
    outsideTopFive,
    unplaced,
    meanTravelMinutes: placed === 0 ? 0 : minutes / placed,
    emptiestFillShare: fills.reduce(
      (least, fill) => (fill.open > 0 ? Math.min(least, fill.filled / fill.open) : least),
      1,
    ),
    fills,
  };
}
