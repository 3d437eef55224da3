// How an expected failure is told: a value that names the thing, the value, the rule and the next step.

/** Either the value asked for or every problem found on the way to it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One thing that is wrong with what we were given, in words a planner can act on. */
export type Problem = {
  readonly code: ProblemCode;
  /** Names the thing, the value it has and the rule it breaks. */
  readonly message: string;
  /** Where it is: `file:line:column` for text, a dotted field otherwise. */
  readonly path: string;
  /** The next step. */
  readonly hint: string;
};

/** The closed list of what may go wrong; one table in each face turns a code into a status or an exit code. */
export type ProblemCode =
  | 'not-found'
  | 'unreadable'
  | 'too-large'
  | 'syntax'
  | 'schema'
  | 'duplicate'
  | 'unknown-reference'
  | 'out-of-range'
  | 'wrong-unit'
  | 'inconsistent'
  | 'cycle'
  | 'overlap'
  | 'missing-source'
  | 'expired'
  | 'not-closed'
  | 'infeasible'
  | 'stopped'
  | 'not-writable'
  | 'stale'
  | 'forbidden'
  | 'unavailable';

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T>(...problems: readonly Problem[]): Result<T> {
  return { ok: false, problems };
}

/** Stops a run on a programmer's error; left on in production.
 *  @throws Error with `sentence` when `condition` is false. */
export function assert(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${sentence}`);
}
