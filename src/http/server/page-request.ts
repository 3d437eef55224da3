// Makes of a request what a page is handed.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sentForm } from './form-body.ts';
import { maskToken } from '../sessions/csrf.ts';
import type { PageRequest } from '../route.ts';

const texts = z.record(z.string(), z.string());
const NOTHING_SENT = { form: [], files: [] };

/** An address that the router could not read comes here before anybody was looked for: then nobody is signed in. */
export function pageRequestOf(request: FastifyRequest): PageRequest {
  const visitor = request.visitor ?? null;
  const sent = sentForm(request.body) ?? NOTHING_SENT;
  const url = new URL(`http://cadre.invalid${request.url.startsWith('/') ? request.url : '/'}`);
  const params = texts.safeParse(request.params);
  return {
    world: request.server.serviceWorld,
    actor: visitor?.actor ?? null,
    path: url.pathname,
    params: params.success ? params.data : {},
    query: queryOf(url.searchParams),
    form: sent.form,
    files: sent.files,
    csrfToken: visitor === null ? '' : maskToken(visitor.session.csrfToken),
  };
}

/** A name that comes more than once, as ticked boxes do, has its values joined by commas. */
function queryOf(sent: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name).join(',')]));
}
