// Keys that their own names spell out, as did:key, did:jwk or a Multikey: a name counts for the key that is in it alone.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { publicKeyOf } from './signing-key.ts';

/** The public key that a name spells out; null where it spells none, or one before its fragment and another in it. */
export function spelledKey(name: string): KeyObject | null {
  const [controller = '', fragment = null, ...more] = name.split('#');
  if (more.length > 0) return null;
  const inFragment = fragment === null ? null : publicKeyOf(fragment);
  if (!isItsOwnKey(controller)) return fragment === null ? publicKeyOf(controller) : inFragment;
  const own = controller.startsWith('did:key:') ? publicKeyOf(controller) : keyOfJwk(decodedJson(controller.slice(8)));
  if (own === null || (inFragment !== null && !inFragment.equals(own))) return null;
  // The one key of a did:key has the key for its fragment; that of a did:jwk may be numbered.
  return controller.startsWith('did:key:') && fragment !== null && inFragment === null ? null : own;
}

/** Whether a name is that of a key and of nothing else: whose it is can be known offline. */
export function isItsOwnKey(name: string): boolean {
  return /^did:(key|jwk):/.test(name);
}

/** @returns what base64url text holds as JSON; null where it holds none */
export function decodedJson(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

const jwkSchema = z.looseObject({
  kty: z.enum(['RSA', 'EC', 'OKP']),
  crv: z.string().optional(),
  n: z.string().optional(),
  e: z.string().optional(),
  x: z.string().optional(),
  y: z.string().optional(),
});

/** @returns null for what is no public key of a pair; the secret half of one is left aside */
export function keyOfJwk(input: unknown): KeyObject | null {
  const parsed = jwkSchema.safeParse(input);
  if (!parsed.success) return null;
  const { kty, crv, n, e, x, y } = parsed.data;
  try {
    const publicPart = JSON.parse(JSON.stringify({ kty, crv, n, e, x, y })) satisfies object;
    return createPublicKey({ format: 'jwk', key: publicPart });
  } catch {
    return null;
  }
}
