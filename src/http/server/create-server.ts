// Puts the server together, in the order in which a request meets its parts.
import cookie from '@fastify/cookie';
import { fastify, LogController, type FastifyError, type FastifyInstance } from 'fastify';
import { apiPage } from '../api/api-page.ts';
import { apiRoutes } from '../api/api-routes.ts';
import { addJobEvents } from '../api/job-events.ts';
import { mountApi } from '../api/mount-api.ts';
import { openApiDocument } from '../api/openapi.ts';
import { addLoginRoutes } from '../login/login-routes.ts';
import type { Access, PageFace } from '../route.ts';
import { createCookies } from '../sessions/cookies.ts';
import { createSessions, type Visitor } from '../sessions/sessions.ts';
import type { ServiceWorld } from '#service';
import { admitRequests } from './admission.ts';
import { addAssetRoutes } from './asset-routes.ts';
import { compressAnswers } from './compression.ts';
import { readForms } from './form-body.ts';
import { addHealthRoutes } from './health-routes.ts';
import { HTTP_LIMITS } from './http-limits.ts';
import { addMetrics } from './metrics.ts';
import { addPageRoutes } from './page-routes.ts';
import { stylesheetOf } from './plain-page.ts';
import { AWAY, BROKEN, NOT_THERE, refuse, sendRefusal, type Refusal } from './refusal.ts';
import { setSecurityHeaders } from './security-headers.ts';
import type { ServerOptions } from './server-options.ts';

/** A route as it was taken by the router. */
export type MountedRoute = { readonly method: string; readonly url: string; readonly access: Access };

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: Access;
  }
  interface FastifyRequest {
    visitor: Visitor | null;
  }
  interface FastifyInstance {
    readonly serviceWorld: ServiceWorld;
    readonly pageFace: PageFace;
    /** Every route there is, as the router took it. */
    readonly mountedRoutes: readonly MountedRoute[];
  }
}

/** @throws Error where a route does not say who may come in: such a server does not start */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { world, pages, isEncrypted } = options;
  const app = fastify({
    logger: options.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: HTTP_LIMITS.jsonBytes,
    requestTimeout: HTTP_LIMITS.requestSeconds * 1000,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    genReqId: () => world.makeId(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_, request, reply) => {
      sendRefusal(request, reply, NOT_THERE).catch(() => reply.raw.writeHead(NOT_THERE.status).end());
    },
  });
  const parts = {
    options,
    cookies: createCookies({ isEncrypted }),
    sessions: createSessions(world, options.session),
  };
  app.decorate('serviceWorld', world);
  app.decorate('pageFace', pages);
  app.decorateRequest('visitor', null);
  const mounted: MountedRoute[] = [];
  app.decorate('mountedRoutes', mounted);
  app.addHook('onRoute', ({ method, url, config }) => {
    const access = config?.access;
    if (access === undefined) throw new Error(`route ${String(method)} ${url} does not say who may come in`);
    for (const each of [method].flat()) mounted.push({ method: each, url, access });
  });
  setSecurityHeaders(app, { isEncrypted });
  logRequests(app);
  if (options.login.intercept !== null) app.addHook('onRequest', options.login.intercept);
  await app.register(cookie);
  admitRequests(app, parts);
  await readForms(app);
  compressAnswers(app);
  app.setErrorHandler((error: FastifyError, request, reply) => sendRefusal(request, reply, refusalFor(error, app)));
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, NOT_THERE));
  addHealthRoutes(app, parts.options);
  addAssetRoutes(app, pages.assets);
  addLoginRoutes(app, parts);
  addPageRoutes(app, pages);
  addMetrics(app, options);
  addApi(app, options);
  return app;
}

function addApi(app: FastifyInstance, options: ServerOptions): void {
  const routes = apiRoutes(options.world.kinds, options.version);
  mountApi(app, routes, options);
  addJobEvents(app);
  const open = { config: { access: { kind: 'public' } } } as const;
  const text = JSON.stringify(openApiDocument(routes, options.version), null, 1);
  const page = apiPage(routes, stylesheetOf(options.pages));
  app.get('/api/v1/openapi.json', open, async (_, reply) => reply.type('application/json; charset=utf-8').send(text));
  app.get('/api', open, async (_, reply) => reply.type('text/html; charset=utf-8').send(page));
}

/** One line a request, without addresses, names or anything that a person typed. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const role = request.visitor?.actor.role ?? null;
    const line = { method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms: reply.elapsedTime, role };
    request.log.info(line, 'request');
  });
}

/** What the framework itself refuses: too long, of a kind that nobody reads, or spoilt. */
const REFUSALS: Readonly<Record<number, Refusal>> = {
  400: refuse(400, 'syntax', ['This could not be read.', 'Send it again; if it was made by a program, correct it.']),
  413: refuse(413, 'too-large', [
    'What was sent is too large.',
    `Send at most ${HTTP_LIMITS.uploadBytes / 1e6} MB as a file and ${HTTP_LIMITS.formBytes / 1e6} MB otherwise.`,
  ]),
  415: refuse(415, 'media-type', ['Content of this type is not read here.', 'Send a form, a file or JSON.']),
};

function refusalFor(error: FastifyError, app: FastifyInstance): Refusal {
  // A store that went away is told like any failure of it, also where it throws instead of answering.
  if (error.name === 'StoreFault') return AWAY;
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    app.log.error({ fault: error.stack }, 'fault');
    return BROKEN;
  }
  return REFUSALS[status] ?? { ...refuse(status, 'refused', ['This was refused.', 'Go back and try again.']) };
}
