// Files that somebody sends: people in post tried before they are kept, histories for a backtest, and the way back.
import { z } from 'zod';
import { fail, ok, type Result } from '#kernel';
import {
  dropUpload,
  keepUpload,
  ownPlace,
  readUpload,
  replaceStock,
  STOCK_COLUMNS,
  tryStock,
  undoFile,
  type Desk,
  type StockDraft,
} from '#service';
import { apiRoute, DEED, ITEM, type ApiRoute } from '../api-route.ts';
import { packHead } from './pack-words.ts';

const changes = { kind: 'permitted', action: 'change', resource: 'workforce', placeParam: null } as const;
const keyOf = z.object({ upload: z.string().regex(/^[0-9a-f]{64}$/) });

export const uploadRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...DEED,
    path: '/uploads',
    summary: 'Send the text of a CSV file: people in post to be tried and kept, or a history for a backtest',
    access: { kind: 'signed-in' },
    body: z.strictObject({
      kind: z.enum(['stock', 'history']),
      name: z.string().min(1).max(100),
      text: z.string().min(1).max(900_000).describe('CSV in UTF-8; larger files go by the page'),
    }),
    answer: z.object({ key: z.string() }),
    status: 201,
    handle: async ({ desk, body }) => {
      const table = await desk.world.readTable(body);
      if (!table.ok) return table;
      const key = await keepUpload(desk, body);
      return key.ok ? ok({ value: { key: key.value }, location: `/api/v1/uploads/stock/${key.value}` }) : key;
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/uploads/stock/:upload',
    summary:
      'Whether people in post that were sent would be taken; nothing is kept. The ETag is what keeping is made from',
    access: changes,
    params: keyOf,
    answer: z.object({ file: z.string(), place: z.string(), rows: z.number().int(), isSame: z.boolean() }),
    handle: async ({ desk, params }) => {
      const draft = await draftOf(desk, params.upload);
      if (!draft.ok) return draft;
      const tried = await tryStock(desk, draft.value);
      if (!tried.ok) return tried;
      const { file, place, rows } = draft.value;
      const { change, isSame } = tried.value;
      return ok({ value: { file, place, rows: rows.length, isSame }, version: change.madeFrom });
    },
  }),
  apiRoute({
    ...DEED,
    path: '/uploads/stock/:upload/keep',
    summary: 'Keep people in post that were sent, in the place of those of your own places',
    access: changes,
    params: keyOf,
    answer: packHead,
    changesVersion: true,
    handle: async ({ desk, params, madeFrom }) => {
      const draft = await draftOf(desk, params.upload);
      if (!draft.ok) return draft;
      const kept = await replaceStock(desk, { ...draft.value, madeFrom });
      if (!kept.ok) return kept;
      const dropped = await dropUpload(desk, 'stock', params.upload);
      return dropped.ok ? ok({ value: kept.value, version: kept.value.version }) : dropped;
    },
  }),
  apiRoute({
    ...DEED,
    method: 'DELETE',
    path: '/uploads/stock/:upload',
    summary: 'Drop people in post that were sent and not kept',
    access: changes,
    params: keyOf,
    answer: z.null(),
    handle: async ({ desk, params }) => {
      const dropped = await dropUpload(desk, 'stock', params.upload);
      return dropped.ok ? ok({ value: null }) : dropped;
    },
  }),
  apiRoute({
    ...DEED,
    path: '/pack/versions/:version/undo',
    summary: 'Put one file back as it was before a version; people in post wait as an upload until they are kept',
    access: changes,
    params: z.object({ version: z.coerce.number().int().min(1).max(1e9) }),
    body: z.strictObject({ path: z.string().min(1).max(200) }),
    answer: z.object({ upload: z.string().nullable().describe('Key of what waits; null where it is done') }),
    handle: async ({ desk, params, body }) => {
      const undone = await undoFile(desk, { version: params.version, path: body.path });
      return undone.ok ? ok({ value: undone.value }) : undone;
    },
  }),
];

/** A program names the columns as the pack does; the page helps with other names. */
async function draftOf(desk: Desk, key: string): Promise<Result<StockDraft>> {
  const found = await ownPlace(desk);
  if (!found.ok) return found;
  const upload = await readUpload(desk, 'stock', key);
  if (!upload.ok) return upload;
  const { name } = upload.value;
  const table = await desk.world.readTable(upload.value);
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  const order = STOCK_COLUMNS.map((column) => columns.indexOf(column));
  const missing = STOCK_COLUMNS.filter((_, at) => order[at] === -1);
  if (missing.length > 0) return fail(withoutColumns(name, missing));
  return ok({
    workspace: found.value.workspace,
    place: found.value.place.code,
    file: name,
    rows: rows.map(({ line, cells }) => ({ line, cells: order.map((at) => cells[at] ?? '') })),
  });
}

function withoutColumns(name: string, missing: readonly string[]) {
  return {
    code: 'schema',
    message: `${name} has no column ${missing.join(', ')}.`,
    path: name,
    hint: `Name the columns ${STOCK_COLUMNS.join(', ')}.`,
  } as const;
}
