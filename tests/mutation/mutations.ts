// Where a source file can be made wrong by one small change, such as a sum that becomes a difference.
import { codeOnly, lineAt } from '../support/source-text.ts';

/** One change of one file, as a tired programmer might make it. */
export type Mutation = {
  readonly path: string;
  readonly line: number;
  /** First character that is replaced. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
};

/** What is looked for in code, never in comments, strings or types; the first group is what is replaced. */
const CHANGES: readonly { readonly pattern: RegExp; readonly to: (from: string) => string }[] = [
  { pattern: /\s([-+*/])\s/g, to: (sign) => ({ '+': '-', '-': '+', '*': '/', '/': '*' })[sign] ?? sign },
  { pattern: /\s([+-])=\s/g, to: (sign) => (sign === '+' ? '-' : '+') },
  { pattern: /\s(<=|>=|<|>)\s/g, to: (sign) => ({ '<': '<=', '<=': '<', '>': '>=', '>=': '>' })[sign] ?? sign },
  { pattern: /\s(===|!==)\s/g, to: (sign) => (sign === '===' ? '!==' : '===') },
  { pattern: /\s(&&|\|\|)\s/g, to: (sign) => (sign === '&&' ? '||' : '&&') },
  { pattern: /\bMath\.(max|min)\b/g, to: (name) => (name === 'max' ? 'min' : 'max') },
  // What stands in for an item past the end of an array is never read.
  { pattern: /(?<![\w.]|\?\? -?)([0-9]+)(?![\w.])/g, to: (digits) => String(Number(digits) + 1) },
];

/** Every mutation of a file, in the order of the file. Lines that assert, import or speak of types are left out: an assert
 *  that fails sooner is no wrong figure, and types are not run. */
export function mutationsOf({ path, text }: { readonly path: string; readonly text: string }): readonly Mutation[] {
  const code = withoutQuietLines(codeOnly(text));
  return CHANGES.flatMap(({ pattern, to }) =>
    [...code.matchAll(pattern)].map((match) => {
      const from = match[1] ?? '';
      const at = match.index + match[0].indexOf(from);
      return { path, line: lineAt(text, at), at, from, to: to(from) };
    }),
  ).toSorted((one, other) => one.at - other.at);
}

/** The file's text with the change made. */
export function mutated(text: string, { at, from, to }: Mutation): string {
  return `${text.slice(0, at)}${to}${text.slice(at + from.length)}`;
}

/** Blanks lines in which a change says nothing of figures; lengths stay as they are. */
function withoutQuietLines(code: string): string {
  const isQuiet = /^\s*(assert\b|import\b|export (type|\*)|type\b|readonly\b|\|)/;
  return code
    .split('\n')
    .map((line) => (isQuiet.test(line) ? ' '.repeat(line.length) : line))
    .join('\n');
}
