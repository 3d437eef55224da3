// One text for one value, so that equal documents have equal bytes and equal hashes.
import { LIMITS } from './limits.ts';
import { assert } from './result.ts';

/** JSON with the keys of every object in the order of their UTF-16 units, no space between, and numbers as JavaScript
 *  writes them. Fields that are undefined are left out, as JSON does.
 *  @throws on NaN, Infinity, a lone surrogate, and what JSON has no word for
 *  @source RFC 8785, JSON Canonicalization Scheme */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  assert(depth <= LIMITS.jsonDepth, `a JSON value is nested deeper than ${LIMITS.jsonDepth}`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    assert(Number.isFinite(value), `JSON has no number ${value}`);
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    assert(!LONE_SURROGATE.test(value), 'JSON has no text with half a character');
    return JSON.stringify(value);
  }
  if (isFiniteNumbers(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item ?? null, depth + 1)).join(',')}]`;
  assert(isPlainObject(value), `JSON has no word for a ${typeof value}`);
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .toSorted()
    .map((key) => `${write(key, depth)}:${write(value[key], depth + 1)}`);
  return `{${fields.join(',')}}`;
}

/** Series are nearly all of a plan's bytes; written in one piece they leave no text behind for every number. */
function isFiniteNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(Number.isFinite);
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
