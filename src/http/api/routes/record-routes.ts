// What people keep beside the pack: the same seven routes for every kind of record, made from what the kind says.
import { z } from 'zod';
import { ok } from '#kernel';
import {
  listRecords,
  putRecord,
  readRecord,
  recordHistory,
  removeRecord,
  type RecordKind,
  type StoredRecord,
} from '#service';
import { apiRoute, DEED, ITEM, LIST, type ApiRoute } from '../api-route.ts';
import { asTable } from '../row-table.ts';

/** What is told of a record without its body. */
export const recordHead = z.object({ id: z.string(), version: z.number().int(), state: z.string() });

const id = z.object({ id: z.string().min(1).max(120) });
const summary = z.string().min(3).max(300).describe('One sentence for the audit, without personal data');
const filters = z.object({
  place: z.string().max(120).optional().describe('Place, with all below it'),
  owner: z.string().max(120).optional(),
  party: z.string().max(120).optional(),
  state: z.string().max(60).optional(),
});

export function recordRoutes(kinds: readonly RecordKind[]): readonly ApiRoute[] {
  // What a use case alone makes is read here and not changed.
  return kinds.flatMap((kind) => [
    ...readingRoutes(kind),
    ...(kind.byUseCaseAlone === true ? [] : changingRoutes(kind)),
  ]);
}

function readingRoutes(kind: RecordKind): readonly ApiRoute[] {
  const record = recordSchema(kind);
  const access = { kind: 'permitted', action: 'read', resource: kind.resource, placeParam: null } as const;
  const path = `/records/${kind.kind}`;
  const title = kind.title.toLowerCase();
  return [
    apiRoute({
      ...LIST,
      path,
      summary: `Records that you may read: ${title}`,
      access,
      query: filters,
      answer: z.array(record),
      table: (rows) => asTable(kind.kind, rows),
      handle: async ({ desk, query, page }) => {
        const { place = null, owner = null, party = null, state = null } = query;
        const found = await listRecords(desk, { kind: kind.kind, place, owner, party, state, ...page });
        if (!found.ok) return found;
        const last = found.value.length === page.limit ? found.value.at(-1) : undefined;
        return ok({ value: found.value.map(plain), next: last?.id ?? null });
      },
    }),
    apiRoute({
      ...ITEM,
      path: `${path}/:id`,
      summary: `One ${title}`,
      access,
      params: id,
      answer: record,
      handle: async ({ desk, params }) => {
        const found = await readRecord(desk, kind.kind, params.id);
        return found.ok ? ok({ value: plain(found.value), version: found.value.version }) : found;
      },
    }),
    apiRoute({
      ...LIST,
      path: `${path}/:id/versions`,
      summary: `Every version of one ${title}, the oldest first`,
      access,
      params: id,
      answer: z.array(record),
      table: (rows) => asTable(`${kind.kind}-versions`, rows),
      handle: async ({ desk, params }) => {
        const found = await recordHistory(desk, kind.kind, params.id);
        return found.ok ? ok({ value: found.value.map(plain), next: null }) : found;
      },
    }),
  ];
}

function changingRoutes(kind: RecordKind): readonly ApiRoute[] {
  const record = recordSchema(kind);
  const permitted = { kind: 'permitted', resource: kind.resource, placeParam: null } as const;
  const path = `/records/${kind.kind}`;
  const title = kind.title.toLowerCase();
  const kept = (stored: StoredRecord) => ({ value: plain(stored), version: stored.version });
  return [
    apiRoute({
      ...DEED,
      path,
      summary: `Keep a new ${title}`,
      access: { ...permitted, action: 'create' },
      body: z.strictObject({ body: kind.schema, summary }),
      answer: record,
      status: 201,
      handle: async ({ desk, body }) => {
        const made = kind.idOf?.(body.body) ?? desk.world.makeId();
        const done = await putRecord(desk, { kind: kind.kind, id: made, madeFrom: 0, action: 'create', ...body });
        return done.ok ? ok({ ...kept(done.value), location: `/api/v1${path}/${made}` }) : done;
      },
    }),
    apiRoute({
      ...DEED,
      method: 'PUT',
      path: `${path}/:id`,
      summary: `Keep a new version of a ${title}`,
      // Who may not change it but approve or verify it comes in too; the use case holds each to their own.
      access: { ...permitted, action: 'read' },
      params: id,
      body: z.strictObject({
        body: kind.schema,
        summary,
        action: z.enum(['change', 'approve', 'verify']).default('change'),
      }),
      answer: record,
      changesVersion: true,
      handle: async ({ desk, params, body, madeFrom }) => {
        const done = await putRecord(desk, { kind: kind.kind, id: params.id, madeFrom, ...body });
        return done.ok ? ok(kept(done.value)) : done;
      },
    }),
    apiRoute({
      ...DEED,
      method: 'DELETE',
      path: `${path}/:id`,
      summary: `Remove a ${title}`,
      access: { ...permitted, action: 'remove' },
      params: id,
      answer: z.null(),
      changesVersion: true,
      handle: async ({ desk, params, madeFrom }) => {
        const name = { kind: kind.kind, id: params.id, madeFrom };
        const done = await removeRecord(desk, name, `A ${title} was removed.`);
        return done.ok ? ok({ value: null }) : done;
      },
    }),
  ];
}

function recordSchema(kind: RecordKind) {
  return z.object({
    id: z.string(),
    version: z.number().int(),
    place: z.string().nullable(),
    owner: z.string().nullable(),
    party: z.string().nullable(),
    state: z.string(),
    changedBy: z.string(),
    changedAt: z.string(),
    isRemoved: z.boolean(),
    body: kind.schema,
  });
}

function plain(record: StoredRecord) {
  const { id: name, version, place, owner, party, state, changedBy, changedAt, isRemoved, body } = record;
  return { id: name, version, place, owner, party, state, changedBy, changedAt, isRemoved, body };
}
