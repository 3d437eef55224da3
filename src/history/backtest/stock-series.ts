// Yearly series of stock, one for the whole and one for each part, made of the rows of a history.
import { fail, groupBy, ok, type Month, type Result } from '#kernel';
import { EVERYBODY, type HistoryRow } from '#workforce';

/** A history on a grid of years. */
export type StockHistory = {
  /** A year apart, ascending. */
  readonly months: readonly Month[];
  readonly whole: StockSeries;
  /** What the whole is made of; empty where the history tells of one series only. */
  readonly parts: readonly StockSeries[];
  /** What was left out or added up on the way, in sentences. */
  readonly notes: readonly string[];
};

/** One value for each month of the history; null where nobody was counted. */
export type StockSeries = {
  readonly name: string;
  readonly stock: readonly (number | null)[];
  readonly joiners: readonly (number | null)[];
  readonly leavers: readonly (number | null)[];
};

/** Fewest counts of the whole from which a forecast can be made and tried. */
const FEWEST_COUNTS = 4;

/** Takes the calendar month with most counts as the grid, so that quarterly counts fall away; where no row tells of
 *  the whole, it is the sum of the parts in the months in which all of them were counted. */
export function stockHistoryOf(rows: readonly HistoryRow[]): Result<StockHistory> {
  const counted = rows.filter((row) => row.stock !== null && row.stock > 0);
  const grid = gridOf(counted.map((row) => row.period));
  const onGrid = counted.filter((row) => grid.includes(row.period));
  const bySeries = groupBy(onGrid, nameOf);
  const series = [...bySeries].map(([name, its]) => seriesOf(name, its, grid));
  const named = series.find(({ name }) => name === WHOLE) ?? (series.length === 1 ? series[0] : undefined);
  const whole = named ?? sumOf(series, grid);
  const parts = series.filter((one) => one !== named);
  const counts = whole.stock.filter((stock) => stock !== null).length;
  if (counts < FEWEST_COUNTS) return fail(tooShort(counts));
  return ok({ months: grid, whole, parts, notes: notesOf({ rows, onGrid, grid, isSummed: named === undefined }) });
}

/** The name of the series that is the whole. */
const WHOLE = 'All';

function nameOf({ group, place, band, ageGroup }: HistoryRow): string {
  const named = [group, place, band, ageGroup].filter((member) => member !== EVERYBODY);
  return named.length === 0 ? WHOLE : named.join(' · ');
}

function gridOf(periods: readonly Month[]): readonly Month[] {
  const distinct = [...new Set(periods)].toSorted((one, other) => one - other);
  const byCalendarMonth = [...groupBy(distinct, (month) => ((month % 12) + 12) % 12).values()];
  const best = byCalendarMonth.toSorted(
    (one, other) => other.length - one.length || (other.at(-1) ?? 0) - (one.at(-1) ?? 0),
  )[0];
  const [first, last] = [best?.[0], best?.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: (last - first) / 12 + 1 }, (_, year) => first + 12 * year);
}

function seriesOf(name: string, rows: readonly HistoryRow[], grid: readonly Month[]): StockSeries {
  const at = new Map(rows.map((row) => [row.period, row]));
  const read = (field: 'stock' | 'joiners' | 'leavers') => grid.map((month) => at.get(month)?.[field] ?? null);
  return { name, stock: read('stock'), joiners: read('joiners'), leavers: read('leavers') };
}

function sumOf(series: readonly StockSeries[], grid: readonly Month[]): StockSeries {
  const add = (field: 'stock' | 'joiners' | 'leavers') =>
    grid.map((_, year) => {
      const values = series.map((one) => one[field][year] ?? null).filter((value) => value !== null);
      return values.length === series.length ? values.reduce((sum, value) => sum + value, 0) : null;
    });
  return { name: WHOLE, stock: add('stock'), joiners: add('joiners'), leavers: add('leavers') };
}

function notesOf(told: {
  readonly rows: readonly HistoryRow[];
  readonly onGrid: readonly HistoryRow[];
  readonly grid: readonly Month[];
  readonly isSummed: boolean;
}): readonly string[] {
  const leftOut = told.rows.length - told.onGrid.length;
  const present = new Set(told.onGrid.map((row) => row.period)).size;
  const gaps = told.grid.length - present;
  return [
    ...(leftOut === 0
      ? []
      : [`${leftOut} counts stand in another month of the year or hold nobody, and are left out.`]),
    ...(gaps === 0 ? [] : [`${gaps} years have no count; no forecast is made from them or tried on them.`]),
    ...(told.isSummed ? ['No row tells of the whole, so it is the sum of the series where all were counted.'] : []),
  ];
}

function tooShort(counts: number) {
  return {
    code: 'inconsistent' as const,
    message: `the history holds ${counts} yearly counts of the whole; a backtest needs ${FEWEST_COUNTS} or more, a year apart`,
    path: 'stock',
    hint: 'Add earlier years, or a row for the whole in each year.',
  };
}
