// A record's body as the texts of a form, there and back.
import { groupBy, type Problem } from '#kernel';
import type { FormProblem } from '../shell/problem-summary.tsx';
import type { ColumnSpec, FieldSpec } from './field-spec.ts';

/** Texts by the names of their fields. */
export type Fields = Readonly<Record<string, string>>;

export function fieldsOfBody(specs: readonly FieldSpec[], body: unknown): Fields {
  return Object.fromEntries(specs.map((spec) => [spec.name, textOf(spec, body)]));
}

export type BodyRead = { readonly body: unknown; readonly problems: readonly FormProblem[] };

/** What is not a number where one is asked for is a problem here; all else the record's own schema judges.
 *  @param base what the form does not ask for */
export function bodyOfFields(
  specs: readonly FieldSpec[],
  fields: Fields,
  base: Readonly<Record<string, unknown>>,
): BodyRead {
  const problems: FormProblem[] = [];
  const entries = specs.map((spec): readonly [string, unknown] => {
    const text = fields[spec.name] ?? '';
    if (spec.kind === 'rows') return [spec.list, itemsOf(spec, text, problems)];
    return [spec.name, valueOf(spec, text, problems)];
  });
  const built = treeOf(entries);
  return { body: { ...base, ...Object.fromEntries(pairsOf(built)) }, problems };
}

/** Problems of the record's schema at the fields that they speak of. */
export function atFields(specs: readonly FieldSpec[], problems: readonly Problem[]): readonly FormProblem[] {
  return problems.map(({ path, message, hint }) => {
    const within = path.slice(path.indexOf('.') + 1);
    const found = specs
      .filter((spec) => isWithin(within, spec.kind === 'rows' ? spec.list : spec.name))
      .toSorted((one, other) => other.name.length - one.name.length)[0];
    return { field: found?.name ?? null, message: found === undefined ? `${message} ${hint}` : toldOf(found, message) };
  });
}

/** A field that was left empty is told as that, and not as a text that is too short. */
function toldOf({ label }: FieldSpec, message: string): string {
  if (/(string|array) to have >=1 (characters|items)/.test(message)) return `${label} is missing.`;
  return `${label}: ${message.slice(message.indexOf(': ') + 2)}`;
}

function isWithin(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}.`);
}

type RowsSpec = Extract<FieldSpec, { kind: 'rows' }>;

function textOf(spec: FieldSpec, body: unknown): string {
  if (spec.kind === 'lines') return listAt(body, spec.name).map(cellText).join('\n');
  if (spec.kind !== 'rows') return cellText(valueAt(body, spec.name));
  const { list, mark, columns } = spec;
  return listAt(body, list)
    .filter((item) => mark === null || valueAt(item, mark.field) === mark.value)
    .map((item) => columns.map(({ name }) => cellText(valueAt(item, name))).join(' | '))
    .join('\n');
}

function listAt(body: unknown, path: string): readonly unknown[] {
  const items = valueAt(body, path);
  return Array.isArray(items) ? items : [];
}

function cellText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function valueOf(spec: Exclude<FieldSpec, RowsSpec>, text: string, problems: FormProblem[]): unknown {
  if (spec.kind === 'lines') return text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (spec.kind === 'codes') return text.split(/[\s,]+/).filter((each) => each !== '');
  if (text === '' && spec.isOptional) return null;
  if (spec.kind !== 'number') return text;
  const value = numberOf(text);
  if (value === null) {
    const message = text.trim() === '' ? `${spec.label} is missing.` : `${spec.label}: '${text}' is not a number.`;
    problems.push({ field: spec.name, message });
  }
  return value ?? 0;
}

function itemsOf(spec: RowsSpec, text: string, problems: FormProblem[]): readonly unknown[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const cells = line.split(/[|\t]/).map((cell) => cell.trim());
    if (cells.length !== spec.columns.length) {
      const message = `${spec.label}: '${line.trim()}' has ${cells.length} cells, not ${spec.columns.length}.`;
      problems.push({ field: spec.name, message });
    }
    const entries = spec.columns.map((column, index): readonly [string, unknown] => {
      const cell = cellOf(column, cells[index] ?? '');
      if (cell.isFlawed) {
        const message = `${spec.label}: '${cells[index] ?? ''}' in '${line.trim()}' is not a number.`;
        problems.push({ field: spec.name, message });
      }
      return [column.name, cell.value];
    });
    return treeOf(spec.mark === null ? entries : [...entries, [spec.mark.field, spec.mark.value]]);
  });
}

function cellOf(
  { kind, isOptional }: ColumnSpec,
  text: string,
): { readonly value: unknown; readonly isFlawed: boolean } {
  if (text === '' && isOptional) return { value: null, isFlawed: false };
  if (kind === 'text') return { value: text, isFlawed: false };
  const value = numberOf(text);
  return { value: value ?? 0, isFlawed: value === null };
}

/** Pounds and thousands may be marked as people write them. */
function numberOf(text: string): number | null {
  const plain = text.replaceAll(/[£,\s]/g, '');
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? null : value;
}

/** Entries by path as one tree; keys that are all numbers make a list, and lists at one path stand after each other. */
function treeOf(entries: readonly (readonly [string, unknown])[]): unknown {
  const byHead = groupBy(entries, ([path]) => path.split('.')[0] ?? '');
  const pairs = [...byHead].map(([head, members]): [string, unknown] => {
    const leaves = members.filter(([path]) => path === head).map(([, value]) => value);
    if (leaves.length > 1) return [head, leaves.flat()];
    if (leaves.length === 1) return [head, leaves[0]];
    return [head, treeOf(members.map(([path, value]) => [path.slice(head.length + 1), value]))];
  });
  const isList = pairs.length > 0 && pairs.every(([key]) => /^\d+$/.test(key));
  return isList ? pairs.map(([, value]) => value) : Object.fromEntries(pairs);
}

/** @returns what stands at a path such as `supplier.id`, undefined where nothing does */
export function valueAt(body: unknown, path: string): unknown {
  let at = body;
  for (const key of path.split('.')) at = new Map(pairsOf(at)).get(key);
  return at;
}

function pairsOf(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
