// Signing in and out.
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { membershipsOf } from '#service';
import { tooMany } from '../server/too-many.ts';
import type { ServerParts } from '../server/server-parts.ts';
import { HTTP_LIMITS } from '../server/http-limits.ts';
import { localAddress } from '../server/page-routes.ts';
import { createRateLimiter } from '../server/rate-limiter.ts';
import { refuse, sendRefusal, type Refusal } from '../server/refusal.ts';
import { beginSession, endSession } from './begin-session.ts';
import { addMembershipChoice } from './choose-membership.ts';
import { CALLBACK_PATH, type LoginSecrets } from './login-provider.ts';

const PUBLIC = { config: { access: { kind: 'public' } } } as const;
const SIGNED_IN = { config: { access: { kind: 'signed-in' } } } as const;
/** Time to find one's password. */
const LOGIN_SECONDS = 900;
const remembered = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() });

export function addLoginRoutes(app: FastifyInstance, parts: ServerParts): void {
  const { options, cookies } = parts;
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
    const memberships = identity === null ? [] : await membershipsOf(options.world.store, identity);
    const [member] = memberships;
    if (secrets === null || member === undefined) {
      // Only what fails is counted: a whole hospital may stand behind one address.
      limiter.take(request.ip);
      return sendRefusal(request, reply, identity === null ? NOT_PROVEN : NO_MEMBER);
    }
    await beginSession(parts, member, { request, reply });
    const next = localAddress(secrets.next);
    return reply.redirect(memberships.length > 1 ? `/memberships?next=${encodeURIComponent(next)}` : next, 303);
  });

  app.post('/sign-out', SIGNED_IN, async (request, reply: FastifyReply) => {
    await endSession(parts, request);
    cookies.session.clear(reply);
    return reply.redirect('/', 303);
  });

  addMembershipChoice(app, parts);
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
