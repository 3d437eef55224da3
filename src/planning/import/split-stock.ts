// Whole people of one place carried to another total, or split over the places below it.
import { assert } from '#kernel';
import { largestRemainder, type StockRow } from '#workforce';

/** The stock at another total: the rows keep their proportions, in whole people by largest remainder; FTE per person
 *  stays as it was. */
export function scaleStock(rows: readonly StockRow[], factor: number): readonly StockRow[] {
  const counts = rows.map((row) => row.headcount);
  const total = Math.round(counts.reduce((sum, count) => sum + count, 0) * factor);
  const scaled = largestRemainder(counts, total);
  return rows.flatMap((row, index) => {
    const headcount = scaled[index] ?? 0;
    return headcount === 0 ? [] : [{ ...row, headcount, fte: rounded((row.fte * headcount) / row.headcount) }];
  });
}

/** Splits the stock of a place over places below it: each gets its share of all people to the nearest whole person, every
 *  row of the stock keeps its people and its FTE, and each role, band and age is spread as evenly as whole people allow.
 *  @param parts code and weight of each place below; some weight is above 0 */
export function splitStock(
  rows: readonly StockRow[],
  parts: readonly { readonly code: string; readonly weight: number }[],
): readonly StockRow[] {
  const total = rows.reduce((sum, row) => sum + row.headcount, 0);
  const weights = parts.map((part) => part.weight);
  assert(Math.max(0, ...weights) > 0, 'a stock is split by weights of which one is above 0');
  const shares = largestRemainder(weights, total);
  const given = new Int32Array(parts.length);
  let dealt = 0;
  return rows.flatMap((row) => {
    const counts = new Int32Array(parts.length);
    for (let person = 0; person < row.headcount; person++) {
      dealt++;
      const next = furthestBehind({ shares, given, shareDealt: dealt / total });
      given[next] = (given[next] ?? 0) + 1;
      counts[next] = (counts[next] ?? 0) + 1;
    }
    return rowsOf(row, counts, parts);
  });
}

/** The part that is furthest behind its share once one more person is dealt, and has not had all of it; the first of
 *  equals. Dealing person by person spreads every stretch of rows in proportion, where rounding each row by itself would
 *  give all rows of one person to the largest part. */
function furthestBehind(at: {
  readonly shares: Int32Array;
  readonly given: Int32Array;
  readonly shareDealt: number;
}): number {
  let best = -1;
  let furthest = Number.NEGATIVE_INFINITY;
  for (let part = 0; part < at.shares.length; part++) {
    const share = at.shares[part] ?? 0;
    const given = at.given[part] ?? 0;
    const behind = share * at.shareDealt - given;
    if (given < share && behind > furthest) {
      best = part;
      furthest = behind;
    }
  }
  assert(best >= 0, 'there are as many shares as people');
  return best;
}

/** Steps in which FTE is dealt out, for one full-time equivalent: four decimals in the file. */
const FTE_STEPS = 10_000;

function rowsOf(row: StockRow, counts: Int32Array, parts: readonly { readonly code: string }[]): readonly StockRow[] {
  const steps = largestRemainder(counts, Math.round(row.fte * FTE_STEPS));
  return parts.flatMap(({ code }, part) => {
    const headcount = counts[part] ?? 0;
    return headcount === 0 ? [] : [{ ...row, place: code, headcount, fte: (steps[part] ?? 0) / FTE_STEPS }];
  });
}

function rounded(fte: number): number {
  return Math.round(fte * FTE_STEPS) / FTE_STEPS;
}
