// Gathers the flaws of a pack and tells them in the order of files and lines, at most so many.
import { LIMITS, type Problem, type ProblemCode } from '#kernel';
import { rankOf } from './pack-listing.ts';
import type { Entry } from './pack-parts.ts';
import { type Flaw, shown } from './text/flaw.ts';

export type FlawList = {
  readonly add: (...flaws: readonly Flaw[]) => void;
  /** Adds what is wrong with a field of an entry. */
  readonly report: (finding: Finding) => void;
  readonly isEmpty: () => boolean;
  /** @param directory the pack folder as the user named it */
  readonly toProblems: (directory: string) => readonly Problem[];
};

export type Finding = {
  readonly entry: Entry<unknown>;
  /** Path of the field in the entry; empty for the entry as a whole. */
  readonly field: readonly (string | number)[];
  readonly code: ProblemCode;
  readonly value: unknown;
  /** Completes the sentence "FIELD is VALUE, but …". */
  readonly rule: string;
  readonly hint: string;
};

/** Past this many nothing is gathered: a table of another form would fill memory with the same sentence. */
const GATHERED_MAX = 10_000;

export function createFlawList(): FlawList {
  const flaws: Flaw[] = [];
  const add = (...more: readonly Flaw[]): void => {
    for (const flaw of more) if (flaws.length < GATHERED_MAX) flaws.push(flaw);
  };
  return {
    add,
    report: ({ entry, field, code, value, rule, hint }) => {
      const subject = field.length === 0 ? entry.name : `${entry.name}: ${fieldInWords(field)}`;
      const message = `${subject} is ${shown(value)}, but ${rule}`;
      add({ code, file: entry.file, position: entry.at(...field), message, hint });
    },
    isEmpty: () => flaws.length === 0,
    toProblems: (directory) => {
      const sorted = flaws.toSorted(
        (a, b) =>
          rankOf(a.file) - rankOf(b.file) ||
          (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
          a.position.line - b.position.line ||
          a.position.column - b.position.column,
      );
      const told = sorted.map((flaw) => toProblem(flaw, directory));
      return told.length <= LIMITS.problems ? told : abridge(told, directory);
    },
  };
}

function abridge(problems: readonly Problem[], directory: string): readonly Problem[] {
  const left = problems.length - LIMITS.problems + 1;
  const told = problems.slice(0, LIMITS.problems - 1);
  const last: Problem = {
    code: 'too-large',
    message: `${left} more problems are not shown; at most ${LIMITS.problems} are told at once`,
    path: directory,
    hint: 'Mend those above, then check the pack again.',
  };
  return [...told, last];
}

function toProblem({ code, file, position, message, hint }: Flaw, directory: string): Problem {
  const folder = directory.replace(/[/\\]+$/, '');
  const place = folder === '' ? file : `${folder}/${file}`;
  return { code, message, path: `${place}:${position.line}:${position.column}`, hint };
}

function fieldInWords(field: readonly (string | number)[]): string {
  return field
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}
