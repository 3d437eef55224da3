// How the people of a role are spread over bands and ages, as far as it may be told.
import { publishCount, type DisclosureRule } from '#disclosure';
import { groupBy } from '#kernel';
import type { HealthSystem, Role, StockRow } from '#workforce';
import { scaleStock } from '../import/split-stock.ts';

/** The fewest places whose people make a mix: of two, each would learn the other's by taking away its own. */
const FEWEST_PLACES = 3;

export type MixQuestion = {
  readonly system: HealthSystem;
  /** Rows of those places and roles whose count is shown. */
  readonly shown: readonly StockRow[];
  readonly rule: DisclosureRule;
  /** Id of the role. */
  readonly role: string;
  /** Whole people to be spread. */
  readonly people: number;
  /** Id of the source that the rows are to name. */
  readonly source: string;
};

/** Rows of nobody's place that add up to `people`. The mix is that of the nation: of those counts of the role that are
 *  shown; where they are too few, of those of its family, then of all roles, in the role's bands; else even. A hidden
 *  count has no part in it, so nothing can be learnt of it from any mix. */
export function mixOfRole(question: MixQuestion): readonly StockRow[] {
  const { system, people } = question;
  const role = system.roles.find(({ id }) => id === question.role);
  if (role === undefined) return [];
  const mix = knownMix(question, role) ?? evenMix(question, role);
  const known = mix.reduce((sum, { headcount }) => sum + headcount, 0);
  return scaleStock(mix, people / known);
}

function knownMix({ system, shown, rule, role: id, source }: MixQuestion, role: Role): readonly StockRow[] | null {
  const familyOf = new Map(system.roles.map((each) => [each.id, each.family]));
  const pools = [
    shown.filter((row) => row.role === id),
    shown.filter((row) => familyOf.get(row.role) === role.family && role.bands.includes(row.band)),
    shown.filter((row) => role.bands.includes(row.band)),
  ];
  const pool = pools.find(
    (rows) =>
      sumOf(rows).headcount >= rule.minPercentBase && new Set(rows.map(({ place }) => place)).size >= FEWEST_PLACES,
  );
  if (pool === undefined) return null;
  const whole = sumOf(pool);
  return [...groupBy(pool, ({ band, ageGroup }) => `${band}\n${ageGroup}`).values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { headcount, fte } = sumOf(rows);
    const ftePerPerson = headcount >= rule.minAverageBase ? fte / headcount : whole.fte / whole.headcount;
    const { band, ageGroup } = first;
    return [{ place: '', role: id, band, ageGroup, headcount, fte: headcount * ftePerPerson, source }];
  });
}

/** One in each band and age group, all of them full-time. */
function evenMix({ system, source }: MixQuestion, { id, bands }: Role): readonly StockRow[] {
  return bands.flatMap((band) =>
    system.ageGroups.map((group) => ({ place: '', role: id, band, ageGroup: group.id, headcount: 1, fte: 1, source })),
  );
}

/** Rows of those places and roles whose count is shown by the rule. */
export function shownRows(system: HealthSystem, rule: DisclosureRule): readonly StockRow[] {
  const cells = groupBy(system.stock, ({ place, role }) => `${place}\n${role}`);
  return [...cells.values()].filter((rows) => publishCount(rule, sumOf(rows).headcount).kind === 'shown').flat();
}

function sumOf(rows: readonly StockRow[]): { readonly headcount: number; readonly fte: number } {
  return rows.reduce((sum, row) => ({ headcount: sum.headcount + row.headcount, fte: sum.fte + row.fte }), {
    headcount: 0,
    fte: 0,
  });
}
