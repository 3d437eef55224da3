// Reads YAML as plain data that knows its places: core schema, text keys, no tags, few aliases, bounded depth.
import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, visit } from 'yaml';
import type { Document, YAMLError, YAMLSeq } from 'yaml';
import { type Flaw, type Position, START } from './flaw.ts';
import { readPlain } from './yaml-plain.ts';
import { syntaxFlaw } from './yaml-syntax.ts';

export type YamlFile = {
  readonly file: string;
  /** Null-prototype objects, arrays, text, numbers, true, false and null. */
  readonly value: unknown;
  /** Where the value at a path of keys stands; of a missing one, where its holder stands. */
  readonly at: (path: readonly PropertyKey[]) => Position;
  /** Where the key itself stands. */
  readonly atKey: (path: readonly PropertyKey[]) => Position;
};

export type YamlReading =
  | { readonly ok: true; readonly yaml: YamlFile }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

export function readYaml(file: string, text: string): YamlReading {
  const lines = new LineCounter();
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    logLevel: 'silent',
    prettyErrors: false,
    schema: 'core',
    stringKeys: true,
    version: '1.2',
  });
  const document = 'empty' in documents ? undefined : documents[0];
  if (document === undefined || document.contents === null) {
    return refuse({
      code: 'syntax',
      file,
      position: START,
      message: `${file}: it is empty, but a file of a pack holds fields`,
      hint: 'Write its fields, or delete the file if the pack does not need it. docs/packs.md shows each file.',
    });
  }
  const errors = [...document.errors, ...document.warnings];
  if (errors.length > 0) {
    const flaws = errors
      .slice(0, ERRORS_MAX)
      .map((error) => syntaxFlaw({ file, text, error, position: positionOf(startOf(error, document)) }));
    return { ok: false, flaws };
  }
  if (documents.length > 1) {
    return refuse({
      code: 'syntax',
      file,
      position: positionOf(documents[1]?.range[0] ?? 0),
      message: `${file}: "---" begins a second document, but a file of a pack holds one`,
      hint: 'Move what follows "---" into a file of its own.',
    });
  }
  const plain = readPlain({ file, document, positionOf });
  if (!plain.ok) return plain;
  return { ok: true, yaml: { file, value: plain.value, ...locators(document, positionOf) } };
}

/** What follows the first slips of form is mostly their echo. */
const ERRORS_MAX = 5;

/** Where a slip begins: the parser puts a quote that is never closed at the end of the file. */
function startOf(error: YAMLError, document: Document.Parsed): number {
  let start = error.pos[0];
  if (error.code !== 'MISSING_CHAR') return start;
  visit(document, {
    Scalar(_key, { type, range }) {
      const isQuoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
      if (isQuoted && range && range[1] >= error.pos[0]) start = range[0];
    },
  });
  return start;
}

function refuse(flaw: Flaw): YamlReading {
  return { ok: false, flaws: [flaw] };
}

/** An item by its number, or by the id that it holds. */
function itemAt(list: YAMLSeq, step: PropertyKey): unknown {
  if (/^\d+$/.test(String(step))) return list.items[Number(step)];
  return list.items.find((item) => isMap(item) && item.get('id') === step);
}

function locators(document: Document.Parsed, positionOf: (offset: number) => Position) {
  const find = (path: readonly PropertyKey[], wantsKey: boolean): Position => {
    let node: unknown = document.contents;
    let offset = document.contents?.range[0] ?? 0;
    for (const [depth, step] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(step));
        if (pair === undefined) break;
        const keyOffset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
        node = pair.value;
        const isLastKey = wantsKey && depth === path.length - 1;
        offset = isScalar(node) && !isLastKey ? (node.range?.[0] ?? keyOffset) : keyOffset;
      } else if (isSeq(node)) {
        node = itemAt(node, step);
        offset = isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? offset) : offset;
      } else break;
    }
    return positionOf(offset);
  };
  return {
    at: (path: readonly PropertyKey[]) => find(path, false),
    atKey: (path: readonly PropertyKey[]) => find(path, true),
  };
}
