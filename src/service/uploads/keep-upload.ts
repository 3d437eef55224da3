// A file that somebody sent and has not used yet: kept for that person alone, until it is used or dropped.
import { canonicalJson, ok, sha256Hex, type Result } from '#kernel';
import { z } from 'zod';
import { mayEver } from '../access/permit.ts';
import type { Action, Resource } from '../access/permissions.ts';
import type { StoreSession } from '../ports.ts';
import { notAllowed, notThere, type Desk } from '../world.ts';

/** What a file is sent for. */
export type UploadKind = 'stock' | 'history' | 'evidence';

const NEEDED: Readonly<Record<UploadKind, { readonly action: Action; readonly resource: Resource }>> = {
  stock: { action: 'change', resource: 'workforce' },
  history: { action: 'run', resource: 'projection' },
  evidence: { action: 'create', resource: 'evidence' },
};

const uploadSchema = z.object({
  by: z.string(),
  kind: z.enum(['stock', 'history', 'evidence']),
  name: z.string(),
  text: z.string(),
});
export type Upload = { readonly kind: UploadKind; readonly name: string; readonly text: string };

const PART = 'upload';

/** @returns the key to ask for it by; the same file of the same person has the same key */
export async function keepUpload({ world, actor }: Desk, upload: Upload): Promise<Result<string>> {
  const { action, resource } = NEEDED[upload.kind];
  if (!mayEver(actor, action, resource)) return notAllowed(`send a file to ${action} the ${resource}`, resource);
  const text = canonicalJson({ by: actor.id, kind: upload.kind, name: upload.name, text: upload.text });
  const key = sha256Hex(`upload\n${text}`);
  return world.store.inTenant(actor.tenant, async ({ results }) => {
    await results.keep(key, new Map([[PART, text]]));
    return ok(key);
  });
}

/** What the member sent under this key; what another person sent is not there. */
export function readUpload({ world, actor }: Desk, kind: UploadKind, key: string): Promise<Result<Upload>> {
  return world.store.inTenant(actor.tenant, async (session) => {
    const upload = await uploadAt(session, key);
    return upload?.kind === kind && upload.by === actor.id ? ok(upload) : notThere<Upload>(`upload/${key}`);
  });
}

export async function dropUpload(desk: Desk, kind: UploadKind, key: string): Promise<Result<null>> {
  const own = await readUpload(desk, kind, key);
  if (!own.ok) return own;
  return desk.world.store.inTenant(desk.actor.tenant, async ({ results }) => {
    await results.remove(key);
    return ok(null);
  });
}

/** For the workers, who act for whoever asked for the job. */
export async function uploadAt(session: StoreSession, key: string): Promise<z.infer<typeof uploadSchema> | null> {
  const text = await session.results.part(key, PART);
  const upload = text === null ? null : uploadSchema.safeParse(JSON.parse(text));
  return upload?.success ? upload.data : null;
}
