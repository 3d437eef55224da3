// A request that is sent twice acts once: its key, its change and its answer stay together or not at all.
import type { FastifyRequest } from 'fastify';
import { canonicalJson, fail, ok, sha256Hex, type Problem, type Result } from '#kernel';
import type { Job, ServiceWorld, StoreSession } from '#service';
import { refuse, type Refusal } from '../server/refusal.ts';
import type { Visitor } from '../sessions/sessions.ts';
import type { Rendered } from './render-answer.ts';

type Once = {
  readonly world: ServiceWorld;
  readonly visitor: Visitor;
  readonly key: string;
  readonly request: FastifyRequest;
};

/** @param act does the work in the world that it is given, all of it in one transaction
 *  @source the Idempotency-Key header, IETF draft of October 2025 */
export async function once(
  { world, visitor, key, request }: Once,
  act: (world: ServiceWorld) => Promise<Result<Rendered>>,
): Promise<Result<Rendered> | { readonly refusal: Refusal }> {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) return { refusal: BAD_KEY };
  const { actor } = visitor;
  const asked = { method: request.method, address: request.url, body: request.body ?? null };
  const claim = { member: actor.id, key, requestHash: sha256Hex(canonicalJson(asked)), at: world.clock() };
  let refusal: Refusal | null = null;
  let announced: readonly Job[] = [];
  const done = await world.store.inTenant(actor.tenant, async (session): Promise<Result<Rendered>> => {
    refusal = null;
    const later: Job[] = [];
    announced = later;
    const claimed = await session.answers.claim(claim);
    if (claimed.state === 'kept') return ok(claimed.answer);
    if (claimed.state !== 'fresh') {
      refusal = claimed.state === 'in-flight' ? IN_FLIGHT : OTHER_REQUEST;
      return fail(UNUSED);
    }
    const answered = await act(worldWithin(world, session, later));
    if (!answered.ok) return answered;
    const { status, headers, body } = answered.value;
    await session.answers.keep(claim, { status, headers: { ...headers }, body: typeof body === 'string' ? body : '' });
    return answered;
  });
  if (refusal !== null) return { refusal };
  if (done.ok) for (const job of announced) await world.queue.announce(actor.tenant, job);
  return done;
}

/** The same world with the transaction that is open already; work is handed out only after it has ended. */
function worldWithin(world: ServiceWorld, session: StoreSession, later: Job[]): ServiceWorld {
  return {
    ...world,
    store: { ...world.store, inTenant: (_, work) => work(session) },
    queue: {
      ...world.queue,
      announce: async (_, job) => {
        later.push(job);
      },
    },
  };
}

const UNUSED: Problem = { code: 'duplicate', message: '', path: '', hint: '' };
const BAD_KEY: Refusal = refuse(422, 'bad-key', [
  'The Idempotency-Key is empty, too long or holds what is not plain ASCII.',
  'Send a fresh UUID for each new request, and the same one when you repeat it.',
]);
const IN_FLIGHT: Refusal = refuse(409, 'in-flight', [
  'The first request with this Idempotency-Key has not ended yet.',
  'Wait a moment and send it again.',
]);
const OTHER_REQUEST: Refusal = refuse(422, 'key-reused', [
  'This Idempotency-Key was used for another request.',
  'Send a fresh key with a new request.',
]);
