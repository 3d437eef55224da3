// The token that every form of a session carries: masked anew for each page, so that compression tells nothing of it.
import { randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits. */
const TOKEN_BYTES = 32;

export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** The token under a fresh mask, mask first. */
export function maskToken(token: string): string {
  const secret = Buffer.from(token, 'base64url');
  const mask = randomBytes(secret.length);
  return Buffer.concat([mask, xor(secret, mask)]).toString('base64url');
}

/** Whether what a form sent is the session's token under some mask. */
export function isToken(sent: string, token: string): boolean {
  const secret = Buffer.from(token, 'base64url');
  const bytes = Buffer.from(sent, 'base64url');
  if (bytes.length !== 2 * secret.length || secret.length === 0) return false;
  return timingSafeEqual(xor(bytes.subarray(secret.length), bytes.subarray(0, secret.length)), secret);
}

function xor(left: Uint8Array, right: Uint8Array): Buffer {
  return Buffer.from(left.map((byte, at) => byte ^ (right[at] ?? 0)));
}
