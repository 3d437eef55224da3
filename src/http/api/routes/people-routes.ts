// What people look up about skills and themselves: frameworks, routes, how deep skills go, and all that is held of one.
import { z } from 'zod';
import { ok, parseMonth } from '#kernel';
import { ROUTE_MEASURES, ROUTE_OBJECTIVES } from '#planning';
import {
  atWorkspace,
  frameworkChanges,
  frameworkInForce,
  frameworksInForce,
  heldOfMe,
  leaveService,
  ownMemberships,
  preparedRoutes,
  routesFor,
  skillDepth,
  type Desk,
} from '#service';
import { apiRoute, DEED, ITEM, LIST, type ApiRoute } from '../api-route.ts';
import { pageOf } from '../list-page.ts';
import { asTable } from '../row-table.ts';
import { blueprintPage } from './blueprint-routes.ts';

const name = z.string().min(1).max(120);
const may = (action: 'read' | 'export' | 'remove', resource: 'framework' | 'passport') =>
  ({ kind: 'permitted', action, resource, placeParam: null }) as const;
const thisMonth = ({ world }: Desk) => parseMonth(world.clock().slice(0, 7)) ?? 0;

const framework = z.object({ id: z.string(), title: z.string(), version: z.string(), published: z.string() });
const skill = z.object({
  id: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  related: z.array(z.string()),
});
const level = z.object({
  role: z.string(),
  id: z.string(),
  name: z.string(),
  rank: z.number(),
  needs: z.array(z.object({ skill: z.string(), level: z.string() })),
});

const frameworkRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...LIST,
    path: '/frameworks',
    summary: 'Skills frameworks in force',
    access: may('read', 'framework'),
    answer: z.array(framework),
    table: (rows) => asTable('frameworks', rows),
    handle: async ({ desk, page }) => {
      const all = await frameworksInForce(desk);
      return all.ok
        ? ok(
            pageOf(
              all.value.map((each) => framework.parse(each)),
              (row) => row.id,
              page,
            ),
          )
        : all;
    },
  }),
  apiRoute({
    ...LIST,
    path: '/frameworks/:framework/skills',
    summary: 'Skills of a framework',
    access: may('read', 'framework'),
    params: z.object({ framework: name }),
    answer: z.array(skill),
    table: (rows) => asTable('skills', rows),
    handle: async ({ desk, params, page }) => {
      const found = await frameworkInForce(desk, params.framework);
      return found.ok
        ? ok(
            pageOf(
              found.value.skills.map((each) => skill.parse(each)),
              (row) => row.id,
              page,
            ),
          )
        : found;
    },
  }),
  apiRoute({
    ...LIST,
    path: '/frameworks/:framework/levels',
    summary: 'Role levels of a framework, each with what it asks for',
    access: may('read', 'framework'),
    params: z.object({ framework: name }),
    answer: z.array(level),
    table: (rows) => asTable('role-levels', rows),
    handle: async ({ desk, params, page }) => {
      const found = await frameworkInForce(desk, params.framework);
      if (!found.ok) return found;
      const rows = found.value.roles.flatMap((role) =>
        role.levels.map((each) => level.parse({ ...each, role: role.id })),
      );
      return ok(pageOf(rows, (row) => row.id, page));
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/frameworks/:framework/changes',
    summary: 'What the version in force changed against an earlier one, and whose posts it touches',
    access: may('read', 'framework'),
    params: z.object({ framework: name }),
    query: z.object({ since: name.optional().describe('An earlier version; the one before where nothing is said') }),
    answer: blueprintPage,
    handle: async ({ desk, params, query }) => {
      const found = await frameworkChanges(desk, params.framework, query.since ?? null);
      return found.ok ? ok({ value: blueprintPage.parse(found.value) }) : found;
    },
  }),
  apiRoute({
    ...LIST,
    path: '/career-routes',
    summary: 'The ways from a post, or from your own skills, to another post or to the nearest of all',
    access: may('read', 'framework'),
    query: z.object({
      from: name.optional().describe('Role, post or profession; your own skills alone where nothing is said'),
      to: name.optional(),
      objective: z.enum(ROUTE_OBJECTIVES).default('effort'),
      measure: z.enum(ROUTE_MEASURES).default('coverage'),
      own: z.enum(['yes', 'no']).default('no').describe('Whether your own evidence counts'),
    }),
    answer: z.array(
      z.object({
        to: z.string(),
        toName: z.string(),
        hours: z.number(),
        months: z.number(),
        costGbp: z.number(),
        payFromGbpPerYear: z.number().nullable(),
        payToGbpPerYear: z.number().nullable(),
        steps: z.array(z.looseObject({ to: z.string(), toName: z.string(), kind: z.string(), months: z.number() })),
      }),
    ),
    table: (rows) => asTable('career-routes', rows),
    handle: async ({ desk, query, page }) => {
      const { from = null, to = null, objective, measure, own } = query;
      const withOwnSkills = own === 'yes' || from === null;
      const found = await routesFor(desk, {
        from,
        to,
        objective,
        measure,
        withOwnSkills,
        most: page.limit,
        asOf: thisMonth(desk),
      });
      if (!found.ok) return found;
      const value = found.value.routes.map((route) => ({ ...route, steps: route.steps.map((step) => ({ ...step })) }));
      return ok({ value, next: null });
    },
  }),
  apiRoute({
    ...LIST,
    path: '/places/:place/skill-depth',
    summary: 'How many in a place and below it show each skill that its posts need; small numbers are hidden',
    access: { kind: 'permitted', action: 'read', resource: 'workforce', placeParam: 'place' },
    params: z.object({ place: name }),
    answer: z.array(z.object({ skill: z.string(), needed: z.string(), able: z.string(), depth: z.string() })),
    table: (rows) => asTable('skill-depth', rows),
    handle: async ({ desk, params, page }) => {
      const workspace = await atWorkspace(desk);
      if (!workspace.ok) return workspace;
      const at = thisMonth(desk);
      const prepared = preparedRoutes(workspace.value, { framework: null, measure: 'coverage', asOf: at });
      if (!prepared.ok) return prepared;
      const depth = await skillDepth(desk, { place: params.place, at, prepared: prepared.value });
      if (!depth.ok) return depth;
      const rows = depth.value.skills.map((each) => ({ ...each, able: each.able.says }));
      return ok(pageOf(rows, (row) => row.skill, page));
    },
  }),
];

const ownRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...LIST,
    path: '/me/memberships',
    summary: 'Everything that you are a member of here',
    access: { kind: 'signed-in' },
    answer: z.array(
      z.object({ id: z.string(), tenant: z.string(), tenantName: z.string(), role: z.string(), placeName: z.string() }),
    ),
    table: (rows) => asTable('memberships', rows),
    handle: async ({ desk, page }) => {
      const own = await ownMemberships(desk);
      if (!own.ok) return own;
      const rows = own.value.map(({ entry: { id, tenant, role }, tenantName, placeName }) => ({
        id,
        tenant,
        tenantName,
        role,
        placeName,
      }));
      return ok(pageOf(rows, (row) => `${row.tenant}/${row.id}`, page));
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/me/held',
    summary: 'All that is held of you: your entry, records, deeds, sign-ins and placements',
    access: { kind: 'signed-in' },
    answer: z.object({
      member: z.unknown(),
      records: z.array(z.unknown()),
      deeds: z.array(z.unknown()),
      signIns: z.array(z.object({ createdAt: z.string(), usedAt: z.string() })),
      placements: z.array(z.object({ round: z.string(), state: z.string(), place: z.string().nullable() })),
    }),
    handle: async ({ desk }) => {
      const held = await heldOfMe(desk);
      if (!held.ok) return held;
      const { member, records, deeds, signIns, placements } = held.value;
      const lists = { records: [...records], deeds: [...deeds], signIns: [...signIns], placements: [...placements] };
      return ok({ value: { member, ...lists } });
    },
  }),
  apiRoute({
    ...DEED,
    path: '/me/leaving',
    summary: 'Erase all that is yours alone, in every version, and leave: you are signed out everywhere',
    access: may('remove', 'passport'),
    body: z.strictObject({ sure: z.literal(true).describe('It cannot be undone') }),
    answer: z.object({ erased: z.number().int(), kept: z.number().int() }),
    handle: async ({ desk }) => {
      const left = await leaveService(desk);
      return left.ok ? ok({ value: { erased: left.value.erased, kept: left.value.kept.length } }) : left;
    },
  }),
];

export const peopleRoutes: readonly ApiRoute[] = [...frameworkRoutes, ...ownRoutes];
