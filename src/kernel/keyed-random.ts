// Chance keyed by meaning: a stream is named by a seed and whole numbers (sample, month, cell, event), never by order.
import { assert } from './result.ts';
import { threefry } from './threefry.ts';

/** A key for threefry, shape [4], made of a seed and of the numbers that say what the chance is for. Streams of
 *  different words, or of the same words in another order, are independent.
 *  @param seed whole number, 0 to 2^53 − 1   @param words 32-bit whole numbers, such as a month or hashText of a code */
export function streamKey(seed: number, ...words: readonly number[]): Int32Array {
  assert(Number.isSafeInteger(seed) && seed >= 0, `a seed is a whole number from 0 to 2^53 − 1, not ${seed}`);
  const key = Int32Array.of(seed | 0, Math.floor(seed / 4_294_967_296), words.length, 0);
  const counter = new Int32Array(4);
  // A chain: each block of four words is enciphered under the key so far and becomes the next key.
  for (let start = 0; start === 0 || start < words.length; start += 4) {
    for (let lane = 0; lane < 4; lane++) counter[lane] = words[start + lane] ?? 0;
    threefry(key, key, counter);
  }
  return key;
}

/** A 32-bit word as a number strictly between 0 and 1. */
export function uniform32(word: number): number {
  return ((word >>> 0) + 0.5) * 2.328_306_436_538_696_3e-10;
}

/** Two 32-bit words as a number strictly between 0 and 1 with 52 random bits: with 53, half a step below 1 would
 *  round to 1. */
export function uniform52(high: number, low: number): number {
  return ((high >>> 6) * 67_108_864 + (low >>> 6) + 0.5) * 2.220_446_049_250_313e-16;
}

/** A reader of one stream, word after word; it belongs to one event of one key and is never shared. */
export type RandomStream = {
  readonly key: Int32Array;
  readonly counter: Int32Array;
  readonly words: Int32Array;
  unread: number;
};

export function openStream(key: Int32Array): RandomStream {
  return { key, counter: new Int32Array(4), words: new Int32Array(4), unread: 0 };
}

/** Points an open stream at another key, so that one buffer serves many keys in turn. */
export function rewindStream(stream: RandomStream, key: Int32Array): void {
  stream.key.set(key);
  stream.counter.fill(0);
  stream.unread = 0;
}

/** @returns the next 32-bit word of the stream, as a signed whole number */
export function nextWord(stream: RandomStream): number {
  if (stream.unread === 0) {
    threefry(stream.words, stream.key, stream.counter);
    stream.counter[0] = (stream.counter[0] ?? 0) + 1;
    if (stream.counter[0] === 0) stream.counter[1] = (stream.counter[1] ?? 0) + 1;
    stream.unread = 4;
  }
  const word = stream.words[4 - stream.unread] ?? 0;
  stream.unread--;
  return word;
}

/** @returns the next number of the stream, strictly between 0 and 1, 52 bits */
export function nextUniform(stream: RandomStream): number {
  const high = nextWord(stream);
  return uniform52(high, nextWord(stream));
}

/** A 32-bit whole number from a text, to key chance by a code: FNV-1a over the text's 16-bit units, then mixed so that
 *  codes that differ in one letter differ in half the bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
