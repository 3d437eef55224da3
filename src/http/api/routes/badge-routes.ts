// What programs do with badges: issue one for a verified skill, take it back, gather one's own, and verify anybody's.
import { z } from 'zod';
import { ok } from '#kernel';
import { badgePassport, issueBadge, publishedList, revokeBadge, verifyText } from '#service';
import { apiRoute, DEED, ITEM, type ApiRoute } from '../api-route.ts';

const id = z.string().min(1).max(120);
/** A badge or a list: the largest known has a tenth. */
const text = z.string().min(2).max(300_000);
const may = (action: 'create' | 'change' | 'export') =>
  ({ kind: 'permitted', action, resource: 'badge', placeParam: null }) as const;

export const badgeRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...DEED,
    path: '/badges',
    summary: 'Issue a badge for evidence of a skill that was verified',
    access: may('create'),
    body: z.strictObject({ evidence: id.describe('Id of the evidence') }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handle: async ({ desk, body }) => {
      const issued = await issueBadge(desk, body.evidence);
      return issued.ok
        ? ok({ value: { id: issued.value }, location: `/api/v1/records/badge/${encodeURIComponent(issued.value)}` })
        : issued;
    },
  }),
  apiRoute({
    ...DEED,
    path: '/badges/:id/revocation',
    summary: 'Take a badge back; whoever verifies it is told the reason',
    access: may('change'),
    params: z.object({ id }),
    body: z.strictObject({ reason: z.string().min(3).max(2000).describe('Names nobody') }),
    answer: z.null(),
    handle: async ({ desk, params, body }) => {
      const revoked = await revokeBadge(desk, params.id, body.reason);
      return revoked.ok ? ok({ value: null }) : revoked;
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/me/badge-passport',
    summary: 'Your badges that hold, gathered and signed as a Comprehensive Learner Record',
    access: may('export'),
    answer: z.object({ passport: z.string() }),
    handle: async ({ desk }) => {
      const passport = await badgePassport(desk);
      return passport.ok ? ok({ value: { passport: passport.value } }) : passport;
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/badge-list',
    summary: 'The signed list of what was taken back here',
    access: { kind: 'signed-in' },
    answer: z.object({ list: z.string() }),
    handle: async ({ desk }) => {
      const list = await publishedList(desk.world, desk.actor.tenant);
      return list.ok ? ok({ value: { list: list.value } }) : list;
    },
  }),
  apiRoute({
    ...DEED,
    path: '/badge-verifications',
    summary: 'Verify a badge or a passport of any issuer; nothing of it is kept',
    access: { kind: 'signed-in' },
    body: z.strictObject({ badge: text, list: text.nullable().default(null) }),
    answer: z.object({
      refusals: z.array(z.object({ kind: z.string(), message: z.string() })),
      notes: z.array(z.string()),
    }),
    handle: async ({ desk, body }) => {
      const verdict = await verifyText(desk.world, body.badge, body.list);
      if (!verdict.ok) return verdict;
      const { refusals, notes } = verdict.value;
      return ok({ value: { refusals: [...refusals], notes: [...notes] } });
    },
  }),
];
