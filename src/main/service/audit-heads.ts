// Keeps the heads of every tenant's audit outside the database, in a file and in the log, and reads them back.
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ok } from '#kernel';
import type { AuditHead, Clock, KeptHeads, Store } from '#service';
import { regularly } from './regularly.ts';

const line = z.object({ at: z.string(), tenant: z.string(), sequence: z.number().int(), hash: z.string() });

/** How often heads are written down: what is cut off within this time after it was written leaves no trace here. */
const EVERY_MS = 5 * 60_000;

export type AuditHeadsOrder = {
  readonly store: Store;
  readonly clock: Clock;
  /** One line of JSON a head. */
  readonly file: string;
  /** Hears each head too, so that it leaves this machine with the log. */
  readonly tell: (head: AuditHead & { readonly tenant: string }) => void;
  readonly onFault: (fault: unknown) => void;
};

/** Writes down every head that has moved, at once and then on a schedule; the last time when it is stopped. */
export function exportAuditHeads(order: AuditHeadsOrder): { stop(): Promise<void> } {
  const written = new Map<string, number>();
  const { onFault } = order;
  const turn = (): Promise<void> => writeHeads(order, written);
  const round = regularly({ everyMs: EVERY_MS, turn, onFault });
  return {
    async stop() {
      await round.stop();
      await turn().catch(onFault);
    },
  };
}

async function writeHeads({ store, clock, file, tell }: AuditHeadsOrder, written: Map<string, number>): Promise<void> {
  for (const { id: tenant } of await store.tenants()) {
    const read = await store.inTenant(tenant, async ({ audit }) => ok(await audit.head()));
    if (!read.ok || read.value.sequence === (written.get(tenant) ?? 0)) continue;
    const { sequence, hash } = read.value;
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, `${JSON.stringify({ at: clock(), tenant, sequence, hash })}\n`, { mode: 0o600 });
    tell({ tenant, sequence, hash });
    written.set(tenant, sequence);
  }
}

/** Reads a tenant's heads back. A line that was cut while it was written counts as not there. */
export function keptHeadsIn(file: string): KeptHeads {
  return async (tenant) => {
    const text = await readFile(file, 'utf8').catch(() => '');
    return text.split('\n').flatMap((each) => {
      const parsed = line.safeParse(plainData(each));
      return parsed.success && parsed.data.tenant === tenant
        ? [{ sequence: parsed.data.sequence, hash: parsed.data.hash }]
        : [];
    });
  };
}

function plainData(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
