// The document of the API, made from the same schemas that hold every request and answer.
import { z } from 'zod';
import type { ApiRoute } from './api-route.ts';

type Json = Readonly<Record<string, unknown>>;

/** @source OpenAPI 3.1.1 */
export function openApiDocument(routes: readonly ApiRoute[], version: string): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Cadre',
      version,
      description:
        'Everything that the pages do. Sign in by a browser; send the session cookie, and with every change the header ' +
        'X-CSRF-Token that GET /me gives. Refusals are problem+json (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'cadre-session' } },
      schemas: { Problem: PROBLEM },
    },
    security: [{ session: [] }],
  };
}

function operationOf(route: ApiRoute): Json {
  const body = jsonSchema(route.body, 'input');
  return {
    operationId: operationName(route),
    summary: route.summary,
    description: accessInWords(route),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.changesVersion ? [header('If-Match', 'ETag of the version that the change was made from', true)] : []),
      ...(route.method === 'POST'
        ? [header('Idempotency-Key', 'The same key for the same request sent again', false)]
        : []),
    ],
    ...(isEmpty(body) ? {} : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [route.status]: { description: route.summary, content: contentOf(route) },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: REFERENCE } } },
    },
  };
}

/** Names a route by what it does and where: `getPlacesStock`. */
export function operationName({ method, path }: Pick<ApiRoute, 'method' | 'path'>): string {
  const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'remove' } as const;
  const words = path.split(/[/:-]+/).filter((word) => word !== '');
  return verbs[method] + words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join('');
}

/** What an answer looks like: a list stands in `items`, with the key after which it goes on. */
export function answerSchema(route: ApiRoute): Json {
  const schema = jsonSchema(route.answer, 'output');
  if (route.kind !== 'list') return schema;
  return {
    type: 'object',
    properties: { items: schema, next: { type: ['string', 'null'] } },
    required: ['items', 'next'],
  };
}

export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
}

function contentOf(route: ApiRoute): Json {
  const text = { schema: { type: 'string' } };
  return {
    'application/json': { schema: answerSchema(route) },
    ...(route.hasTable ? { 'text/csv': text, [SPREADSHEET]: text } : {}),
  };
}

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): readonly Json[] {
  const { properties, required } = z
    .object({ properties: z.record(z.string(), z.unknown()).default({}), required: z.array(z.string()).default([]) })
    .parse(jsonSchema(schema, 'input'));
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: each,
  }));
}

function header(name: string, description: string, required: boolean): Json {
  return { name, in: 'header', required, description, schema: { type: 'string' } };
}

/** Whether a route takes no body. */
export function isEmpty(schema: Json): boolean {
  return Object.keys(schema).length === 0 || 'not' in schema || 'anyOf' in schema;
}

function accessInWords({ access }: ApiRoute): string {
  switch (access.kind) {
    case 'public':
      return 'Open to all.';
    case 'signed-in':
      return 'For everybody who is signed in.';
    case 'permitted':
      return `For whoever may ${access.action} '${access.resource}', as far as their places go.`;
  }
}

const REFERENCE = { $ref: '#/components/schemas/Problem' };
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'problems'],
  properties: {
    type: { type: 'string', description: 'A name that never changes its meaning' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'The next step' },
    instance: { type: 'string', description: 'Number of the request, by which the log knows it' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'path', 'hint'],
        properties: { message: { type: 'string' }, path: { type: 'string' }, hint: { type: 'string' } },
      },
    },
  },
};
