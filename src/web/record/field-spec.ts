// What a form asks for, as data: each field's name in the record, its label, and how its text becomes a value.

/** A column of a field that holds several lines. */
export type ColumnSpec = {
  /** Path in the item, such as `from` or `baseline.value`. */
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'number';
  /** An empty cell stands for null. */
  readonly isOptional: boolean;
};

type Asked = {
  /** Path in the record's body, such as `title`, `supplier.id` or `outcomes.0.unit`. */
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
};

export type Option = { readonly value: string; readonly label: string };

export type FieldSpec =
  | (Asked & { readonly kind: Simple; readonly isOptional: boolean })
  | (Asked & { readonly kind: 'lines' })
  | (Asked & { readonly kind: 'choice'; readonly options: readonly Option[]; readonly isOptional: boolean })
  | (Asked & {
      readonly kind: 'rows';
      /** Path of the list, which several fields may fill, each with items of its own kind. */
      readonly list: string;
      readonly columns: readonly ColumnSpec[];
      /** Field and value that tell this field's items from others of the list; null where the list is all its own. */
      readonly mark: { readonly field: string; readonly value: string } | null;
    });

export type FormSection = { readonly title: string; readonly fields: readonly FieldSpec[] };

type Simple = 'text' | 'words' | 'month' | 'number' | 'codes';

/** @param kind `codes` are words with blanks or commas between them */
export function field(kind: Simple, name: string, ask: { readonly label: string; readonly hint?: string }): FieldSpec {
  return { kind, name, label: ask.label, hint: ask.hint ?? null, isOptional: false };
}

/** Left empty it stands for null. */
export function optional(
  kind: Simple,
  name: string,
  ask: { readonly label: string; readonly hint?: string },
): FieldSpec {
  return { kind, name, label: ask.label, hint: ask.hint ?? null, isOptional: true };
}

export function choice(
  name: string,
  ask: { readonly label: string; readonly hint?: string; readonly options: readonly Option[] },
): FieldSpec {
  return { kind: 'choice', name, label: ask.label, hint: ask.hint ?? null, options: ask.options, isOptional: false };
}

/** One item on each line, its cells separated by `|` or by tabs, as a spreadsheet copies them. */
export function rows(
  name: string,
  ask: {
    readonly label: string;
    readonly list?: string;
    readonly columns: readonly ColumnSpec[];
    readonly mark?: { readonly field: string; readonly value: string };
  },
): FieldSpec {
  const hint = `One on each line: ${ask.columns.map(({ label }) => label).join(' | ')}`;
  const { label, columns, list = name, mark = null } = ask;
  return { kind: 'rows', name, label, hint, list, columns, mark };
}

/** A list of texts, one on each line. */
export function lines(name: string, ask: { readonly label: string }): FieldSpec {
  return { kind: 'lines', name, label: ask.label, hint: 'One on each line.' };
}

/** Columns by name and label; a name that ends in `#` holds a number, one that ends in `?` may be left empty. */
export function columns(named: Readonly<Record<string, string>>): readonly ColumnSpec[] {
  return Object.entries(named).map(([name, label]) => ({
    name: name.replace(/[#?]$/, ''),
    label,
    kind: name.endsWith('#') ? 'number' : 'text',
    isOptional: name.endsWith('?'),
  }));
}

export function optionsOf(values: readonly string[]): readonly Option[] {
  return values.map((value) => ({ value, label: value.replaceAll('-', ' ') }));
}
