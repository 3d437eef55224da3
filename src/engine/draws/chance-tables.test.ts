// The generator against its reference, and tables against the weights they were made of.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readTable, wordTable, drawPoisson } from './alias.ts';
import { makeLadder, rungOf } from './ladder.ts';
import { refill, rekey, wordStream } from './word-stream.ts';

describe('words', () => {
  test('are those of xoshiro128++ from the state 1, 2, 3, 4', () => {
    const stream = wordStream();
    stream.state.set([1, 2, 3, 4]);
    refill(stream);
    const first = Array.from(stream.block.subarray(0, 10), (word) => word >>> 0);
    assert.deepEqual(
      first,
      [641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420],
    );
  });

  test('of different keys have nothing in common', () => {
    const [one, other] = [1, 2].map((month) => {
      const stream = wordStream();
      rekey(stream, 7, [3, month]);
      refill(stream);
      return new Set(stream.block);
    });
    assert.ok([...(one ?? [])].every((word) => other?.has(word) === false));
  });
});

describe('tables', () => {
  test('give every item its share of all words', () => {
    const weights = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(weights, (list) => {
        fc.pre(list.some((weight) => weight > 1e-6));
        const table = wordTable(list);
        const shares = new Float64Array(table.keep.length);
        table.keep.forEach((keep, item) => {
          const kept = Math.min(1, keep / (table.mask + 1)) / table.keep.length;
          shares[item] = (shares[item] ?? 0) + kept;
          const handed = table.other[item] ?? 0;
          shares[handed] = (shares[handed] ?? 0) + 1 / table.keep.length - kept;
        });
        shares.forEach((share, item) => assert.ok(Math.abs(share - (list[item] ?? 0) / table.total) < 60 * 2 ** -31));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('read a word by its high bits, and hand it on by its low bits', () => {
    const even = wordTable([2, 2, 2, 2]);
    assert.deepEqual(
      [0x00000000, 0x3fffffff, 0x40000000, 0xbfffffff | 0, 0xffffffff | 0].map((word) => readTable(even, word)),
      [0, 0, 1, 2, 3],
    );
    const half = wordTable([1.5, 0.5, 1, 1]);
    assert.equal(readTable(half, 0x40000000), 1);
    assert.notEqual(readTable(half, 0x7fffffff), 1);
  });

  test('of one item or two never give another', () => {
    for (const list of [[5], [3, 1]]) {
      const table = wordTable(list);
      for (let word = 0; word < 1000; word++) assert.ok(readTable(table, Math.imul(word, 4_294_967)) < list.length);
    }
  });

  test('of leaps are geometric to the last item', () => {
    const ladder = makeLadder();
    const rung = rungOf(ladder, 0.02);
    const bound = ladder.bounds[rung] ?? 0;
    assert.ok(bound >= 0.02 && (ladder.bounds[rung - 1] ?? 0) < 0.02);
    const table = ladder.leaps[rung];
    assert.ok(table !== undefined);
    let mean = 0;
    const words = 1 << 16;
    for (let index = 0; index < words; index++) mean += readTable(table, Math.imul(index, 65_537)) / words;
    assert.ok(Math.abs(mean - (1 - bound) / bound) < 0.01 / bound, `${mean}`);
  });

  test('of Poisson numbers have the mean and the variance of one', () => {
    const stream = wordStream();
    rekey(stream, 5, [1]);
    for (const expected of [0.3, 7, 45]) {
      const draws = Array.from({ length: 20_000 }, () => drawPoisson(expected, stream));
      const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
      const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (draws.length - 1);
      assert.ok(Math.abs(mean - expected) < 4.5 * Math.sqrt(expected / draws.length));
      assert.ok(Math.abs(variance / expected - 1) < 0.06, `${variance} for ${expected}`);
    }
  });
});
