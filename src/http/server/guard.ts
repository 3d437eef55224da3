// The guard of every route: who may come in is read from the route's own data, and what is not listed is denied.
import type { FastifyRequest } from 'fastify';
import { ok } from '#kernel';
import { isPermitted, mayEver, openWorkspace, type Member, type ServiceWorld } from '#service';
import type { Access } from '../route.ts';
import { NOT_THERE, refusalOf, refuse, type Refusal } from './refusal.ts';

/** What the guard says: come in, sign in first, or no. */
export type Verdict = 'admitted' | 'sign-in' | Refusal;

const FORBIDDEN: Refusal = refuse(403, 'forbidden', [
  'Your role does not let you do this.',
  'Ask somebody whose role does, or your administrator.',
]);

export async function judge(request: FastifyRequest, access: Access, world: ServiceWorld): Promise<Verdict> {
  if (access.kind === 'public') return 'admitted';
  const { visitor } = request;
  if (visitor === null) return 'sign-in';
  if (access.kind === 'signed-in') return 'admitted';
  if (access.placeParam === null) {
    return mayEver(visitor.actor, access.action, access.resource) ? 'admitted' : FORBIDDEN;
  }
  const place = Object.entries(Object(request.params)).find(([name]) => name === access.placeParam)?.[1];
  return judgePlace({ world, actor: visitor.actor, access, place: String(place) });
}

type Visit = {
  readonly world: ServiceWorld;
  readonly actor: Member;
  readonly access: Extract<Access, { kind: 'permitted' }>;
  readonly place: string;
};

/** A place that is not the member's business is not there, as one that does not exist is not. */
async function judgePlace({ world, actor, access, place }: Visit): Promise<Verdict> {
  const opened = await world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    return workspace.ok ? ok(workspace.value) : workspace;
  });
  if (!opened.ok) return refusalOf(opened.problems);
  const { tree, isBelow } = opened.value;
  const target = { resource: access.resource, place, owner: null, party: null };
  if (!tree.byCode.has(place) || !isPermitted(actor, 'read', { target, isBelow })) return NOT_THERE;
  return isPermitted(actor, access.action, { target, isBelow }) ? 'admitted' : FORBIDDEN;
}
