// From an answer to what goes over the wire: JSON, or a table for spreadsheets in which no cell can run.
import type { FastifyRequest } from 'fastify';
import type { Table } from '#planning';
import { attachmentNamed } from '../server/page-routes.ts';
import type { TableWriters } from '../server/server-options.ts';
import type { ApiAnswer, ApiRoute } from './api-route.ts';

export type Format = 'json' | 'csv' | 'xlsx';

export type Rendered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: XLSX,
};

/** @returns the form asked for by `format` or by Accept; null where the answer does not come in it */
export function formatOf(request: FastifyRequest, hasTable: boolean): Format | null {
  const asked = new URL(request.url, 'http://cadre.invalid').searchParams.get('format');
  if (asked !== null) return hasTable && (asked === 'csv' || asked === 'xlsx') ? asked : 'json';
  const accepted = (request.headers.accept ?? '*/*').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  for (const type of accepted) {
    if (type === '*/*' || type === 'application/*' || type === 'application/json') return 'json';
    if (hasTable && type === 'text/csv') return 'csv';
    if (hasTable && type === XLSX) return 'xlsx';
  }
  return accepted.includes('text/html') || accepted.includes('application/problem+json') ? 'json' : null;
}

type Rendering = {
  readonly answer: ApiAnswer<unknown> & { readonly table: Table | null };
  readonly route: ApiRoute;
  readonly request: FastifyRequest;
  readonly format: Format;
  readonly tables: TableWriters;
};

export async function renderAnswer({ answer, route, request, format, tables }: Rendering): Promise<Rendered> {
  const { value, version, next = null, location, table } = answer;
  const headers = {
    'content-type': TYPES[format],
    ...(version === undefined ? {} : { etag: `"v${version}"` }),
    ...(location === undefined ? {} : { location }),
    ...(next === null ? {} : { link: `<${nextAddress(request, next)}>; rel="next"` }),
  };
  if (format === 'json' || table === null) {
    const whole = route.kind === 'list' ? { items: value, next } : value;
    return { status: route.status, headers, body: JSON.stringify(whole ?? null) };
  }
  const named = { ...headers, 'content-disposition': attachmentNamed(`${table.name}.${format}`) };
  return { status: 200, headers: named, body: format === 'csv' ? tables.csv(table) : await tables.xlsx(table) };
}

function nextAddress(request: FastifyRequest, next: string): string {
  const url = new URL(request.url, 'http://cadre.invalid');
  url.searchParams.set('after', next);
  return `${url.pathname}${url.search}`;
}
