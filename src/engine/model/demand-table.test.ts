// What the blueprint asks a place for is spread over posts as they are held there, or else in the nation, or else evenly.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StockRow } from '#workforce';
import { assertClose, hamlet, modelOf } from '../hamlet.test-support.ts';

const ROLE = 'data-analyst';

/** Shares of each line without a band that asks WELL for analysts, band by band. */
function sharesInWell(stock: readonly StockRow[]): readonly (readonly number[])[] {
  const model = modelOf({ ...hamlet, stock });
  const unit = model.units.findIndex(({ code }) => code === 'WELL');
  const role = model.roles.find(({ id }) => id === ROLE);
  const shares = model.demand.shares[unit];
  assert.ok(role !== undefined && shares !== undefined);
  const byLine = new Map<number, number[]>();
  shares.row.forEach((row, entry) => {
    const band = row - role.firstRow;
    if (band < 0 || band >= role.rowCount) return;
    const weights = byLine.get(shares.line[entry] ?? 0) ?? Array.from({ length: role.rowCount }, () => 0);
    weights[band] = (weights[band] ?? 0) + (shares.weight[entry] ?? 0);
    byLine.set(shares.line[entry] ?? 0, weights);
  });
  const sums = [...byLine.values()].map((weights) => ({ weights, sum: weights.reduce((a, b) => a + b, 0) }));
  return sums.filter(({ sum }) => sum > 0).map(({ weights, sum }) => weights.map((weight) => weight / sum));
}

/** Shares of the FTE of analysts that the stock has in each band, lowest first. */
function heldShares(stock: readonly StockRow[]): readonly number[] {
  const analysts = stock.filter(({ role }) => role === ROLE);
  const bands = [...new Set(hamlet.stock.filter(({ role }) => role === ROLE).map(({ band }) => band))].toSorted();
  const fte = bands.map((band) => analysts.reduce((sum, each) => sum + (each.band === band ? each.fte : 0), 0));
  const total = fte.reduce((a, b) => a + b, 0);
  return fte.map((each) => each / total);
}

for (const [name, stock, expected] of [
  ['as its own are held', hamlet.stock, heldShares(hamlet.stock.filter(({ place }) => place === 'WELL'))],
  [
    'as the nation’s are held where it has none',
    hamlet.stock.filter(({ place, role }) => place !== 'WELL' || role !== ROLE),
    heldShares(hamlet.stock.filter(({ place }) => place !== 'WELL')),
  ],
  ['evenly where nobody has any', hamlet.stock.filter(({ role }) => role !== ROLE), [0.5, 0.5]],
] as const) {
  test(`posts of any band are asked of a place ${name}`, () => {
    const found = sharesInWell(stock);
    assert.ok(found.length > 0);
    for (const shares of found) assertClose(shares, expected);
  });
}
