// What the pack says: places, roles, stock, the register and the scenarios.
import { z } from 'zod';
import { formatMonth, ok } from '#kernel';
import { HIDDEN, publishedStockTable } from '#planning';
import { notThere } from '#service';
import { apiRoute, LIST, type ApiRoute } from '../api-route.ts';
import { pageOf } from '../list-page.ts';
import { scopeOf } from '../scope.ts';
import { asTable } from '../row-table.ts';

const place = z.object({
  code: z.string(),
  name: z.string(),
  tier: z.string(),
  kind: z.string(),
  parent: z.string().nullable(),
  from: z.string().describe('First month, YYYY-MM'),
  to: z.string().nullable().describe('First month in which it is no more'),
  successor: z.string().nullable(),
});
const role = z.object({
  id: z.string(),
  name: z.string(),
  family: z.string(),
  bands: z.array(z.string()),
  composition: z.array(z.object({ profession: z.string(), shareOfFte: z.number() })),
  registrations: z.array(z.string()),
  skills: z.array(z.object({ skill: z.string(), level: z.string() })),
  source: z.string(),
});
const assumption = z.object({
  id: z.string(),
  description: z.string(),
  unit: z.string(),
  value: z.unknown().describe('A scalar, steps by month, or a table'),
  spread: z.unknown().describe('The range as a distribution; null where it is certain'),
  kind: z.string(),
  source: z.string(),
  note: z.string(),
  reliability: z.string(),
  owner: z.string(),
  signedOffBy: z.string().nullable(),
  reviewBy: z.string().describe('Month, YYYY-MM'),
});
const scenario = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  recruitment: z.string(),
  assumptions: z.array(z.string()).describe('Ids of the assumptions that it sets otherwise'),
});
const people = z.union([z.number(), z.literal(HIDDEN)]).describe('An asterisk where the group is small');
const stockRow = z.object({
  place: z.string(),
  role: z.string(),
  headcount: people,
  fte: people,
  source: z.string(),
  rule: z.string().describe('Name and version of the rule by which small groups are hidden and others rounded'),
});

const SIGNED_IN = { kind: 'signed-in' } as const;
const everywhere = { kind: 'permitted', action: 'read', placeParam: null } as const;

export const packPartRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...LIST,
    path: '/places',
    summary: 'Places whose figures you may see',
    access: SIGNED_IN,
    answer: z.array(place),
    table: (rows) => asTable('places', rows),
    handle: async ({ desk, page }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const { workspace, may } = scope.value;
      const { places } = workspace.tree;
      const seen = places.filter(({ code }) => may('read', 'workforce', code) || code === desk.actor.place);
      const rows = seen.map((each) => ({
        ...each,
        from: formatMonth(each.from),
        to: each.to === null ? null : formatMonth(each.to),
      }));
      return ok(pageOf(rows, ({ code }) => code, page));
    },
  }),
  apiRoute({
    ...LIST,
    path: '/roles',
    summary: 'Roles with their bands, composition and skills',
    access: SIGNED_IN,
    answer: z.array(role),
    table: (rows) => asTable('roles', rows),
    handle: async ({ desk, page }) => {
      const scope = await scopeOf(desk);
      return scope.ok
        ? ok(pageOf(scope.value.workspace.pack.system.roles.map(plain(role)), ({ id }) => id, page))
        : scope;
    },
  }),
  apiRoute({
    ...LIST,
    path: '/assumptions',
    summary: 'The register of assumptions',
    access: { ...everywhere, resource: 'assumption' },
    answer: z.array(assumption),
    table: (rows) => asTable('assumptions', rows),
    handle: async ({ desk, page }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const rows = scope.value.workspace.pack.system.assumptions.map((each) => ({
        ...each,
        reviewBy: formatMonth(each.reviewBy),
      }));
      return ok(pageOf(rows, ({ id }) => id, page));
    },
  }),
  apiRoute({
    ...LIST,
    path: '/scenarios',
    summary: 'Scenarios of the pack',
    access: { ...everywhere, resource: 'scenario' },
    answer: z.array(scenario),
    table: (rows) => asTable('scenarios', rows),
    handle: async ({ desk, page }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const rows = scope.value.workspace.pack.system.scenarios.map((each) => ({
        ...each,
        assumptions: each.assumptions.map(({ id }) => id),
      }));
      return ok(pageOf(rows, ({ id }) => id, page));
    },
  }),
  apiRoute({
    ...LIST,
    path: '/places/:place/stock',
    summary: 'People in post in a place and below it, at the base month, as they may be published',
    access: { kind: 'permitted', action: 'read', resource: 'workforce', placeParam: 'place' },
    params: z.object({ place: z.string().max(120) }),
    answer: z.array(stockRow),
    table: (rows) => asTable('stock', rows),
    handle: async ({ desk, params, page }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const { isBelow, pack } = scope.value.workspace;
      if (!scope.value.may('read', 'workforce', params.place)) return notThere<never>(params.place);
      const rows = publishedStockTable(pack, (place) => isBelow(place, params.place)).map((row) => ({ ...row }));
      return ok(pageOf(rows, (row) => `${row.place}/${row.role}`, page));
    },
  }),
];

/** Leaves out of plain data what the document of the API does not name. */
function plain<S extends z.ZodType>(schema: S): (value: unknown) => z.output<S> {
  return (value) => schema.parse(value);
}
