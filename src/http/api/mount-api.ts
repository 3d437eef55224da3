// Mounts the API: every route of the registry, its document, and the page for readers.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { maskToken } from '../sessions/csrf.ts';
import type { Visitor } from '../sessions/sessions.ts';
import type { ServerOptions } from '../server/server-options.ts';
import { NOT_THERE, refusalOf, refuse, sendRefusal, type Refusal } from '../server/refusal.ts';
import type { ApiRoute } from './api-route.ts';
import { once } from './answer-once.ts';
import { formatOf, renderAnswer, type Rendered } from './render-answer.ts';

const PREFIX = '/api/v1';

export function mountApi(app: FastifyInstance, routes: readonly ApiRoute[], options: ServerOptions): void {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: `${PREFIX}${route.path}`,
      config: { access: route.access },
      ...(route.bodyBytes === undefined ? {} : { bodyLimit: route.bodyBytes }),
      handler: (request, reply) => answerApi({ route, options, request, reply }),
    });
  }
}

type Call = {
  readonly route: ApiRoute;
  readonly options: ServerOptions;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

async function answerApi(call: Call): Promise<unknown> {
  const { route, options, request, reply } = call;
  const { visitor } = request;
  if (visitor === null) return sendRefusal(request, reply, NOT_THERE);
  const madeFrom = versionIn(request.headers['if-match']);
  if (route.changesVersion && madeFrom === null) return sendRefusal(request, reply, NO_VERSION);
  const format = formatOf(request, route.hasTable);
  if (format === null) return sendRefusal(request, reply, NO_SUCH_FORM);
  const run = async (desk: Visitor['actor'], world: ServerOptions['world']) => {
    const answered = await route.run({
      desk: { world, actor: desk },
      maskedToken: maskToken(visitor.session.csrfToken),
      params: request.params,
      query: request.query,
      body: request.body ?? undefined,
      madeFrom: madeFrom ?? 0,
      isExport: format !== 'json',
    });
    return answered.ok
      ? {
          ok: true as const,
          value: await renderAnswer({ answer: answered.value, route, request, format, tables: options.tables }),
        }
      : answered;
  };
  const key = request.headers['idempotency-key'];
  const done =
    route.method === 'POST' && typeof key === 'string'
      ? await once({ world: options.world, visitor, key, request }, (world) => run(visitor.actor, world))
      : await run(visitor.actor, options.world);
  if ('refusal' in done) return sendRefusal(request, reply, done.refusal);
  return done.ok ? send(request, reply, done.value) : sendRefusal(request, reply, refusalOf(done.problems));
}

function send(request: FastifyRequest, reply: FastifyReply, { status, headers, body }: Rendered): unknown {
  const etag = headers['etag'];
  if (etag !== undefined && request.method === 'GET' && request.headers['if-none-match'] === etag) {
    return reply.header('etag', etag).code(304).send();
  }
  return reply
    .code(status)
    .headers(headers)
    .send(typeof body === 'string' ? body : Buffer.from(body));
}

/** A tag is `"v12"`: the version of the one thing that the address names. */
function versionIn(header: string | undefined): number | null {
  const [, digits] = /^(?:W\/)?"v(\d{1,15})"$/.exec(header ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
}

const NO_VERSION: Refusal = refuse(428, 'version-required', [
  'A change must say which version it was made from.',
  'Read it first, and send its ETag as If-Match.',
]);
const NO_SUCH_FORM: Refusal = refuse(406, 'no-such-form', [
  'This is not given in the form that was asked for.',
  'Ask for application/json; tables also come as text/csv and as a spreadsheet.',
]);
