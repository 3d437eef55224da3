// The commitments that a page of a place looks at: what starts there or below, and what its body answers for.
import { commitmentRecordSchema, type CommitmentRecord } from '#delivery';
import { ok, type Month, type Result } from '#kernel';
import { atWorkspace, notThere, type Desk, type Workspace } from '#service';
import type { Place } from '#workforce';
import { keptRecords, type KeptRecord } from '../record/kept-records.ts';
import { thisMonthOf } from '../record/record-routes.tsx';

export const COMMITMENTS = { kind: 'commitment', schema: commitmentRecordSchema } as const;
export type KeptCommitment = KeptRecord<CommitmentRecord>;

export type PlaceCommitments = {
  readonly workspace: Workspace;
  readonly place: Place;
  readonly commitments: readonly KeptCommitment[];
  readonly now: Month;
};

/** Commitments of bodies that the pack no longer knows are left out: they stand in the API and in the audit. */
export async function loadCommitments(desk: Desk, code: string): Promise<Result<PlaceCommitments>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { byCode } = workspace.value.tree;
  const place = byCode.get(code);
  if (place === undefined) return notThere(code);
  const kept = await keptRecords(desk, COMMITMENTS, code);
  if (!kept.ok) return kept;
  const commitments = kept.value.filter(({ body }) => byCode.has(body.accountablePlace) && byCode.has(body.place));
  return ok({ workspace: workspace.value, place, commitments, now: thisMonthOf(desk) });
}
