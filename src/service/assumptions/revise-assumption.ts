// Entries of the register: found with the version of the file that keeps each, revised, and signed off.
import { formatMonth, ok, type Result } from '#kernel';
import { describeValue, type Assumption } from '#workforce';
import type { PackHead } from '../ports.ts';
import { changePack, packTexts } from '../workspace/change-pack.ts';
import { atWorkspace, type Workspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

export type FoundAssumption = {
  readonly workspace: Workspace;
  readonly assumption: Assumption;
  /** Of the file that keeps it. */
  readonly version: number;
};

export async function findAssumption(desk: Desk, id: string): Promise<Result<FoundAssumption>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const assumption = workspace.value.pack.system.assumptions.find((one) => one.id === id);
  if (assumption === undefined) return notThere(`assumptions/${id}`);
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const path = workspace.value.pack.locations.get(`assumption/${id}`)?.split(':')[0] ?? '';
  return ok({ workspace: workspace.value, assumption, version: files.value.get(path)?.version ?? 0 });
}

/** A revised entry is signed off by nobody until its owner does so again. */
export function keepAssumption(desk: Desk, revised: Assumption, madeFrom: number): Promise<Result<PackHead>> {
  return keep(desk, { assumption: { ...revised, signedOffBy: null }, action: 'change', madeFrom });
}

/** Signs an entry off in the name of the role that owns it. */
export async function signOffAssumption(desk: Desk, id: string, madeFrom: number): Promise<Result<PackHead>> {
  const found = await findAssumption(desk, id);
  if (!found.ok) return found;
  const { assumption } = found.value;
  return keep(desk, { assumption: { ...assumption, signedOffBy: assumption.owner }, action: 'approve', madeFrom });
}

type Keeping = {
  readonly assumption: Assumption;
  readonly action: 'change' | 'approve';
  readonly madeFrom: number;
};

async function keep(desk: Desk, { assumption, action, madeFrom }: Keeping): Promise<Result<PackHead>> {
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const texts = new Map([...files.value].map(([path, { text }]) => [path, text]));
  const revised = desk.world.writePackText.assumption(texts, assumption);
  if (!revised.ok) return revised;
  const done = action === 'approve' ? 'was signed off' : `was set to ${describeValue(assumption)}`;
  return changePack(desk, {
    changes: [{ ...revised.value, madeFrom }],
    action,
    resource: 'assumption',
    place: desk.actor.place,
    summary: `The assumption ${assumption.id} ${done}; review by ${formatMonth(assumption.reviewBy)}.`,
  });
}
