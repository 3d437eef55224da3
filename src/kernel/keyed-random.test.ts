// Tests that keyed chance is even, independent and the same in every order.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import {
  hashText,
  nextUniform,
  nextWord,
  openStream,
  rewindStream,
  streamKey,
  uniform32,
  uniform52,
} from './keyed-random.ts';

test('a key depends on the seed, on each word, on their order and on their number', () => {
  const keys = [
    streamKey(1, 2, 3),
    streamKey(2, 2, 3),
    streamKey(1, 3, 2),
    streamKey(1, 2),
    streamKey(1, 2, 3, 0),
    streamKey(1, 2, 3, 0, 0),
    streamKey(1, 2, 3, 0, 0, 7),
    streamKey(1 + 4_294_967_296, 2, 3),
    streamKey(1),
  ].map((key) => key.join());
  assert.equal(new Set(keys).size, keys.length);
  assert.equal(streamKey(1, 2, 3).join(), keys[0]);
});

test('a seed that is not a whole number from 0 is refused', () => {
  for (const seed of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) assert.throws(() => streamKey(seed), /seed/);
});

test('uniform numbers stay strictly inside 0 and 1 for the lowest and the highest words', () => {
  for (const word of [0, -1, 1, 0x7fffffff, -0x80000000]) {
    for (const value of [uniform32(word), uniform52(word, 0), uniform52(word, -1)]) {
      assert.ok(value > 0 && value < 1, `${word} gives ${value}`);
    }
  }
  assert.ok(1 - uniform52(-1, -1) > 0);
});

test('a stream has the mean, variance and serial correlation of uniform numbers', () => {
  const stream = openStream(streamKey(42, 7));
  const count = 100_000;
  let sum = 0;
  let squares = 0;
  let products = 0;
  let previous = 0.5;
  for (let index = 0; index < count; index++) {
    const centred = nextUniform(stream) - 0.5;
    sum += centred;
    squares += centred * centred;
    products += centred * previous;
    previous = centred;
  }
  // Four standard errors: sd of a uniform is 0.2887, of its square 0.0745, of a product 0.0833.
  assert.ok(Math.abs(sum / count) < (4 * 0.2887) / Math.sqrt(count));
  assert.ok(Math.abs(squares / count - 1 / 12) < (4 * 0.0745) / Math.sqrt(count));
  assert.ok(Math.abs(products / count) < (4 * 0.0833) / Math.sqrt(count) + 1e-5);
});

test('a rewound stream reads as a new one with that key', () => {
  const used = openStream(streamKey(1));
  for (let index = 0; index < 5; index++) nextWord(used);
  rewindStream(used, streamKey(9, 9));
  const fresh = openStream(streamKey(9, 9));
  for (let index = 0; index < 10; index++) assert.equal(nextWord(used), nextWord(fresh));
});

test('texts that differ a little have hashes that differ much, and ten thousand codes do not collide', () => {
  const hashes = new Set<number>();
  for (let index = 0; index < 10_000; index++) hashes.add(hashText(`ORG${index}`));
  assert.ok(hashes.size >= 9_998);
  assert.notEqual(hashText('a'), hashText('b'));
  assert.equal(hashText('QKK'), hashText('QKK'));
});
