// Typed arrays as text and back, to the bit: for data that only workers of one version of this program exchange.
import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';

/** The fastest of its levels: most of what is packed are numbers, which no level makes much smaller. */
const LEVEL = { level: 1 };

export function packed(value: unknown): string {
  return gzipSync(serialize(value), LEVEL).toString('base64');
}

/** @param text what `packed` gave for a value of this type, in this version of the program */
export function unpacked<T>(text: string): T {
  const value: T = deserialize(gunzipSync(Buffer.from(text, 'base64')));
  return value;
}
