// The two cookies: the session's secret, and what must be remembered from the way to the login until the way back.
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Over https the names begin with `__Host-`, which browsers hold to this host, this path and encryption. */
export type Cookies = {
  readonly session: Cookie;
  readonly login: Cookie;
};

export type Cookie = {
  read(request: FastifyRequest): string | null;
  set(reply: FastifyReply, value: string, maxAgeSeconds: number): void;
  clear(reply: FastifyReply): void;
};

export function createCookies({ isEncrypted }: { readonly isEncrypted: boolean }): Cookies {
  return { session: cookieNamed('cadre-session', isEncrypted), login: cookieNamed('cadre-login', isEncrypted) };
}

function cookieNamed(plainName: string, isEncrypted: boolean): Cookie {
  const name = isEncrypted ? `__Host-${plainName}` : plainName;
  const terms = { path: '/', httpOnly: true, secure: isEncrypted, sameSite: 'lax' as const };
  return {
    read: (request) => request.cookies[name] ?? null,
    set: (reply, value, maxAgeSeconds) => {
      reply.setCookie(name, value, { ...terms, maxAge: maxAgeSeconds });
    },
    clear: (reply) => {
      reply.clearCookie(name, terms);
    },
  };
}
