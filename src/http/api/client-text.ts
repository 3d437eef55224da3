// Writes the TypeScript client of the API from the registry: one method a route, with the types of its schemas.
import type { ApiRoute } from './api-route.ts';
import { answerSchema, isEmpty, jsonSchema, operationName } from './openapi.ts';

/** The client's generated files by name: what people keep beside the pack has one of its own.
 *  @returns texts before they are formatted */
export function clientFiles(routes: readonly ApiRoute[]): ReadonlyMap<string, string> {
  const isOfRecords = ({ path }: ApiRoute) => path.startsWith('/records/');
  return new Map([
    [
      'record-client.ts',
      `// What people keep beside the pack, one method a route; made by \`npm run client\` from the routes themselves.
import type { Ask } from './ask.ts';

/** @param ask sends one request, as \`connect\` does */
export function recordClient(ask: Ask) {
  return {
${methodsOf(routes.filter(isOfRecords))}
  };
}
`,
    ],
    [
      'cadre-client.ts',
      `// The client of the API, one method a route; made by \`npm run client\` from the routes themselves.
import type { Ask } from './ask.ts';
import { recordClient } from './record-client.ts';

/** @param ask sends one request, as \`connect\` does */
export function cadreClient(ask: Ask) {
  return {
    ...recordClient(ask),
${methodsOf(routes.filter((route) => !isOfRecords(route)))}
  };
}
`,
    ],
  ]);
}

function methodsOf(routes: readonly ApiRoute[]): string {
  const methods = routes.map((route) => {
    const fields = [
      ...fieldOf('params', jsonSchema(route.params, 'input')),
      ...fieldOf('query', jsonSchema(route.query, 'input')),
      ...bodyField(route),
      ...(route.changesVersion ? ['readonly madeFrom: string'] : []),
    ];
    const order = fields.length === 0 ? '' : `order: { ${fields.join('; ')} }`;
    const given = fields.length === 0 ? '{}' : 'order';
    return `    /** ${route.summary}. */
    ${operationName(route)}: (${order}) => ask<${typeOf(answerSchema(route))}>('${route.method}', '${route.path}', ${given}),`;
  });
  return methods.join('\n');
}

type Json = Readonly<Record<string, unknown>>;

function fieldOf(name: string, schema: Json): readonly string[] {
  if (Object.keys(objectAt(schema, 'properties')).length === 0) return [];
  const isNeeded = listAt(schema, 'required').length > 0;
  return [`readonly ${name}${isNeeded ? '' : '?'}: ${typeOf(schema)}`];
}

function bodyField(route: ApiRoute): readonly string[] {
  const schema = jsonSchema(route.body, 'input');
  return isEmpty(schema) ? [] : [`readonly body: ${typeOf(schema)}`];
}

/** The TypeScript type of what a JSON Schema describes, as far as our own schemas go. */
function typeOf(schema: Json): string {
  const choices = [...listAt(schema, 'anyOf'), ...listAt(schema, 'oneOf')];
  if (choices.length > 0) return `(${choices.map((each) => typeOf(asObject(each))).join(' | ')})`;
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (Array.isArray(schema['enum'])) return `(${schema['enum'].map((each) => JSON.stringify(each)).join(' | ')})`;
  const { type } = schema;
  if (Array.isArray(type)) return `(${type.map((each) => typeOf({ type: each })).join(' | ')})`;
  if (type === 'array') return `readonly ${elementOf(typeOf(objectAt(schema, 'items')))}[]`;
  if (type === 'object') return objectType(schema);
  return PLAIN[String(type)] ?? 'unknown';
}

const PLAIN: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

function elementOf(type: string): string {
  return type.startsWith('readonly ') ? `(${type})` : type;
}

function objectType(schema: Json): string {
  const properties = Object.entries(objectAt(schema, 'properties'));
  if (properties.length === 0) {
    const others = objectAt(schema, 'additionalProperties');
    return `Readonly<Record<string, ${Object.keys(others).length > 0 ? typeOf(others) : 'unknown'}>>`;
  }
  const required = listAt(schema, 'required');
  const fields = properties.map(([name, each]) => {
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    return `readonly ${key}${required.includes(name) ? '' : '?'}: ${typeOf(asObject(each))}`;
  });
  return `{ ${fields.join('; ')} }`;
}

function objectAt(schema: Json, key: string): Json {
  return asObject(schema[key]);
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function listAt(schema: Json, key: string): readonly unknown[] {
  const value = schema[key];
  return Array.isArray(value) ? value : [];
}
