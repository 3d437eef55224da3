// What a history counts of one group year by year: stock before and after, who came, who went; gaps filled by the identity.
import { groupBy, type Month } from '#kernel';
import { EVERYBODY, type HistoryRow } from '#workforce';

/** One year of one group. */
export type YearlyFlow = {
  /** The month at whose end the year ends. */
  readonly period: Month;
  readonly place: string;
  readonly band: string;
  readonly ageGroup: string;
  readonly opening: number;
  readonly closing: number;
  readonly joiners: number;
  readonly leavers: number;
  /** Whether the file counted the closing stock, or it follows from the flows. */
  readonly isCounted: boolean;
  /** What the file calls the year; null where it does not say. */
  readonly regime: string | null;
};

/** The years of a group for which joiners and leavers are known, and a stock is known in that year or a chain of years
 *  beside it. Rows of several files about the same thing complete each other; the earlier row holds. */
export function yearlyFlows(rows: readonly HistoryRow[]): readonly YearlyFlow[] {
  const groups = groupBy(rows, ({ place, band, ageGroup }) => JSON.stringify([place, band, ageGroup]));
  return [...groups.values()].flatMap(flowsOfGroup);
}

/** Rows that split the workforce by exactly these axes. */
export function isSplitBy(
  { place, band, ageGroup }: Pick<HistoryRow, 'place' | 'band' | 'ageGroup'>,
  axes: { readonly place: boolean; readonly band: boolean; readonly ageGroup: boolean },
): boolean {
  const names = [place !== EVERYBODY, band !== EVERYBODY, ageGroup !== EVERYBODY];
  return names[0] === axes.place && names[1] === axes.band && names[2] === axes.ageGroup;
}

function flowsOfGroup(rows: readonly HistoryRow[]): readonly YearlyFlow[] {
  const byPeriod = [...groupBy(rows, (row) => row.period).values()].map(mergeRows);
  const at = new Map(byPeriod.map((row) => [row.period, row]));
  const stocks = filledStocks(at);
  return byPeriod.flatMap((row): readonly YearlyFlow[] => {
    const { period, place, band, ageGroup, stock, joiners, leavers, regime } = row;
    const closing = stocks.get(period);
    if (joiners === null || leavers === null || closing === undefined) return [];
    const opening = Math.max(closing - joiners + leavers, 0);
    return [{ period, place, band, ageGroup, opening, closing, joiners, leavers, isCounted: stock !== null, regime }];
  });
}

function mergeRows(rows: readonly HistoryRow[]): HistoryRow {
  return rows.reduce((one, other) => ({
    ...one,
    stock: one.stock ?? other.stock,
    joiners: one.joiners ?? other.joiners,
    leavers: one.leavers ?? other.leavers,
    regime: one.regime ?? other.regime,
  }));
}

/** Stocks that were counted, and those that follow from a neighbour's by who came and who went. Later counts are
 *  carried back before earlier ones are carried on, for recent counts are the better known. */
function filledStocks(at: ReadonlyMap<Month, HistoryRow>): ReadonlyMap<Month, number> {
  const stocks = new Map([...at].flatMap(([month, { stock }]) => (stock === null ? [] : [[month, stock] as const])));
  const months = [...at.keys()].toSorted((one, other) => one - other);
  for (const month of months.toReversed()) {
    const [row, stock] = [at.get(month), stocks.get(month)];
    if (row === undefined || stock === undefined || row.joiners === null || row.leavers === null) continue;
    if (at.has(month - 12) && !stocks.has(month - 12)) stocks.set(month - 12, stock - row.joiners + row.leavers);
  }
  for (const month of months) {
    const [row, before] = [at.get(month), stocks.get(month - 12)];
    if (row === undefined || before === undefined || row.joiners === null || row.leavers === null) continue;
    if (!stocks.has(month)) stocks.set(month, before + row.joiners - row.leavers);
  }
  return stocks;
}
