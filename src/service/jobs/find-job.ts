// Finds the newest work of a kind that was asked for in the same words.
import { canonicalJson } from '#kernel';
import { z } from 'zod';
import type { Job, StoreSession } from '../ports.ts';

/** As many of the latest jobs as are looked through. */
const LOOKED_THROUGH = 500;

/** What every request holds: the pack it was asked of, and what was asked. */
const requestSchema = z.object({ packHash: z.string(), ask: z.unknown() });

/** @param packHash the pack it must have been asked of; null for any
 *  @returns null where nobody has asked */
export async function findJob(
  session: StoreSession,
  { kind, ask, packHash }: { readonly kind: string; readonly ask: unknown; readonly packHash: string | null },
): Promise<Job | null> {
  const wanted = canonicalJson(ask);
  const jobs = await session.jobs.list({ places: null, kind, limit: LOOKED_THROUGH });
  const found = jobs.find((job) => {
    const request = requestSchema.safeParse(job.request);
    if (!request.success) return false;
    return (packHash === null || request.data.packHash === packHash) && canonicalJson(request.data.ask) === wanted;
  });
  return found ?? null;
}
