// Reads records through the service as bodies of their own schema.
import { assert, ok, type Result } from '#kernel';
import { listRecords, readRecord, type Desk, type StoredRecord } from '#service';
import type { z } from 'zod';

/** A record with its body as its schema describes it. */
export type KeptRecord<Body> = {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly body: Body;
};

/** Records of one kind that a page looks at in all: the undertakings of the largest plan, several times over. */
const LOOKED_AT = 20_000;

export type KindOf<Body> = { readonly kind: string; readonly schema: z.ZodType<Body> };

/** @param place with all below it; null for whatever the member may read */
export async function keptRecords<Body>(
  desk: Desk,
  { kind, schema }: KindOf<Body>,
  place: string | null,
): Promise<Result<readonly KeptRecord<Body>[]>> {
  const all = { owner: null, party: null, state: null, after: null, limit: LOOKED_AT };
  const found = await listRecords(desk, { kind, place, ...all });
  return found.ok ? ok(found.value.map((record) => parsed(record, schema))) : found;
}

export async function keptRecord<Body>(
  desk: Desk,
  { kind, schema }: KindOf<Body>,
  id: string,
): Promise<Result<KeptRecord<Body>>> {
  const found = await readRecord(desk, kind, id);
  return found.ok ? ok(parsed(found.value, schema)) : found;
}

function parsed<Body>(record: StoredRecord, schema: z.ZodType<Body>): KeptRecord<Body> {
  const body = schema.safeParse(record.body);
  assert(body.success, `a ${record.kind} that was kept is of its schema`);
  const { id, version, state, changedAt, changedBy } = record;
  return { id, version, state, changedAt, changedBy, body: body.data };
}
