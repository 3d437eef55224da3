// Which badges have been taken back, as a list of bits that says nothing of whose they are.
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';

/** Places of a list: the least that keeps a badge among enough others, and room for a programme's life.
 *  @source W3C Bitstring Status List v1.0: 16 kB at the least */
export const STATUS_PLACES = 131_072;

/** @param revoked places whose badges have been taken back */
export function encodeStatusList(revoked: readonly number[]): string {
  const bits = new Uint8Array(STATUS_PLACES / 8);
  for (const place of revoked) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  return `u${gzipSync(bits).toString('base64url')}`;
}

/** @returns whether the bit of a place is set; null where the list cannot be read or has no such place */
export function isRevokedIn(encoded: string, place: number): boolean | null {
  if (!encoded.startsWith('u') || !Number.isInteger(place) || place < 0) return null;
  try {
    const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: MOST_BYTES });
    const byte = bits[place >> 3];
    return byte === undefined ? null : (byte & (0x80 >> (place & 7))) !== 0;
  } catch {
    return null;
  }
}

/** Why badges were taken back, by their places, where the list's issuer says so beside the bits. */
export function reasonsIn(listSubject: Readonly<Record<string, unknown>>): ReadonlyMap<number, string> {
  const said = saidReasons.safeParse(listSubject['reasons']).data ?? [];
  return new Map(said.map(({ place, reason }) => [place, reason]));
}

const saidReasons = z.array(z.object({ place: z.int(), reason: z.string().max(2000) })).max(STATUS_PLACES);

/** Sixteen times the least: other issuers' lists may be longer, and none may swell. */
const MOST_BYTES = 262_144;
