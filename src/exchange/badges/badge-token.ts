// A badge as a signed token (VC-JWT): its parts, the key it was signed with, and whether the signature is that of its text.
import { verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { JsonObject } from './json-object.ts';
import { decodedJson, isItsOwnKey, keyOfJwk, spelledKey } from './spelled-key.ts';

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
  return jsonObject.safeParse(decodedJson(part)).data ?? null;
}

/** How each algorithm that is verified signs. RS256 is the one that Open Badges 3.0 asks of everybody. */
const ALGORITHMS = {
  RS256: { keyType: 'rsa', curve: undefined, hash: 'sha256' },
  ES256: { keyType: 'ec', curve: 'prime256v1', hash: 'sha256' },
  EdDSA: { keyType: 'ed25519', curve: undefined, hash: null },
} as const;
type Algorithm = keyof typeof ALGORITHMS;

export function algorithmOf({ header }: BadgeToken): Algorithm | null {
  const { alg, crit } = header;
  // A header that names rules which must be understood names rules that are not.
  if (crit !== undefined || (alg !== 'RS256' && alg !== 'ES256' && alg !== 'EdDSA')) return null;
  return alg;
}

/** The key that a token spells out, and the name under which it does; null where it must be fetched, does not fit, or is
 *  not the one that its name spells out. */
export function tokenKey(
  { header }: BadgeToken,
  algorithm: Algorithm,
): { readonly key: KeyObject; readonly name: string } | null {
  const name = typeof header['kid'] === 'string' ? header['kid'] : '';
  const named = isItsOwnKey(name) ? spelledKey(name) : null;
  if (isItsOwnKey(name) && named === null) return null;
  const key = header['jwk'] === undefined ? named : keyOfJwk(header['jwk']);
  if (key === null || !fits(key, algorithm) || named?.equals(key) === false) return null;
  return { key, name };
}

/** Shorter RSA keys can be broken. */
const LEAST_RSA_BITS = 2048;

function fits({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject, algorithm: Algorithm): boolean {
  const { keyType, curve } = ALGORITHMS[algorithm];
  const bits = asymmetricKeyDetails?.modulusLength ?? LEAST_RSA_BITS;
  return asymmetricKeyType === keyType && asymmetricKeyDetails?.namedCurve === curve && bits >= LEAST_RSA_BITS;
}

export function isSignatureOf({ signed, signature }: BadgeToken, algorithm: Algorithm, key: KeyObject): boolean {
  try {
    return verify(ALGORITHMS[algorithm].hash, signed, { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    return false;
  }
}
