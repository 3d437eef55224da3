// Sends one request of the client: cookies and token for each change, versions, keys, and refusals as errors.

/** What every method of the client sends. */
export type Order = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** ETag of the version that a change was made from. */
  readonly madeFrom?: string;
  /** The same key for the same request sent again. */
  readonly key?: string;
};

export type Answer<T> = { readonly status: number; readonly etag: string | null; readonly value: T };
export type Ask = <T>(method: string, path: string, order: Order) => Promise<Answer<T>>;

/** Where the service is, and the cookie of a session there. */
export type Connection = {
  readonly origin: string;
  readonly cookie: string;
  /** Sends a request; the platform's own `fetch` where nothing else is given. */
  readonly send: (address: string, init: RequestInit) => Promise<Response>;
};

/** A refusal: the status, and the problem+json that came with it. */
export class Refused extends Error {
  readonly status: number;
  /** As text. */
  readonly problem: string;
  constructor(status: number, problem: string) {
    super(`the service refused with ${status}: ${problem}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Asks the service for its token once, and sends it with every change. */
export function connect({ origin, cookie, send }: Connection): Ask {
  let token: Promise<string> | null = null;
  const request = async (method: string, address: string, init: RequestInit): Promise<Response> =>
    send(`${origin}/api/v1${address}`, { ...init, method });
  const tokenOf = async (): Promise<string> => {
    const response = await request('GET', '/me', { headers: { cookie } });
    return parsed<{ readonly csrfToken: string }>(await response.text()).csrfToken;
  };
  return async (method, path, { params = {}, query = {}, body, madeFrom, key }) => {
    const headers: Record<string, string> = { cookie, accept: 'application/json' };
    if (method !== 'GET') headers['x-csrf-token'] = await (token ??= tokenOf());
    if (madeFrom !== undefined) headers['if-match'] = madeFrom;
    if (key !== undefined) headers['idempotency-key'] = key;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await request(method, addressOf(path, params, query), {
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(response.status, text);
    return { status: response.status, etag: response.headers.get('etag'), value: parsed(text) };
  };
}

/** The service holds its answers to its own document, from which T was made. */
function parsed<T>(text: string): T {
  const value: T = JSON.parse(text);
  return value;
}

function addressOf(path: string, params: Order['params'] = {}, query: Order['query'] = {}): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) said.set(name, String(value));
  return said.size === 0 ? filled : `${filled}?${said.toString()}`;
}
