// Reads one file by its schema; what it holds comes out as entries that know where they stand.
import type { z } from 'zod';
import type { FlawList } from './flaw-list.ts';
import type { Entry } from './pack-parts.ts';
import { explainIssue, pathInWords } from './schemas/explain-issue.ts';
import { readCsv } from './text/csv-text.ts';
import { shown } from './text/flaw.ts';
import { readYaml, type YamlFile } from './text/yaml-text.ts';

export type Source = { readonly files: ReadonlyMap<string, string>; readonly flaws: FlawList };

/** A YAML file as its schema read it. */
export type Parsed<T> = { readonly value: T; readonly yaml: YamlFile };

/** @returns null where the file is missing or not of its form; the flaws then say why */
export function parseYamlFile<Schema extends z.ZodType>(
  { files, flaws }: Source,
  file: string,
  schema: Schema,
): Parsed<z.output<Schema>> | null {
  const text = files.get(file);
  if (text === undefined) return null;
  const reading = readYaml(file, text);
  if (!reading.ok) {
    flaws.add(...reading.flaws);
    return null;
  }
  const { yaml } = reading;
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return { value: parsed.data, yaml };
  for (const explanation of parsed.error.issues.flatMap((issue) => explainIssue(issue, yaml.value))) {
    const { code, path, isAboutKey, value, rule, hint } = explanation;
    const subject = path.length === 0 ? file : `${file}: ${pathInWords(yaml.value, path)}`;
    const position = isAboutKey ? yaml.atKey(path) : yaml.at(path);
    flaws.add({ code, file, position, message: `${subject} is ${shown(value)}, but ${rule}`, hint });
  }
  return null;
}

/** The whole of a file as one entry. */
export function wholeOf<T>({ value, yaml }: Parsed<T>, name: string): Entry<T> {
  return { value, name, file: yaml.file, at: (...field) => (field.length === 0 ? yaml.at([]) : yaml.at(field)) };
}

export type Listing<T> = {
  readonly yaml: YamlFile;
  /** Where the list stands in the file. */
  readonly key: string;
  readonly list: readonly T[];
  /** What one of them is called: `role`. */
  readonly noun: string;
};

/** The things of a list in a file. */
export function itemsOf<T extends object>({ yaml, key, list, noun }: Listing<T>): readonly Entry<T>[] {
  return list.map((value, index) => ({
    value,
    name: 'id' in value ? `${noun} '${String(value.id)}'` : `${noun} ${index + 1}`,
    file: yaml.file,
    at: (...field) => yaml.at([key, index, ...field]),
  }));
}

export type TableForm<Row extends z.ZodType, Column extends string> = {
  readonly file: string;
  readonly columns: readonly Column[];
  readonly row: Row;
  /** What a message calls a row. */
  readonly nameOf: (cells: Readonly<Record<Column, string>>) => string;
};

/** The rows of a table as entries.
 *  @returns null where the file is missing or not of its form; the flaws then say why */
export function parseRows<Row extends z.ZodType, const Column extends string>(
  { files, flaws }: Source,
  { file, columns, row: schema, nameOf }: TableForm<Row, Column>,
): readonly Entry<z.output<Row>>[] | null {
  const text = files.get(file);
  if (text === undefined) return null;
  const reading = readCsv(file, text, columns);
  if (!reading.ok) {
    flaws.add(...reading.flaws);
    return null;
  }
  const { csv } = reading;
  const entries: Entry<z.output<Row>>[] = [];
  let isWhole = true;
  for (const [index, cells] of csv.rows.entries()) {
    const parsed = schema.safeParse(cells);
    if (parsed.success) {
      const at = (...field: readonly (string | number)[]) => csv.at(index, String(field[0] ?? columns[0]));
      entries.push({ value: parsed.data, name: nameOf(cells), file, at });
      continue;
    }
    isWhole = false;
    for (const { code, path, value, rule, hint } of parsed.error.issues.flatMap((issue) =>
      explainIssue(issue, cells),
    )) {
      const column = String(path[0] ?? '');
      const message = `${nameOf(cells)}: ${column} is ${shown(value)}, but ${rule}`;
      flaws.add({ code, file, position: csv.at(index, column), message, hint });
    }
  }
  return isWhole ? entries : null;
}
