// The files of a pack with assumptions put in the place of its own: in one new file, all else word for word.
import { formatMonth } from '#kernel';
import type { Assumption, Source } from '#workforce';
import { isMap, isSeq, parseDocument, stringify } from 'yaml';

export type Replacement = {
  readonly assumptions: readonly Assumption[];
  /** Where they come from; added to the head, in the place of an earlier source of that id. */
  readonly source: Source;
  /** What the new file says of itself, one line. */
  readonly comment: string;
};

const NEW_FILE = 'assumptions/calibrated.yaml';

/** @param files the pack as it was: path → text */
export function replaceAssumptions(
  files: ReadonlyMap<string, string>,
  replacement: Replacement,
): ReadonlyMap<string, string> {
  const ids = new Set(replacement.assumptions.map(({ id }) => id));
  const kept = [...files].flatMap(([path, text]): readonly (readonly [string, string])[] => {
    if (!path.startsWith('assumptions/')) return [[path, text]];
    const rest = withoutIds(text, ids);
    return rest === null ? [] : [[path, rest]];
  });
  const rewritten = new Map(kept);
  const own = { assumptions: replacement.assumptions.map(assumptionForm) };
  const before = files.has(NEW_FILE) ? entriesKept(rewritten.get(NEW_FILE)) : '';
  rewritten.set(
    NEW_FILE,
    `# ${replacement.comment.replaceAll(/\s+/g, ' ')}\n\n${stringify(own, { lineWidth: 118 })}${before}`,
  );
  rewritten.set('pack.yaml', withSource(files.get('pack.yaml') ?? '', replacement.source));
  return rewritten;
}

/** @returns the text without these entries, or null where none is left */
function withoutIds(text: string, ids: ReadonlySet<string>): string | null {
  const document = parseDocument(text);
  const list = document.get('assumptions');
  if (!isSeq(list)) return text;
  const kept = list.items.filter((item) => !isMap(item) || !ids.has(String(item.get('id'))));
  if (kept.length === list.items.length) return text;
  if (kept.length === 0 && !document.has('correlations')) return null;
  list.items = kept;
  return document.toString({ lineWidth: 120, flowCollectionPadding: true });
}

/** Entries of an earlier calibration that this one does not set, to stand after the new ones. */
function entriesKept(text: string | undefined): string {
  const list: unknown = text === undefined ? null : parseDocument(text).get('assumptions');
  return isSeq(list) ? stringify(list.items, { lineWidth: 118 }).replaceAll(/^/gm, '  ').trimEnd() + '\n' : '';
}

function withSource(text: string, source: Source): string {
  const head = parseDocument(text);
  const sources = head.get('sources');
  if (isSeq(sources)) {
    sources.items = sources.items.filter((item) => !isMap(item) || item.get('id') !== source.id);
  }
  head.addIn(['sources'], head.createNode(source));
  return head.toString({ lineWidth: 120, flowCollectionPadding: true });
}

/** An assumption as a register's file writes it. */
export function assumptionForm({ value, spread, reviewBy, ...rest }: Assumption) {
  return { ...rest, ...valueForm(value), spread, reviewBy: formatMonth(reviewBy) };
}

function valueForm(value: Assumption['value']) {
  switch (value.kind) {
    case 'scalar':
      return { value: value.value };
    case 'dated':
      return { values: Object.fromEntries(value.steps.map((step) => [formatMonth(step.from), step.value])) };
    case 'table':
      return { axes: value.axes, table: tableForm(value.cells) };
  }
}

type TableForm = { [member: string]: number | TableForm };

/** Cells as nested levels, one for each axis. */
function tableForm(cells: readonly { readonly at: readonly string[]; readonly value: number }[]): TableForm {
  const table: TableForm = {};
  for (const { at, value } of cells) {
    let level = table;
    for (const member of at.slice(0, -1)) {
      const inner = level[member];
      const next: TableForm = typeof inner === 'object' ? inner : {};
      level[member] = next;
      level = next;
    }
    level[at.at(-1) ?? '*'] = value;
  }
  return table;
}
