// A fast stream of random words that starts from a key, so that each month of each draw has chance of its own.
import { streamKey } from '#kernel';

/** Words ready to be read, a block at a time; a reader keeps `next` itself while it reads. */
export type WordStream = {
  readonly state: Int32Array;
  /** Shape [BLOCK_WORDS]. */
  readonly block: Int32Array;
  next: number;
};

/** Small enough that what a quiet month leaves unread costs little, large enough to fill fast. */
const BLOCK_WORDS = 128;

export function wordStream(): WordStream {
  return { state: new Int32Array(4), block: new Int32Array(BLOCK_WORDS), next: BLOCK_WORDS };
}

/** Points the stream at a key. @param keys 32-bit words that say what the chance is for: draw, unit, step */
export function rekey(stream: WordStream, seed: number, keys: readonly number[]): void {
  stream.state.set(streamKey(seed, ...keys));
  // The generator's only bad state is all zeros, which a key has with a chance of 2^−128.
  stream.state[0] = (stream.state[0] ?? 0) | 1;
  stream.next = BLOCK_WORDS;
}

/** A stream with the part of its keys that all months of one draw of one unit share. */
export type KeyedStream = {
  readonly stream: WordStream;
  readonly seed: number;
  /** The sample and the unit. */
  readonly words: readonly number[];
};

/** Points the stream at a month. @param purpose whose people the chance is for, or what brings them */
export function pointAt({ stream, seed, words }: KeyedStream, purpose: number, step: number): void {
  rekey(stream, seed, [...words, purpose, step]);
}

/** Fills the block anew by xoshiro128++.
 *  @source Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM Trans. Math. Softw. 47, 2021 */
export function refill(stream: WordStream): void {
  const { state, block } = stream;
  let s0 = state[0] ?? 0;
  let s1 = state[1] ?? 0;
  let s2 = state[2] ?? 0;
  let s3 = state[3] ?? 0;
  for (let index = 0; index < block.length; index++) {
    const sum = (s0 + s3) | 0;
    block[index] = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
  stream.next = 0;
}

/** The next word as a number strictly between 0 and 1. */
export function nextUnit(stream: WordStream): number {
  if (stream.next >= BLOCK_WORDS) refill(stream);
  const word = stream.block[stream.next] ?? 0;
  stream.next++;
  return ((word >>> 0) + 0.5) * TO_UNIT;
}

/** 2^−32. */
export const TO_UNIT = 2.328_306_436_538_696_3e-10;
