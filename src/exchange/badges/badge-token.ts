// A badge as a signed token (VC-JWT): its parts, the key it was signed with, and whether the signature is that of its text.
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { JsonObject } from './data-integrity.ts';
import { publicKeyOf } from './signing-key.ts';

export type BadgeToken = {
  readonly header: JsonObject;
  /** The credential, with the claims of a token beside its own fields. */
  readonly claims: JsonObject;
  readonly signed: Buffer;
  readonly signature: Buffer;
};

/** Characters of a token: the largest badge known has a tenth. */
const MOST_CHARACTERS = 300_000;
const jsonObject = z.record(z.string(), z.unknown());

/** Whether a text has the form of a token, of which the header begins with a brace. */
export function looksLikeToken(text: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]*\s*$/.test(text);
}

/** @returns null for a text that is no token */
export function readToken(text: string): BadgeToken | null {
  const trimmed = text.trim();
  if (trimmed.length > MOST_CHARACTERS || !looksLikeToken(trimmed)) return null;
  const [head = '', body = '', signature = ''] = trimmed.split('.');
  const [header, claims] = [jsonOf(head), jsonOf(body)];
  if (header === null || claims === null) return null;
  return { header, claims, signed: Buffer.from(`${head}.${body}`), signature: Buffer.from(signature, 'base64url') };
}

function jsonOf(part: string): JsonObject | null {
  try {
    return jsonObject.safeParse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** How each algorithm that is verified signs. RS256 is the one that Open Badges 3.0 asks of everybody. */
const ALGORITHMS = {
  RS256: { kty: 'RSA', crv: null, hash: 'sha256' },
  ES256: { kty: 'EC', crv: 'P-256', hash: 'sha256' },
  EdDSA: { kty: 'OKP', crv: 'Ed25519', hash: null },
} as const;
type Algorithm = keyof typeof ALGORITHMS;

export function algorithmOf({ header }: BadgeToken): Algorithm | null {
  const { alg, crit } = header;
  // A header that names rules which must be understood names rules that are not.
  if (crit !== undefined || (alg !== 'RS256' && alg !== 'ES256' && alg !== 'EdDSA')) return null;
  return alg;
}

/** The key that a token spells out, and the name under which it does; null where it must be fetched, or does not fit. */
export function tokenKey(
  { header }: BadgeToken,
  algorithm: Algorithm,
): { readonly key: KeyObject; readonly name: string } | null {
  const { kid } = header;
  const name = typeof kid === 'string' ? kid : '';
  if (header['jwk'] !== undefined) {
    const key = keyOfJwk(header['jwk'], algorithm);
    return key === null ? null : { key, name: name === '' ? 'the key in its header' : name };
  }
  if (name.startsWith('did:jwk:')) {
    const key = keyOfJwk(jsonOf(name.slice('did:jwk:'.length).split('#')[0] ?? ''), algorithm);
    return key === null ? null : { key, name };
  }
  const key = algorithm === 'EdDSA' && name.startsWith('did:key:') ? publicKeyOf(name) : null;
  return key === null ? null : { key, name };
}

const jwkSchema = z.looseObject({
  kty: z.string(),
  crv: z.string().optional(),
  n: z.string().optional(),
  e: z.string().optional(),
  x: z.string().optional(),
  y: z.string().optional(),
});
/** Shorter RSA keys can be broken. */
const LEAST_RSA_BITS = 2048;

function keyOfJwk(input: unknown, algorithm: Algorithm): KeyObject | null {
  const parsed = jwkSchema.safeParse(input);
  const { kty, crv } = ALGORITHMS[algorithm];
  if (!parsed.success || parsed.data.kty !== kty || (crv !== null && parsed.data.crv !== crv)) return null;
  const { n, e, x, y } = parsed.data;
  try {
    const publicPart = JSON.parse(JSON.stringify({ kty, crv: crv ?? undefined, n, e, x, y })) satisfies object;
    const key = createPublicKey({ format: 'jwk', key: publicPart });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? LEAST_RSA_BITS;
    return bits < LEAST_RSA_BITS ? null : key;
  } catch {
    return null;
  }
}

export function isSignatureOf({ signed, signature }: BadgeToken, algorithm: Algorithm, key: KeyObject): boolean {
  try {
    return verify(ALGORITHMS[algorithm].hash, signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}
