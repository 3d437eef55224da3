// Tests that splitting and carrying a stock keeps every person and deals them out in proportion.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { StockRow } from '#workforce';
import { scaleStock, splitStock } from './split-stock.ts';

const rows = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.3, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 60,
  })
  .map((people) =>
    people.map(([headcount, fteEach], index): StockRow => {
      const fte = Math.round(headcount * fteEach * 100) / 100;
      return {
        place: 'S',
        role: `r${index % 7}`,
        band: '6',
        ageGroup: `a${index}`,
        headcount,
        fte,
        source: 'teaching',
      };
    }),
  );
const parts = fc
  .array(fc.double({ min: 0, max: 5000, noNaN: true }), { minLength: 1, maxLength: 17 })
  .filter((weights) => weights.some((weight) => weight > 1))
  .map((weights) => weights.map((weight, index) => ({ code: `O${index}`, weight })));

/** People in one place, or in all. */
function people(stock: readonly StockRow[], place?: string): number {
  return stock.reduce((sum, row) => sum + (place === undefined || row.place === place ? row.headcount : 0), 0);
}

test('every row keeps its people and its FTE, and nobody has more than one FTE or none', () => {
  fc.assert(
    fc.property(rows, parts, (stock, over) => {
      const split = splitStock(stock, over);
      for (const row of stock) {
        const own = split.filter((each) => each.ageGroup === row.ageGroup);
        assert.equal(people(own), row.headcount);
        assert.ok(Math.abs(own.reduce((sum, each) => sum + each.fte, 0) - row.fte) < 1e-9);
        assert.ok(own.every((each) => Number.isInteger(each.headcount) && each.fte > 0 && each.fte <= each.headcount));
      }
    }),
  );
});

test('every part gets its share of all people to within one person', () => {
  fc.assert(
    fc.property(rows, parts, (stock, over) => {
      const split = splitStock(stock, over);
      const total = people(stock);
      const weight = over.reduce((sum, part) => sum + part.weight, 0);
      for (const part of over) {
        assert.ok(Math.abs(people(split, part.code) - (total * part.weight) / weight) < 1);
      }
    }),
  );
});

test('rows of one person each are spread in proportion, not all given to the largest', () => {
  const stock = Array.from({ length: 100 }, (_, index): StockRow => {
    const age = String(index);
    return { place: 'S', role: 'r', band: '6', ageGroup: age, headcount: 1, fte: 1, source: 'teaching' };
  });
  const split = splitStock(stock, [
    { code: 'BIG', weight: 60 },
    { code: 'SMALL', weight: 40 },
  ]);
  for (let start = 0; start < 100; start += 10) {
    const ages = new Set(Array.from({ length: 10 }, (_, index) => String(start + index)));
    const stretch = split.filter((row) => ages.has(row.ageGroup));
    assert.ok(Math.abs(people(stretch, 'BIG') - 6) <= 1);
  }
});

test('a stock at another total keeps its proportions and its FTE per person', () => {
  fc.assert(
    fc.property(rows, fc.double({ min: 0.5, max: 2, noNaN: true }), (stock, factor) => {
      const scaled = scaleStock(stock, factor);
      assert.equal(people(scaled), Math.round(people(stock) * factor));
      for (const row of scaled) {
        const before = stock.find((each) => each.ageGroup === row.ageGroup);
        assert.ok(before !== undefined);
        assert.ok(Math.abs(row.headcount - before.headcount * factor) < 1.6);
        assert.ok(Math.abs(row.fte / row.headcount - before.fte / before.headcount) < 1e-3);
      }
    }),
  );
});

test('a stock that nobody could take over is refused', () => {
  const row: StockRow = { place: 'S', role: 'r', band: '6', ageGroup: 'a', headcount: 1, fte: 1, source: 'teaching' };
  assert.throws(() => splitStock([row], [{ code: 'O', weight: 0 }]), /above 0/);
});
