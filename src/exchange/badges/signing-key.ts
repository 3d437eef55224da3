// Ed25519 keys as badges write them: did:key names, Multikey texts, and base58 with the Bitcoin alphabet.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A key to sign with: 32 secret bytes, base64url. It never leaves the file that it is kept in. */
export type SigningKey = { readonly did: string; readonly secret: string };

export function newSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { d, x } = privateKey.export({ format: 'jwk' });
  return { did: didOf(Buffer.from(x ?? '', 'base64url')), secret: d ?? '' };
}

/** @returns null where the key is none, or not that of its name */
export function privateKeyOf({ did, secret }: SigningKey): KeyObject | null {
  const found = publicKeyOf(did);
  if (found === null) return null;
  try {
    const { x } = found.export({ format: 'jwk' });
    const key = createPrivateKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', d: secret, x: x ?? '' } });
    return createPublicKey(key).export({ format: 'jwk' }).x === x ? key : null;
  } catch {
    return null;
  }
}

/** The public key that a did:key, or the fragment of a verification method, spells out; null where there is none. */
export function publicKeyOf(name: string): KeyObject | null {
  const text = name.slice(name.lastIndexOf('#') + 1).replace(/^did:key:/, '');
  const bytes = text.startsWith('z') ? base58Bytes(text.slice(1)) : null;
  if (bytes === null || bytes.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01) return null;
  const x = Buffer.from(bytes.subarray(2)).toString('base64url');
  return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
}

/** The verification method of a did:key: its one key. */
export function methodOf(did: string): string {
  return `${did}#${did.slice('did:key:'.length)}`;
}

/** The did:key of 32 public bytes: 0xed01 says Ed25519, z says base58. */
export function didOf(publicKey: Uint8Array): string {
  return `did:key:z${base58Text(Uint8Array.of(0xed, 0x01, ...publicKey))}`;
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** A signature has 88 characters and a key 48; what is longer is neither. */
const LONGEST_TEXT = 200;

export function base58Text(bytes: Uint8Array): string {
  let value = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; value > 0n; value /= 58n) text = (ALPHABET[Number(value % 58n)] ?? '') + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros < 0 ? bytes.length : zeros) + text;
}

/** @returns null where a character is none of the alphabet, or the text is too long for a key or a signature */
export function base58Bytes(text: string): Uint8Array | null {
  if (text.length > LONGEST_TEXT) return null;
  let value = 0n;
  for (const letter of text) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return null;
    value = value * 58n + BigInt(digit);
  }
  const hex = value === 0n ? '' : value.toString(16);
  const rest = Buffer.from(hex.length % 2 === 1 ? `0${hex}` : hex, 'hex');
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Uint8Array.from([...new Uint8Array(zeros), ...rest]);
}
