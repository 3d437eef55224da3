// Forecast against actual: by how much the gap was missed, taken apart so that the parts add up to it exactly.

/** What one month of one place and family came to, in people, as forecast or as counted. */
export type MonthCount = {
  readonly opening: number;
  readonly closing: number;
  readonly joiners: number;
  readonly leavers: number;
  readonly completers: number;
  readonly demand: number;
};

export const MISS_PARTS = ['stock', 'leavers', 'joiners', 'channel', 'reclassification', 'demand'] as const;
export type MissPart = (typeof MISS_PARTS)[number];

/** Each part is what it adds to the gap, in people: more leavers than forecast are below 0, and so is more demand. */
export type Miss = { readonly gap: number; readonly parts: { readonly [part in MissPart]: number } };

/** Actual less forecast of the gap (closing people less demand) at the end of the last month.
 *
 *  The counts' own identity, closing = opening + joiners + completers − leavers + reclassification, defines the
 *  reclassification on either side, so nothing is left over.
 *  @param months in order, each opening where the one before closed
 *  @source docs/model/delivery.md, eqs. 1 and 2 */
export function missOf(months: readonly { readonly forecast: MonthCount; readonly actual: MonthCount }[]): Miss {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return NO_MISS;
  const sum = (of: (count: MonthCount) => number) =>
    months.reduce((total, { forecast, actual }) => total + fine(of(actual)) - fine(of(forecast)), 0);
  const [forecastEnd, actualEnd] = [last.forecast, last.actual];
  const closing = fine(actualEnd.closing) - fine(forecastEnd.closing);
  const parts = {
    stock: fine(first.actual.opening) - fine(first.forecast.opening),
    leavers: 0 - sum(({ leavers }) => leavers),
    joiners: sum(({ joiners }) => joiners),
    channel: sum(({ completers }) => completers),
    demand: fine(forecastEnd.demand) - fine(actualEnd.demand),
  };
  const reclassification = closing - parts.stock - parts.leavers - parts.joiners - parts.channel;
  return { gap: closing + parts.demand, parts: { ...parts, reclassification } };
}

const NO_MISS: Miss = {
  gap: 0,
  parts: { stock: 0, leavers: 0, joiners: 0, channel: 0, reclassification: 0, demand: 0 },
};

/** The nearest 1024th of a person: sums and differences of such numbers are exact in binary, in whatever order. */
export function fine(people: number): number {
  return Math.round(people * 1024) / 1024 + 0;
}
