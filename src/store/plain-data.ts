// JSON data as every store gives them back: plain, canonical, and nobody else's.
import { canonicalJson } from '#kernel';
import { requireKeepable } from './refusals.ts';

/** @throws StoreFault for a text with half a character, which comes from outside and is no fault of ours */
export function plainText(value: unknown): string {
  requireWhole(value);
  return canonicalJson(value);
}

/** The value as it will be read again. */
export function plainData(value: unknown): unknown {
  const copy: unknown = JSON.parse(plainText(value));
  return copy;
}

/** A NUL is whole within JSON, which writes it as an escape. */
function requireWhole(value: unknown): void {
  if (typeof value === 'string') return requireKeepable(value.replaceAll('\0', ''));
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    requireWhole(key);
    requireWhole(item);
  }
}
