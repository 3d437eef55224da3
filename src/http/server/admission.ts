// The way in, the same for every route: who asks, how often, from where, and whether they may.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ok } from '#kernel';
import { isToken } from '../sessions/csrf.ts';
import type { ServerParts } from './server-parts.ts';
import { sentForm } from './form-body.ts';
import { judge } from './guard.ts';
import { HTTP_LIMITS } from './http-limits.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { tooMany } from './too-many.ts';
import { isApi, NOT_THERE, refusalOf, refuse, sendRefusal, type Refusal } from './refusal.ts';

const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

export function admitRequests(app: FastifyInstance, { options, cookies, sessions }: ServerParts): void {
  const { requestsPerMinute, countedCallers } = HTTP_LIMITS;
  const perMinute = { count: requestsPerMinute, windowSeconds: 60, callers: countedCallers };
  const limiter = createRateLimiter(perMinute, options.now);

  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (access === undefined) return sendRefusal(request, reply, NOT_THERE);
    // Files of the look belong to nobody, and are no request of anybody's.
    if (options.pages.assets.has(request.routeOptions.url ?? '')) return;
    const secret = cookies.session.read(request);
    const found = secret === null ? ok(null) : await sessions.find(secret);
    if (!found.ok) return sendRefusal(request, reply, refusalOf(found.problems));
    request.visitor = found.value;
    const { visitor } = request;
    if (visitor !== null) {
      const wait = limiter.take(`${visitor.actor.tenant}/${visitor.actor.id}`);
      if (wait > 0) return sendRefusal(request, reply, tooMany(wait));
    }
    if (!SAFE.includes(request.method) && !isFromOurPages(request, options.publicUrl())) {
      return sendRefusal(request, reply, FOREIGN_ORIGIN);
    }
    const verdict = await judge(request, access, options.world);
    if (verdict === 'sign-in') return askToSignIn(request, reply);
    if (verdict !== 'admitted') return sendRefusal(request, reply, verdict);
  });

  app.addHook('preHandler', async (request, reply) => {
    const { visitor } = request;
    if (visitor === null || SAFE.includes(request.method)) return;
    const field = sentForm(request.body)?.form.find(([name]) => name === 'csrf')?.[1];
    const token = field ?? String(request.headers['x-csrf-token'] ?? '');
    if (!isToken(token, visitor.session.csrfToken)) return sendRefusal(request, reply, NO_TOKEN);
  });
}

/** A browser says where a change comes from; a caller that says nothing of it is held to the token alone. */
function isFromOurPages(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  return origin === undefined || origin === publicUrl || origin === `${request.protocol}://${request.host}`;
}

function askToSignIn(request: FastifyRequest, reply: FastifyReply) {
  if (isApi(request) || !SAFE.includes(request.method)) return sendRefusal(request, reply, SIGN_IN);
  return reply.redirect(`/login?next=${encodeURIComponent(request.url)}`, 303);
}

const SIGN_IN: Refusal = refuse(401, 'sign-in', ['You are not signed in.', 'Sign in and send it again.']);
const FOREIGN_ORIGIN: Refusal = refuse(403, 'foreign-origin', [
  'This was sent from another site.',
  'Open the page here and send it from there.',
]);
const NO_TOKEN: Refusal = refuse(403, 'no-token', [
  'The form does not belong to this session.',
  'Go back, reload the page and send it again.',
]);
