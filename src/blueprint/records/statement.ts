// How a place says that it meets a requirement: by its own post, a shared post, a regional service or a supplier.
import type { Month } from '#kernel';

export const MEANS = ['own-post', 'shared-post', 'regional-service', 'supplier'] as const;
export type Means = (typeof MEANS)[number];

export type Statement = {
  readonly id: string;
  /** Code of the place that the requirement applies in. */
  readonly place: string;
  readonly requirement: string;
  readonly by: Means;
  /** Code of the place that provides it; null for the place's own post and for a supplier. */
  readonly provider: string | null;
  /** Name of the supplier; null where a place provides it. */
  readonly supplier: string | null;
  /** Id of the archetype it follows; null for none. */
  readonly archetype: string | null;
  /** Share of the requirement that it meets, more than 0 and at most 1; in one place the shares add up to 1. */
  readonly share: number;
  /** What is provided, in words. */
  readonly provides: string;
  /** What the place still does itself, in words; empty for nothing. */
  readonly staysLocal: string;
  /** Code of the body that says it answers for it; null leaves that to the blueprint. */
  readonly accountableBody: string | null;
  readonly from: Month;
  /** First month in which it no longer holds; null while no end is known. */
  readonly until: Month | null;
  readonly source: string;
};

export function isInForce(statement: Statement, month: Month): boolean {
  return statement.from <= month && (statement.until === null || month < statement.until);
}
