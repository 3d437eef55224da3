// Reads the audit in a member's name, and holds its chain against its head.
import { ok, type Result } from '#kernel';
import { isPermitted, mayEver } from '../access/permit.ts';
import type { AuditHead, AuditLine } from '../ports.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { notAllowed, type Desk } from '../world.ts';
import { type AuditCheck, checkChain } from './check-chain.ts';

/** A page of the audit, newest first, as far as the member's business goes. */
export type AuditPage = { readonly lines: readonly AuditLine[]; readonly head: AuditHead; readonly before: number };

/** @param before sequence number below which to read; null from the newest */
export function readAudit({ world, actor }: Desk, before: number | null, limit: number): Promise<Result<AuditPage>> {
  return world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { isBelow } = workspace.value;
    const maySee = (place: string | null) =>
      isPermitted(actor, 'read', { target: { resource: 'audit', place, owner: null, party: null }, isBelow });
    if (!maySee(actor.place)) return notAllowed<AuditPage>('read the audit', 'audit');
    const head = await session.audit.head();
    const end = Math.min(before ?? head.sequence + 1, head.sequence + 1);
    const start = Math.max(1, end - limit);
    const lines = await session.audit.lines(start, end - start);
    return ok({ lines: lines.filter(({ place }) => maySee(place)).toReversed(), head, before: start });
  });
}

/** Walks the chain from its first line to its head, past every head that was kept outside. Whoever checks it reads every
 *  line of it, so it is for those who may take the whole audit away. */
export async function checkAudit(
  { world, actor }: Desk,
  anchors: readonly AuditHead[],
): Promise<Result<AuditCheck & { readonly keptHeads: number }>> {
  const { tenant } = actor;
  if (!mayEver(actor, 'export', 'audit')) return notAllowed('check the whole audit', 'audit');
  const kept = await world.keptHeads(tenant);
  const checked = await world.store.inTenant(tenant, async (session) =>
    ok(await checkChain(session, tenant, [...kept, ...anchors])),
  );
  return checked.ok ? ok({ ...checked.value, keptHeads: kept.length }) : checked;
}
