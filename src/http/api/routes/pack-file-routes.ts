// The files of the pack: read, tried, changed and taken back, each with its version.
import { z } from 'zod';
import { fail, ok, type Result } from '#kernel';
import { changePack, notThere, previewPack, type Desk, type PackFile, type Resource } from '#service';
import { apiRoute, DEED, ITEM, LIST, type ApiRoute } from '../api-route.ts';
import { pageOf } from '../list-page.ts';
import { asTable } from '../row-table.ts';
import { scopeOf, type Scope } from '../scope.ts';

const path = z.string().min(1).max(200).describe('Path in the pack, such as scenarios/low.yaml');
const summary = z.string().min(3).max(300).describe('One sentence for the history, without personal data');
const head = z.object({ version: z.number().int(), hash: z.string() });
const fileName = z.object({ path, version: z.number().int(), characters: z.number().int() });
const file = z.object({ path, version: z.number().int(), text: z.string() });
const version = z.object({
  version: z.number().int(),
  hash: z.string(),
  by: z.string(),
  at: z.string(),
  summary: z.string(),
  paths: z.array(z.string()),
});
const change = z.strictObject({ path, text: z.string().nullable().describe('Null removes the file') });

const named = z.strictObject({ path });
const reads = { kind: 'permitted', action: 'read', resource: 'workforce', placeParam: null } as const;
const changes = { kind: 'permitted', action: 'change', resource: 'workforce', placeParam: null } as const;

export const packFileRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...LIST,
    access: reads,
    path: '/pack/files',
    summary: 'Files of the pack that you may read',
    answer: z.array(fileName),
    table: (rows) => asTable('pack-files', rows),
    handle: async ({ desk, page }) => {
      const files = await readableFiles(desk);
      if (!files.ok) return files;
      const rows = [...files.value].map(([name, { text, version }]) => ({
        path: name,
        version,
        characters: text.length,
      }));
      return ok(pageOf(rows, (row) => row.path, page));
    },
  }),
  apiRoute({
    ...ITEM,
    access: reads,
    path: '/pack/file',
    summary: 'One file of the pack',
    query: named,
    answer: file,
    handle: async ({ desk, query }) => {
      const files = await readableFiles(desk);
      if (!files.ok) return files;
      const found = files.value.get(query.path);
      return found === undefined
        ? notThere(query.path)
        : ok({ value: { path: query.path, ...found }, version: found.version });
    },
  }),
  apiRoute({
    ...DEED,
    method: 'PUT',
    path: '/pack/file',
    summary: 'Keep a new version of a file; If-Match names the version it was made from, "v0" for a new file',
    access: changes,
    query: named,
    body: z.strictObject({ text: z.string().nullable().describe('Null removes the file'), summary }),
    answer: head,
    changesVersion: true,
    handle: async ({ desk, query, body, madeFrom }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const kept = await changePack(desk, {
        changes: [{ path: query.path, text: body.text, madeFrom }],
        action: 'change',
        resource: resourceOf(query.path),
        place: scope.value.workspace.root,
        summary: body.summary,
      });
      return kept.ok ? ok({ value: kept.value, version: kept.value.version }) : kept;
    },
  }),
  apiRoute({
    ...DEED,
    path: '/pack/preview',
    summary: 'Whether the pack still reads with these changes; nothing is kept',
    access: changes,
    body: z.strictObject({ changes: z.array(change).min(1).max(100) }),
    answer: z.object({ hash: z.string(), places: z.number().int(), roles: z.number().int(), people: z.number() }),
    handle: async ({ desk, body }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const { may, workspace } = scope.value;
      const foreign = body.changes.find((each) => !may('change', resourceOf(each.path), workspace.root));
      if (foreign !== undefined) return notThere(foreign.path);
      const preview = await previewPack(
        desk,
        body.changes.map((each) => ({ ...each, madeFrom: 0 })),
      );
      if (!preview.ok) return fail(...preview.problems);
      const { system, hash } = preview.value;
      const people = system.stock.reduce((sum, row) => sum + row.headcount, 0);
      return ok({ value: { hash, places: system.places.length, roles: system.roles.length, people } });
    },
  }),
  apiRoute({
    ...LIST,
    access: reads,
    path: '/pack/versions',
    summary: 'Versions of the pack, the newest first',
    answer: z.array(version),
    table: (rows) => asTable('pack-versions', rows),
    handle: async ({ desk, page }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      if (!scope.value.may('read', 'workforce', scope.value.workspace.root)) return ok({ value: [], next: null });
      const rows = await desk.world.store.inTenant(desk.actor.tenant, async ({ pack }) => ok(await pack.history(1000)));
      if (!rows.ok) return rows;
      const plain = rows.value.map((each) => ({ ...each, paths: [...each.paths] }));
      return ok(pageOf(plain, (row) => String(row.version), page));
    },
  }),
  apiRoute({
    ...DEED,
    path: '/pack/versions/:version/restore',
    summary: 'Bring back the files of an earlier version, as a new version',
    access: changes,
    params: z.object({ version: z.coerce.number().int().min(1).max(1e9) }),
    body: z.strictObject({ summary }),
    answer: head,
    handle: ({ desk, params, body }) => restore(desk, params.version, body.summary),
  }),
];

async function restore(desk: Desk, to: number, why: string) {
  const scope = await scopeOf(desk);
  if (!scope.ok) return scope;
  const { may, workspace } = scope.value;
  const order = await desk.world.store.inTenant(desk.actor.tenant, async ({ pack }) => {
    const [now, then] = [await pack.files(null), await pack.files(to)];
    return then.size === 0 ? notThere<[]>(`pack/versions/${to}`) : ok(differences(now, then));
  });
  if (!order.ok) return order;
  const foreign = order.value.find((each) => !may('change', resourceOf(each.path), workspace.root));
  if (foreign !== undefined) return notThere<never>(foreign.path);
  const [first] = order.value;
  if (first === undefined) return ok({ value: workspace.head, version: workspace.head.version });
  const resource = resourceOf(first.path);
  const kept = await changePack(desk, {
    changes: order.value,
    action: 'change',
    resource,
    place: workspace.root,
    summary: why,
  });
  return kept.ok ? ok({ value: kept.value, version: kept.value.version }) : kept;
}

function differences(now: ReadonlyMap<string, PackFile>, then: ReadonlyMap<string, PackFile>) {
  const paths = [...new Set([...now.keys(), ...then.keys()])].toSorted();
  return paths
    .map((each) => ({
      path: each,
      text: then.get(each)?.text ?? null,
      madeFrom: now.get(each)?.version ?? 0,
      before: now.get(each)?.text ?? null,
    }))
    .filter(({ text, before }) => text !== before)
    .map(({ path: name, text, madeFrom }) => ({ path: name, text, madeFrom }));
}

async function readableFiles(desk: Desk): Promise<Result<ReadonlyMap<string, PackFile>>> {
  const scope = await scopeOf(desk);
  if (!scope.ok) return scope;
  const files = await desk.world.store.inTenant(desk.actor.tenant, async ({ pack }) => ok(await pack.files(null)));
  return files.ok ? ok(new Map([...files.value].filter(([name]) => mayRead(scope.value, name)))) : files;
}

/** A file speaks for the whole tenant, so it is read by whoever may read what it says everywhere; exact counts of
 *  people, small ones too, by whoever answers for them alone. */
function mayRead({ may, workspace }: Scope, name: string): boolean {
  return may(name === 'stock.csv' ? 'change' : 'read', resourceOf(name), workspace.root);
}

/** What a file of the pack is about. */
export function resourceOf(name: string): Resource {
  if (name.startsWith('assumptions/')) return 'assumption';
  if (name.startsWith('blueprint/')) return 'blueprint';
  return name.startsWith('scenarios/') || name.startsWith('cases/') ? 'scenario' : 'workforce';
}
