// Tests of threefry against its published known answers.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { threefry } from './threefry.ts';

// Known answers that the authors of the Random123 library publish with it (tests/kat_vectors): counter, key, result.
const KNOWN_ANSWERS = [
  [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8],
  ],
  [
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89],
    [0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84],
  ],
] as const;

test('threefry gives the published known answers', () => {
  for (const [counter, key, expected] of KNOWN_ANSWERS) {
    const words = new Int32Array(4);
    threefry(words, Int32Array.from(key), Int32Array.from(counter));
    assert.deepEqual([...new Uint32Array(words.buffer)], [...expected]);
  }
});

test('each bit of the counter and of the key flips about half the bits of the answer', () => {
  const base = new Int32Array(4);
  const changed = new Int32Array(4);
  for (let bit = 0; bit < 256; bit++) {
    const input = Int32Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    threefry(base, input.subarray(0, 4), input.subarray(4));
    input[bit >> 5] = (input[bit >> 5] ?? 0) ^ (1 << (bit & 31));
    threefry(changed, input.subarray(0, 4), input.subarray(4));
    let flips = 0;
    for (let word = 0; word < 4; word++) {
      for (let rest = (base[word] ?? 0) ^ (changed[word] ?? 0); rest !== 0; rest &= rest - 1) flips++;
    }
    assert.ok(flips > 35 && flips < 93, `bit ${bit} flips ${flips} of 128`);
  }
});
