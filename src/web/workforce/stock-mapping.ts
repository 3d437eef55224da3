// Which column of a file that was sent holds what of people in post, and the rows as the pack writes them.
import type { SentRow, SentTable } from '#service';
import type { HealthSystem } from '#workforce';

/** What a row of people in post says, in the order of the pack's file. */
export const STOCK_FIELDS = [
  { id: 'place', label: 'Place', hint: 'The code or the name of a place.' },
  { id: 'role', label: 'Role', hint: 'The id or the name of a role.' },
  { id: 'band', label: 'Pay band', hint: 'The id or the name of a band.' },
  { id: 'ageGroup', label: 'Age group', hint: 'The id of an age group of the pack.' },
  { id: 'headcount', label: 'Headcount', hint: 'Whole people.' },
  { id: 'fte', label: 'Full-time equivalents', hint: 'More than 0 and at most the headcount.' },
  { id: 'source', label: 'Source', hint: 'A column with ids of sources, or one source for all rows.' },
] as const;
export type StockField = (typeof STOCK_FIELDS)[number]['id'];

/** `column:3` for the third column after the first, `fixed:ID` for one value in all rows, empty where nothing is chosen. */
export type StockMapping = Readonly<Record<StockField, string>>;

const OTHER_NAMES: Readonly<Record<StockField, readonly string[]>> = {
  place: ['placecode', 'organisation', 'organisationcode', 'orgcode', 'code', 'site', 'employer'],
  role: ['job', 'jobrole', 'jobtitle', 'post', 'position'],
  band: ['payband', 'grade', 'afcband', 'paygrade'],
  ageGroup: ['age', 'ageband', 'agerange'],
  headcount: ['people', 'hc', 'heads', 'staff', 'count'],
  fte: ['wte', 'fulltimeequivalent', 'fulltimeequivalents', 'wholetimeequivalent'],
  source: ['sourceid', 'from'],
};

/** @param chosen what somebody chose by hand, which goes before what the names of the columns suggest */
export function mappingOf({ columns }: SentTable, chosen: Readonly<Record<string, string>>): StockMapping {
  const plain = columns.map((column) => column.toLowerCase().replaceAll(/[^a-z]/g, ''));
  const guess = (field: StockField): string => {
    const names = [field.toLowerCase(), ...OTHER_NAMES[field]];
    const at = plain.findIndex((column) => names.includes(column));
    return at === -1 ? '' : `column:${at}`;
  };
  const of = (field: StockField) => chosen[field] ?? guess(field);
  return {
    place: of('place'),
    role: of('role'),
    band: of('band'),
    ageGroup: of('ageGroup'),
    headcount: of('headcount'),
    fte: of('fte'),
    source: of('source'),
  };
}

export function missingFields(mapping: StockMapping, table: SentTable): readonly StockField[] {
  return STOCK_FIELDS.map(({ id }) => id).filter((id) => readerOf(mapping[id], table) === null);
}

/** The rows in the order of the file; names of places, roles and bands become their ids, and what is neither stays as
 *  it is, for the reader of the pack to say so. */
export function mappedRows(table: SentTable, mapping: StockMapping, system: HealthSystem): readonly SentRow[] {
  const ids: Partial<Record<StockField, ReadonlyMap<string, string>>> = {
    place: namesOf(system.places.map(({ code, name }) => ({ id: code, name }))),
    role: namesOf(system.roles),
    band: namesOf(system.bands),
  };
  const readers = STOCK_FIELDS.map(({ id }) => ({ id, read: readerOf(mapping[id], table) }));
  return table.rows.map(({ line, cells }) => ({
    line,
    cells: readers.map(({ id, read }) => {
      const text = read?.(cells) ?? '';
      return ids[id]?.get(text.toLowerCase()) ?? text;
    }),
  }));
}

function readerOf(choice: string, { columns }: SentTable): ((cells: readonly string[]) => string) | null {
  if (choice.startsWith('fixed:')) {
    const fixed = choice.slice('fixed:'.length);
    return fixed === '' ? null : () => fixed;
  }
  const [, digits] = /^column:(\d{1,4})$/.exec(choice) ?? [];
  const at = digits === undefined ? -1 : Number(digits);
  return at >= 0 && at < columns.length ? (cells) => cells[at] ?? '' : null;
}

/** Ids go before names: a band whose name is another's id is known by its id. */
function namesOf(known: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map([
    ...known.map(({ id, name }) => [name.toLowerCase(), id] as const),
    ...known.map(({ id }) => [id.toLowerCase(), id] as const),
  ]);
}
