// What is wrong with a file, gathered in the order of its lines, at most as much as a person can read.
import { LIMITS, type Problem, type ProblemCode } from '#kernel';

export type Complaint = {
  readonly code: ProblemCode;
  /** Counted from 1. */
  readonly line: number;
  /** Characters from the start of the line, counted from 1. */
  readonly column: number;
  /** Names the column, its value and the rule it breaks. */
  readonly message: string;
  /** The next step. */
  readonly hint: string;
};

export type Complaints = {
  readonly add: (complaint: Complaint) => void;
  readonly isEmpty: () => boolean;
  readonly toProblems: () => readonly Problem[];
};

export function createComplaints(file: string): Complaints {
  const gathered: Complaint[] = [];
  return {
    add: (complaint) => {
      // A file of another kind breaks the same rule on every line: the first few thousand are enough to sort.
      if (gathered.length < 100 * LIMITS.problems) gathered.push(complaint);
    },
    isEmpty: () => gathered.length === 0,
    toProblems: () =>
      gathered
        .toSorted((one, other) => one.line - other.line || one.column - other.column)
        .slice(0, LIMITS.problems)
        .map(({ code, line, column, message, hint }) => ({ code, message, path: `${file}:${line}:${column}`, hint })),
  };
}

/** A value as a message shows it: in quotes, on one line, short, with invisible characters spelt out. */
export function quoted(value: string): string {
  const text = JSON.stringify(value.slice(0, 80)).replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => spelt(character));
  return value.length > 80 ? `${text.slice(0, -1)}…"` : text;
}

function spelt(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
