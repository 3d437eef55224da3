// Changing to another membership of the same person: a new session under a new secret, as at a login.
import type { FastifyInstance } from 'fastify';
import { ok } from '#kernel';
import { membershipsOf, type Member, type MemberEntry, type ServiceWorld } from '#service';
import type { ServerParts } from '../server/server-parts.ts';
import { sentForm } from '../server/form-body.ts';
import { localAddress } from '../server/page-routes.ts';
import { NOT_THERE, sendRefusal } from '../server/refusal.ts';
import { beginSession } from './begin-session.ts';

export function addMembershipChoice(app: FastifyInstance, parts: ServerParts): void {
  app.post('/memberships/choose', { config: { access: { kind: 'signed-in' } } }, async (request, reply) => {
    const { visitor } = request;
    const form = new Map(sentForm(request.body)?.form ?? []);
    const chosen =
      visitor === null
        ? undefined
        : (await ownEntries(parts.options.world, visitor.actor)).find(
            ({ tenant, id }) => `${tenant}/${id}` === form.get('membership'),
          );
    if (chosen === undefined) return sendRefusal(request, reply, NOT_THERE);
    await beginSession(parts, chosen, { request, reply });
    return reply.redirect(localAddress(form.get('next') ?? '/'), 303);
  });
}

async function ownEntries({ store }: ServiceWorld, { tenant, id }: Member): Promise<readonly MemberEntry[]> {
  const own = await store.inTenant(tenant, async ({ members }) => ok(await members.get(id)));
  return own.ok && own.value !== null ? membershipsOf(store, own.value) : [];
}
