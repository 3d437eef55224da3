// Who belongs here, for administrators: people are known by what the login calls them, and by an id of ours.
import { z } from 'zod';
import { ok } from '#kernel';
import { addMember, changeMember, ROLES } from '#service';
import { apiRoute, DEED, LIST, type ApiRoute } from '../api-route.ts';
import { pageOf } from '../list-page.ts';
import { asTable } from '../row-table.ts';

const line = z.string().trim().min(1).max(200);
const terms = {
  role: z.enum(ROLES),
  place: line.describe('Code of the place'),
  supplier: line.nullable().default(null).describe('Id of the supplier that the person speaks for'),
  displayName: line.describe('What to greet the person by'),
};
const member = z.object({ id: z.string(), issuer: z.string(), subject: z.string(), isDisabled: z.boolean(), ...terms });
const manages = (action: 'read' | 'create' | 'change') =>
  ({ kind: 'permitted', action, resource: 'member', placeParam: null }) as const;

export const memberRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...LIST,
    path: '/members',
    summary: 'Members of the tenant',
    access: manages('read'),
    answer: z.array(member),
    table: (rows) => asTable('members', rows),
    handle: async ({ desk, page }) => {
      const all = await desk.world.store.inTenant(desk.actor.tenant, async ({ members }) => ok(await members.list()));
      return all.ok ? ok(pageOf([...all.value], ({ id }) => id, page)) : all;
    },
  }),
  apiRoute({
    ...DEED,
    path: '/members',
    summary: 'Make somebody a member',
    access: manages('create'),
    body: z.strictObject({ issuer: line, subject: line, ...terms }),
    answer: member,
    status: 201,
    handle: async ({ desk, body }) => {
      const kept = await addMember(desk, { ...body, isDisabled: false });
      return kept.ok ? ok({ value: kept.value }) : kept;
    },
  }),
  apiRoute({
    ...DEED,
    method: 'PUT',
    path: '/members/:id',
    summary: 'Change what a member may do, or shut the member out at once',
    access: manages('change'),
    params: z.object({ id: z.string().max(120) }),
    body: z.strictObject({ ...terms, isDisabled: z.boolean() }),
    answer: member,
    handle: async ({ desk, params, body }) => {
      const kept = await changeMember(desk, params.id, body);
      return kept.ok ? ok({ value: kept.value }) : kept;
    },
  }),
];
