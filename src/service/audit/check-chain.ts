// Checks a tenant's audit as the store holds it, from its first line to its head and whatever lies beyond.
import type { AuditHead, StoreSession } from '../ports.ts';
import { type AuditFault, walkAudit } from './audit-chain.ts';

/** What a check of the whole chain found; `fault` is null where every line fits. */
export type AuditCheck = { readonly head: AuditHead; readonly fault: AuditFault | null };

/** Lines read at once: enough that reading is not a matter of calls, few enough for memory. */
const CHECKED_AT_ONCE = 5000;

/** @param anchors heads that were kept outside the store */
export async function checkChain(
  { audit }: Pick<StoreSession, 'audit'>,
  tenant: string,
  anchors: readonly AuditHead[],
): Promise<AuditCheck> {
  const head = await audit.head();
  const walk = walkAudit(tenant, anchors);
  let from = 1;
  for (;;) {
    const lines = await audit.lines(from, CHECKED_AT_ONCE);
    const fault = walk.follow(lines);
    if (fault !== null) return { head, fault };
    if (lines.length < CHECKED_AT_ONCE) return { head, fault: walk.finish(head) };
    from += lines.length;
  }
}
