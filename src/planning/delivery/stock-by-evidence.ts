// The stock that evidence counted: each place's rows brought to its closing headcount, in whole people.
import { monthOf, type EvidenceRecord } from '#delivery';
import { groupBy, type Month } from '#kernel';
import type { HealthSystem, StockRow } from '#workforce';

export type CountedStock = {
  readonly stock: readonly StockRow[];
  /** Places without verified evidence of the month; their rows stand as they were. */
  readonly uncounted: readonly string[];
};

/** Within a place and family the mix of role, band and age stays as it was, for evidence does not tell of it; whole people
 *  are shared out by largest remainder, so that they add up to the count.
 *  @param at the month at whose end people were counted
 *  @param source id of the source that the new rows name */
export function stockByEvidence(
  system: HealthSystem,
  evidence: readonly EvidenceRecord[],
  { at, source }: { readonly at: Month; readonly source: string },
): CountedStock {
  const familyOf = new Map(system.roles.map(({ id, family }) => [id, family]));
  const counted = evidence.filter(({ state, month }) => state === 'verified' && monthOf(month) === at);
  const known = new Map<string, number>(
    counted.flatMap(({ place, rows }) => rows.map((row) => [`${place}\n${row.family}`, row.closingPeople] as const)),
  );
  const keyOf = ({ place, role }: StockRow): string => {
    const family = `${place}\n${familyOf.get(role) ?? ''}`;
    return known.has(family) ? family : `${place}\n*`;
  };
  const stock = [...groupBy(system.stock, keyOf)].flatMap(([key, rows]) => {
    const people = known.get(key);
    return people === undefined ? rows : broughtTo(rows, Math.round(people), source);
  });
  const told = new Set(counted.map(({ place }) => place));
  const uncounted = [...new Set(system.stock.map(({ place }) => place))].filter((place) => !told.has(place));
  return { stock, uncounted };
}

function broughtTo(rows: readonly StockRow[], people: number, source: string): readonly StockRow[] {
  const before = rows.reduce((sum, { headcount }) => sum + headcount, 0);
  const exact = rows.map(({ headcount }) => (before === 0 ? 0 : (headcount * people) / before));
  const whole = exact.map(Math.floor);
  const left = people - whole.reduce((sum, each) => sum + each, 0);
  const byRemainder = exact
    .map((each, index) => ({ index, remainder: each - (whole[index] ?? 0) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, before === 0 ? 0 : left)) whole[index] = (whole[index] ?? 0) + 1;
  return rows.flatMap((row, index) => {
    const headcount = whole[index] ?? 0;
    if (headcount === 0) return [];
    const fte = Math.round((row.fte / row.headcount) * headcount * 100) / 100;
    return [{ ...row, headcount, fte: Math.min(fte, headcount), source }];
  });
}
