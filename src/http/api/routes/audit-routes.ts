// The audit: its lines, its head, and whether every line still fits the one before.
import { z } from 'zod';
import { ok } from '#kernel';
import { checkAudit } from '#service';
import { apiRoute, ITEM, LIST, type ApiRoute } from '../api-route.ts';
import { asTable } from '../row-table.ts';
import { scopeOf } from '../scope.ts';

const head = z.object({ sequence: z.number().int(), hash: z.string() });
const line = z.object({
  sequence: z.number().int(),
  at: z.string(),
  by: z.string().describe('Id of a member'),
  action: z.string(),
  resource: z.string(),
  place: z.string().nullable(),
  subject: z.string(),
  summary: z.string(),
  contentHash: z.string().nullable(),
  hash: z.string(),
});
const reads = { kind: 'permitted', action: 'read', resource: 'audit', placeParam: null } as const;
/** Whoever checks the chain reads every line of it. */
const exports = { ...reads, action: 'export' } as const;

export const auditRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...LIST,
    path: '/audit',
    summary: 'Lines of the audit about your places, the oldest first; `after` is a sequence number',
    access: reads,
    answer: z.array(line),
    table: (rows) => asTable('audit', rows),
    handle: async ({ desk, page }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const from = Number(/^\d{1,15}$/.exec(page.after ?? '')?.[0] ?? 0) + 1;
      const read = await desk.world.store.inTenant(desk.actor.tenant, async ({ audit }) =>
        ok(await audit.lines(from, page.limit)),
      );
      if (!read.ok) return read;
      const seen = read.value.filter(({ place }) => scope.value.may('read', 'audit', place));
      const last = read.value.length === page.limit ? read.value.at(-1) : undefined;
      return ok({ value: seen, next: last === undefined ? null : String(last.sequence) });
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/audit/head',
    summary: 'The head of the chain, to be kept outside: who cuts or rewrites the audit cannot meet it',
    access: exports,
    answer: head,
    handle: async ({ desk }) => {
      const read = await desk.world.store.inTenant(desk.actor.tenant, async ({ audit }) => ok(await audit.head()));
      return read.ok ? ok({ value: read.value }) : read;
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/audit/check',
    summary:
      'Walks the whole chain; past the heads that the service kept outside its store; name one that you kept to hold it against that too',
    access: exports,
    query: z.object({
      sequence: z.coerce.number().int().min(1).optional(),
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    answer: z.object({ isWhole: z.boolean(), lines: z.number().int(), fault: z.string().nullable() }),
    handle: async ({ desk, query: { sequence, hash } }) => {
      const anchors = sequence === undefined || hash === undefined ? [] : [{ sequence, hash }];
      const checked = await checkAudit(desk, anchors);
      if (!checked.ok) return checked;
      const { head: end, fault } = checked.value;
      const told = fault === null ? null : `Line ${fault.sequence} is ${fault.what}.`;
      return ok({ value: { isWhole: fault === null, lines: end.sequence, fault: told } });
    },
  }),
];
