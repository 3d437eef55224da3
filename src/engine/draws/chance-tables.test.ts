// The generator against its reference, and tables against the weights they were made of.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readTable, wordTable } from './alias.ts';
import { makeLadder, rungOf } from './ladder.ts';
import { drawPoisson, drawRisingPoisson } from './poisson.ts';
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
        const items = table.cells.length;
        const shares = new Float64Array(items);
        table.cells.forEach((cell, item) => {
          const kept = (cell >>> table.bits) / 2 ** (32 - table.bits) / items;
          shares[item] = (shares[item] ?? 0) + kept;
          const handed = cell & (items - 1);
          shares[handed] = (shares[handed] ?? 0) + 1 / items - kept;
        });
        shares.forEach((share, item) => assert.ok(Math.abs(share - (list[item] ?? 0) / table.total) < 60 * 2 ** -31));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('read a word by its high bits, and hand it on by its low bits', () => {
    const even = wordTable([2, 2, 2, 2]);
    assert.deepEqual(
      [0x00000000, 0x3fffffff, 0x40000000, 0xbfffffff | 0, 0xffffffff | 0].map((word) =>
        readTable(even.cells, even.bits, word),
      ),
      [0, 0, 1, 2, 3],
    );
    const half = wordTable([1.5, 0.5, 1, 1]);
    assert.equal(readTable(half.cells, half.bits, 0x40000000), 1);
    assert.notEqual(readTable(half.cells, half.bits, 0x7fffffff), 1);
    assert.equal(readTable(half.cells, half.bits, 0x80000000 | 0), 2);
  });

  test('of one item or two never give another', () => {
    for (const list of [[5], [3, 1]]) {
      const table = wordTable(list);
      for (let word = 0; word < 1000; word++)
        assert.ok(readTable(table.cells, table.bits, Math.imul(word, 4_294_967)) < list.length);
    }
  });

  test('of leaps are geometric to the last item', () => {
    const ladder = makeLadder();
    const rung = rungOf(ladder, 0.02);
    const bound = ladder.bounds[rung] ?? 0;
    assert.ok(bound >= 0.02 && (ladder.bounds[rung - 1] ?? 0) < 0.02);
    const from = ladder.leapsFrom[rung] ?? 0;
    const bits = ladder.leapBits[rung] ?? 0;
    const longest = (1 << bits) - 1;
    const leaps = ladder.leaps.subarray(from, from + longest + 1);
    let mean = 0;
    const words = 1 << 16;
    for (let index = 0; index < words; index++) mean += readTable(leaps, bits, Math.imul(index, 65_537)) / words;
    // One longest leap is followed by others, which make up a mean of the same length.
    const whole = (1 - bound) / bound;
    const again = Math.exp(longest * Math.log1p(-bound));
    assert.ok(Math.abs(mean - whole * (1 - again)) < 0.01 / bound, `${mean}`);
  });
});

for (const [name, drawCount] of Object.entries({ drawPoisson, drawRisingPoisson })) {
  describe(`Poisson numbers of ${name}`, () => {
    test('have the mean and the variance of one', () => {
      const stream = wordStream();
      rekey(stream, 5, [1]);
      for (const expected of [0.3, 7, 45]) {
        const draws = Array.from({ length: 20_000 }, () => drawCount(expected, stream));
        const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
        const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / (draws.length - 1);
        assert.ok(Math.abs(mean - expected) < 4.5 * Math.sqrt(expected / draws.length));
        assert.ok(Math.abs(variance / expected - 1) < 0.06, `${variance} for ${expected}`);
      }
    });

    test('follow the Poisson in every class of both tails, by chi-square', () => {
      const stream = wordStream();
      rekey(stream, 6, [1]);
      const draws = 100_000;
      for (const mean of [3, 12, 450]) {
        const seen = new Map<number, number>();
        for (let draw = 0; draw < draws; draw++) {
          const count = drawCount(mean, stream);
          seen.set(count, (seen.get(count) ?? 0) + 1);
        }
        let chiSquare = 0;
        let classes = 0;
        let chance = Math.exp(-mean);
        for (let count = 0; count < mean * 3 + 20; count++) {
          if (chance * draws > 4) {
            chiSquare += ((seen.get(count) ?? 0) - chance * draws) ** 2 / (chance * draws);
            classes++;
          }
          chance *= mean / (count + 1);
        }
        // Wilson and Hilferty: the chance of more is 1e-4, which is 3.72 standard deviations.
        const spread = 2 / (9 * classes);
        assert.ok(chiSquare < classes * (1 - spread + 3.72 * Math.sqrt(spread)) ** 3, `${chiSquare} of ${classes}`);
      }
    });
  });
}

describe('rising Poisson numbers', () => {
  test('of two means on streams of one key are never fewer for the larger', () => {
    const mean = fc.double({ min: 0, max: 300, noNaN: true });
    const countOf = (seed: number, each: number): number => {
      const stream = wordStream();
      rekey(stream, seed, [1]);
      return drawRisingPoisson(each, stream);
    };
    fc.assert(
      fc.property(fc.nat(), mean, mean, (seed, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        assert.ok(countOf(seed, less) <= countOf(seed, more));
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
