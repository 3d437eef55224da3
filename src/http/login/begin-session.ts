// Ends the session that there was and opens one for a membership, with a line in the audit.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ok } from '#kernel';
import type { Member, ServiceWorld } from '#service';
import type { ServerParts } from '../server/server-parts.ts';

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

export async function beginSession(parts: ServerParts, member: Member, { request, reply }: Exchange): Promise<void> {
  const { options, cookies, sessions } = parts;
  await endSession(parts, request);
  await noteLogin(options.world, member);
  cookies.session.set(reply, await sessions.open(member), options.session.absoluteHours * 3600);
}

export async function endSession({ cookies, sessions }: ServerParts, request: FastifyRequest): Promise<void> {
  const before = cookies.session.read(request);
  if (before !== null) await sessions.end(before);
}

async function noteLogin({ store, clock }: ServiceWorld, member: Member): Promise<void> {
  const deed = { by: member.id, at: clock(), action: 'read', resource: 'member', place: member.place } as const;
  await store.inTenant(member.tenant, async ({ audit }) => {
    await audit.append({ ...deed, summary: 'Signed in.' }, `member/${member.id}`);
    return ok(null);
  });
}
