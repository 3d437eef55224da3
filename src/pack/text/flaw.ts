// One thing wrong in one place of one file, before the pack folder's name is put in front of it.
import type { ProblemCode } from '#kernel';

/** Where something stands in a file, both counted from 1. */
export type Position = { readonly line: number; readonly column: number };

export type Flaw = {
  readonly code: ProblemCode;
  /** Path inside the pack, with `/`. */
  readonly file: string;
  readonly position: Position;
  /** The thing, its value and the rule it breaks. */
  readonly message: string;
  /** The next step. */
  readonly hint: string;
};

export const START: Position = { line: 1, column: 1 };

/** A value as a message shows it: short, on one line, in quotes when it is text. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
