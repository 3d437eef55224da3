// The key with which the demo provider signs what it says, made anew at every start.
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWKS } from 'oidc-provider';

const makePair = promisify(generateKeyPair);

export async function newSigningKeys(): Promise<JWKS> {
  const { privateKey } = await makePair('rsa', { modulusLength: 2048 });
  const { kty, n, e, d, p, q, dp, dq, qi } = privateKey.export({ format: 'jwk' });
  const parts = { n, e, d, p, q, dp, dq, qi };
  return { keys: [{ kty: String(kty), kid: 'demo', alg: 'RS256', use: 'sig', ...withoutGaps(parts) }] };
}

function withoutGaps(parts: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
