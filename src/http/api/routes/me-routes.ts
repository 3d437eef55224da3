// Who one is here, and the token that every change must carry.
import { z } from 'zod';
import { ok } from '#kernel';
import { PERMISSIONS, ROLES } from '#service';
import { apiRoute, ITEM, type ApiRoute } from '../api-route.ts';

const me = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  place: z.string().describe('Code of the place whose people and figures are yours, with all below it'),
  supplier: z.string().nullable(),
  csrfToken: z.string().describe('To be sent as the header X-CSRF-Token with every change'),
  permissions: z.array(z.object({ resource: z.string(), actions: z.array(z.string()), reach: z.string() })),
});

export const meRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...ITEM,
    path: '/me',
    summary: 'Who you are here and what you may do',
    access: { kind: 'signed-in' },
    answer: me,
    handle: async ({ desk: { actor }, maskedToken }) => {
      const { id, role, place, supplier } = actor;
      const own = PERMISSIONS.filter((row) => row.role === role);
      const permissions = own.map(({ resource, actions, reach }) => ({ resource, actions: [...actions], reach }));
      return ok({ value: { id, role, place, supplier, csrfToken: maskedToken, permissions } });
    },
  }),
];
