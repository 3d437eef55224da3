// A route of the API as data: what comes in, what goes out, who may ask; server, document and client are made from it.
import { z } from 'zod';
import { fail, type Problem, type Result } from '#kernel';
import type { Table } from '#planning';
import type { Desk } from '#service';
import type { Access } from '../route.ts';
import { HTTP_LIMITS } from '../server/http-limits.ts';

export type ApiMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What a handler is given, parsed. */
export type ApiRequest<P, Q, B> = {
  readonly desk: Desk;
  /** The session's token under a fresh mask. */
  readonly maskedToken: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly page: PageOfList;
  /** Version that the caller has seen, from If-Match; 0 where none was sent and none is asked for. */
  readonly madeFrom: number;
};

/** Which part of a list is asked for: rows after a key, at most so many. */
export type PageOfList = { readonly after: string | null; readonly limit: number };

/** What a handler gives back. */
export type ApiAnswer<A> = {
  readonly value: A;
  /** Version of what is answered, from which the ETag is made. */
  readonly version?: number;
  /** Key after which the list goes on; null where it ends here. */
  readonly next?: string | null;
  /** Address of what was made. */
  readonly location?: string;
};

type Shape = z.ZodRawShape;

/** A route as it is written down. */
export type ApiRouteSpec<P extends Shape, Q extends Shape, B extends z.ZodType, A extends z.ZodType> = {
  readonly method: ApiMethod;
  /** Beneath `/api/v1`, parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params: z.ZodObject<P>;
  readonly query: z.ZodObject<Q>;
  readonly body: B;
  /** Most bytes of the body; the server's usual bound where nothing is said. */
  readonly bodyBytes?: number;
  readonly answer: A;
  /** 200, 201 or 202. */
  readonly status: number;
  /** `list` takes `after` and `limit`; `item` has one version; `deed` does something. */
  readonly kind: 'list' | 'item' | 'deed';
  /** Whether If-Match must name the version that the change was made from. */
  readonly changesVersion: boolean;
  /** The answer as a table for spreadsheets; null where it is none. */
  readonly table: ((value: z.output<A>) => Table) | null;
  readonly handle: (
    request: ApiRequest<z.output<z.ZodObject<P>>, z.output<z.ZodObject<Q>>, z.output<B>>,
  ) => Promise<Result<ApiAnswer<z.input<A>>>>;
};

/** A request as the server has it. */
export type RawRequest = Omit<ApiRequest<unknown, unknown, unknown>, 'page'> & { readonly isExport: boolean };

/** A route as the server uses it. */
export type ApiRoute = Pick<
  ApiRouteSpec<Shape, Shape, z.ZodType, z.ZodType>,
  'method' | 'path' | 'summary' | 'access' | 'status' | 'kind' | 'changesVersion' | 'bodyBytes'
> & {
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodType;
  readonly answer: z.ZodType;
  readonly hasTable: boolean;
  readonly run: (raw: RawRequest) => Promise<Result<ApiAnswer<unknown> & { readonly table: Table | null }>>;
};

/** Where there is nothing to send. */
export const NOTHING = z.undefined();
const NO_FIELDS = z.strictObject({});

/** What most routes that read a list, read one thing or do something have in common. */
export const LIST = {
  method: 'GET',
  params: NO_FIELDS,
  query: NO_FIELDS,
  body: NOTHING,
  status: 200,
  kind: 'list',
  changesVersion: false,
} as const;
export const ITEM = { ...LIST, kind: 'item', table: null } as const;
export const DEED = { ...ITEM, method: 'POST', kind: 'deed' } as const;

const pageQuery = z.object({
  after: z.string().max(300).optional().describe('Key of the last row that you have; rows after it follow'),
  limit: z.coerce.number().int().min(1).max(HTTP_LIMITS.pageRowsMax).default(HTTP_LIMITS.pageRows).describe('Rows'),
});
const formatQuery = z.object({
  format: z.enum(['json', 'csv', 'xlsx']).optional().describe('Form of the answer; the Accept header does the same'),
});

/** Settles the types of a route once, so that all routes are of one type after. */
export function apiRoute<P extends Shape, Q extends Shape, B extends z.ZodType, A extends z.ZodType>(
  spec: ApiRouteSpec<P, Q, B, A>,
): ApiRoute {
  const { handle, table, kind } = spec;
  const paging = kind === 'list' ? pageQuery.shape : {};
  const query = z.strictObject({ ...spec.query.shape, ...paging, ...(table === null ? {} : formatQuery.shape) });
  return {
    ...spec,
    query,
    hasTable: table !== null,
    async run(raw) {
      const params = spec.params.safeParse(raw.params);
      const asked = query.safeParse(raw.query);
      const body = spec.body.safeParse(raw.body);
      const own = spec.query.safeParse(ownFields(raw.query, spec.query));
      const page = pageQuery.safeParse(raw.query);
      if (!params.success || !asked.success || !body.success || !own.success || !page.success) {
        return fail(
          ...problemsOf('params', params.error),
          ...problemsOf('query', asked.error),
          ...problemsOf('body', body.error),
        );
      }
      const answered = await handle({
        ...raw,
        params: params.data,
        query: own.data,
        body: body.data,
        page: {
          after: raw.isExport ? null : (page.data.after ?? null),
          limit: raw.isExport ? HTTP_LIMITS.exportRows : page.data.limit,
        },
      });
      if (!answered.ok) return answered;
      // What goes out is held to what the document says of it.
      const value = spec.answer.parse(answered.value.value);
      return { ok: true, value: { ...answered.value, value, table: table === null ? null : table(value) } };
    },
  };
}

function ownFields(query: unknown, schema: z.ZodObject): Record<string, unknown> {
  return Object.fromEntries(Object.entries(Object(query)).filter(([name]) => Object.hasOwn(schema.shape, name)));
}

function problemsOf(part: string, error: z.ZodError | undefined): readonly Problem[] {
  return (error?.issues ?? []).map(({ path, message }) => ({
    code: 'schema',
    message: `${[part, ...path.map(String)].join('.')}: ${message}`,
    path: [part, ...path.map(String)].join('.'),
    hint: 'Correct it and send it again; /api describes every field. Nothing was kept.',
  }));
}
