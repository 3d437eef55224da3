// From the code of a problem to the status that the web knows it by: one table for pages and API.
import type { Problem, ProblemCode } from '#kernel';

const STATUS: Readonly<Record<ProblemCode, number>> = {
  'not-found': 404,
  unreadable: 422,
  'too-large': 413,
  syntax: 422,
  schema: 422,
  duplicate: 409,
  'unknown-reference': 422,
  'out-of-range': 422,
  'wrong-unit': 422,
  inconsistent: 422,
  cycle: 422,
  overlap: 422,
  'missing-source': 422,
  expired: 422,
  'not-closed': 422,
  infeasible: 422,
  stopped: 409,
  'not-writable': 503,
  stale: 412,
  forbidden: 403,
  unavailable: 503,
};

/** The status of several problems is that of the first. */
export function statusOf(problems: readonly Problem[]): number {
  const [first] = problems;
  return first === undefined ? 500 : STATUS[first.code];
}
