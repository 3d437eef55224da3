// Signing in and out.
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ok } from '#kernel';
import type { Member, ServiceWorld } from '#service';
import { tooMany } from '../server/too-many.ts';
import type { ServerParts } from '../server/create-server.ts';
import { HTTP_LIMITS } from '../server/http-limits.ts';
import { localAddress } from '../server/page-routes.ts';
import { createRateLimiter } from '../server/rate-limiter.ts';
import { refuse, sendRefusal, type Refusal } from '../server/refusal.ts';
import { CALLBACK_PATH, type Identity, type LoginSecrets } from './login-provider.ts';

const PUBLIC = { config: { access: { kind: 'public' } } } as const;
const SIGNED_IN = { config: { access: { kind: 'signed-in' } } } as const;
/** Time to find one's password. */
const LOGIN_SECONDS = 900;
const remembered = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() });

export function addLoginRoutes(app: FastifyInstance, parts: ServerParts): void {
  const { options, cookies, sessions } = parts;
  const { loginsPerQuarterHour, countedCallers } = HTTP_LIMITS;
  const allowance = { count: loginsPerQuarterHour, windowSeconds: 900, callers: countedCallers };
  const limiter = createRateLimiter(allowance, options.now);

  app.get('/login', PUBLIC, async (request, reply) => {
    const here = new URL(options.publicUrl());
    const next = localAddress(new URL(request.url, here).searchParams.get('next') ?? '/');
    // The way back leads to the public address, and the cookie must be there by then.
    if (request.host !== here.host) return reply.redirect(`${here.origin}/login?next=${encodeURIComponent(next)}`, 303);
    const secrets: LoginSecrets = { state: secret(), nonce: secret(), verifier: secret() };
    const address = await options.login.addressFor(secrets).catch(() => null);
    if (address === null) return sendRefusal(request, reply, PROVIDER_AWAY);
    cookies.login.set(reply, encode({ ...secrets, next }), LOGIN_SECONDS);
    return reply.redirect(address, 303);
  });

  app.get(CALLBACK_PATH, PUBLIC, async (request, reply) => {
    const wait = limiter.waitOf(request.ip);
    if (wait > 0) return sendRefusal(request, reply, tooMany(wait));
    const secrets = decode(cookies.login.read(request));
    cookies.login.clear(reply);
    const callback = new URL(request.url, options.publicUrl());
    const identity = secrets === null ? null : await options.login.identify(callback, secrets);
    const member = identity === null ? null : await memberFor(options.world, identity);
    if (secrets === null || member === null) {
      // Only what fails is counted: a whole hospital may stand behind one address.
      limiter.take(request.ip);
      return sendRefusal(request, reply, identity === null ? NOT_PROVEN : NO_MEMBER);
    }
    await endSession(request, parts);
    await noteLogin(options.world, member);
    cookies.session.set(reply, await sessions.open(member), options.session.absoluteHours * 3600);
    return reply.redirect(localAddress(secrets.next), 303);
  });

  app.post('/sign-out', SIGNED_IN, async (request, reply: FastifyReply) => {
    await endSession(request, parts);
    cookies.session.clear(reply);
    return reply.redirect('/', 303);
  });
}

async function endSession(request: FastifyRequest, { cookies, sessions }: ServerParts): Promise<void> {
  const before = cookies.session.read(request);
  if (before !== null) await sessions.end(before);
}

/** The first membership that is not disabled, tenant by tenant. */
async function memberFor({ store }: ServiceWorld, { issuer, subject }: Identity): Promise<Member | null> {
  for (const tenant of await store.tenants()) {
    const found = await store.inTenant(tenant.id, async ({ members }) => ok(await members.find(issuer, subject)));
    const entry = found.ok ? found.value.find(({ isDisabled }) => !isDisabled) : undefined;
    if (entry !== undefined) return entry;
  }
  return null;
}

async function noteLogin({ store, clock }: ServiceWorld, member: Member): Promise<void> {
  const deed = { by: member.id, at: clock(), action: 'read', resource: 'member', place: member.place } as const;
  await store.inTenant(member.tenant, async ({ audit }) => {
    await audit.append({ ...deed, summary: 'Signed in.' }, `member/${member.id}`);
    return ok(null);
  });
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function encode(value: z.infer<typeof remembered>): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(cookie: string | null): z.infer<typeof remembered> | null {
  if (cookie === null) return null;
  try {
    const parsed = remembered.safeParse(JSON.parse(Buffer.from(cookie, 'base64url').toString()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const PROVIDER_AWAY: Refusal = refuse(503, 'login-away', [
  'The login does not answer.',
  'Try again in a minute; if it lasts, tell your administrator.',
]);
const NOT_PROVEN: Refusal = refuse(403, 'login-failed', [
  'Signing in did not come to an end.',
  'Open /login and begin again; the way to the login and back may take fifteen minutes.',
]);
const NO_MEMBER: Refusal = refuse(403, 'no-member', [
  'You are known to the login, but nobody has made you a member here.',
  'Ask your administrator to add you.',
]);
