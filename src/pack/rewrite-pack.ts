// The files of a pack after an import: new places, drivers and stock, and a head that says so; all else word for word.
import { assert, formatMonth } from '#kernel';
import type { ImportedPack, Table } from '#planning';
import type { HealthSystem } from '#workforce';
import { isMap, isSeq, parseDocument } from 'yaml';
import { DRIVER_COLUMNS, PLACE_COLUMNS, STOCK_COLUMNS } from './schemas/rows.ts';

/** @param files the pack as it was: path → text
 *  @param writeCsv turns a table into CSV text */
export function rewritePack(
  files: ReadonlyMap<string, string>,
  imported: ImportedPack,
  writeCsv: (table: Table) => string,
): ReadonlyMap<string, string> {
  const { system, keepsCases } = imported;
  const rewritten = new Map([...files].filter(([path]) => keepsCases || !path.startsWith('cases/')));
  rewritten.set('pack.yaml', rewriteHead(files.get('pack.yaml') ?? '', system));
  for (const table of [placesTable(system), driversTable(system), stockTable(system)]) {
    rewritten.set(`${table.name}.csv`, writeCsv(table).replaceAll('\r\n', '\n'));
  }
  return rewritten;
}

/** Changes the fields that an import changes and keeps the others with their comments. */
function rewriteHead(text: string, system: HealthSystem): string {
  const head = parseDocument(text);
  head.set('id', system.id);
  head.set('name', system.name);
  head.set('baseMonth', formatMonth(system.baseMonth));
  for (const [field, items] of [
    ['sources', system.sources],
    ['drivers', system.drivers],
  ] as const) {
    const known = idsIn(head.get(field));
    for (const item of items) if (!known.includes(item.id)) head.addIn([field], head.createNode(item));
  }
  const limits = head.get('limits');
  const known = isSeq(limits) ? limits.items.length : 0;
  for (const limit of system.limits.slice(known)) head.addIn(['limits'], limit);
  const comparisons = idsIn(head.get('comparisons'));
  const kept = system.comparisons.map((comparison) => comparison.id);
  for (const [index, id] of [...comparisons.entries()].toReversed()) {
    if (!kept.includes(id)) head.deleteIn(['comparisons', index]);
  }
  return head.toString({ lineWidth: 120, flowCollectionPadding: true });
}

function idsIn(list: unknown): readonly string[] {
  if (!isSeq(list)) return [];
  return list.items.map((item) => (isMap(item) ? String(item.get('id')) : ''));
}

function placesTable({ places }: HealthSystem): Table {
  return {
    name: 'places',
    columns: PLACE_COLUMNS,
    rows: places.map((place) => [
      place.code,
      place.name,
      place.tier,
      place.kind,
      place.parent ?? '',
      formatMonth(place.from),
      place.to === null ? '' : formatMonth(place.to),
      place.successor ?? '',
    ]),
  };
}

function driversTable({ driverValues }: HealthSystem): Table {
  return {
    name: 'drivers',
    columns: DRIVER_COLUMNS,
    rows: driverValues.map((row) => [row.place, row.driver, row.value, row.source]),
  };
}

function stockTable({ stock }: HealthSystem): Table {
  return {
    name: 'stock',
    columns: STOCK_COLUMNS,
    rows: stock.map((row) => {
      assert(row.fte > 0 || row.headcount === 0, `people at '${row.place}' have no FTE`);
      return [row.place, row.role, row.band, row.ageGroup, row.headcount, row.fte, row.source];
    }),
  };
}
