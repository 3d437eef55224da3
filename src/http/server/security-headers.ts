// The headers that every answer carries, so that no page can be turned on its reader.
import type { FastifyInstance } from 'fastify';

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'cache-control': 'no-store',
};

/** A year, as browsers' own lists ask. */
const ONLY_ENCRYPTED = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

export function setSecurityHeaders(app: FastifyInstance, { isEncrypted }: { readonly isEncrypted: boolean }): void {
  const headers = isEncrypted ? { ...HEADERS, ...ONLY_ENCRYPTED } : HEADERS;
  app.addHook('onRequest', async (_, reply) => {
    reply.headers(headers);
  });
}
