// Tests that nothing of a small group stands in a published pack, and that all else stays close to what it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readPack } from '#pack';
import { countInWords, publishPack, type Pack } from '#planning';
import type { StockRow } from '#workforce';

async function packOf(name: string): Promise<Pack> {
  const pack = await readPack(`packs/${name}`);
  assert.ok(pack.ok);
  return pack.value;
}
const hamlet = await packOf('hamlet');
const england = await packOf('england');

const cellOf = ({ place, role }: Pick<StockRow, 'place' | 'role'>) => `${place} ${role}`;

function people(rows: readonly StockRow[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(cellOf(row), (sums.get(cellOf(row)) ?? 0) + row.headcount);
  return sums;
}

test('a published pack counts people by the rule of the pack, and its stock adds up to those counts', () => {
  const { published, system } = publishPack(hamlet);
  const counts = published.cells.map((cell) => `${cellOf(cell)} ${countInWords(cell.headcount)}`);
  assert.deepEqual(counts, [
    'MILL data-analyst 20',
    'WELL data-analyst *',
    'MILL service-technician 20',
    'WELL service-technician 10',
    'MILL nurse-informatician *',
    'WELL nurse-informatician *',
  ]);
  const sums = people(system.stock);
  for (const cell of published.cells) assert.equal(sums.get(cellOf(cell)), cell.headcount.people);
});

test('whatever the people of a hidden group are, what is published is the same to the last byte', () => {
  const hidden = publishPack(england).published.cells.filter(({ headcount }) => headcount.kind === 'hidden');
  const before = publishPack(england);
  assert.ok(hidden.length > 500);
  const change = fc.record({ cell: fc.constantFrom(...hidden), count: fc.integer({ min: 1, max: 7 }), at: fc.nat(50) });
  fc.assert(
    fc.property(change, ({ cell, count, at }) => {
      const role = england.system.roles.find(({ id }) => id === cell.role);
      const { place, source } = cell;
      const band = role?.bands[at % role.bands.length] ?? '';
      const ageGroup = england.system.ageGroups[at % england.system.ageGroups.length]?.id ?? '';
      const others = england.system.stock.filter((row) => cellOf(row) !== cellOf(cell));
      const own = { place, role: cell.role, band, ageGroup, headcount: count, fte: count * 0.5, source };
      const changed = { ...england, system: { ...england.system, stock: [own, ...others] } };
      assert.deepEqual(publishPack(changed).system.stock, before.system.stock);
      assert.deepEqual(publishPack(changed).published, before.published);
    }),
    { numRuns: 12 },
  );
});

test('a published pack keeps the people of a large nation to within half a percent, and no one’s line in a file', () => {
  const published = publishPack(england);
  const sum = (rows: readonly StockRow[]) => rows.reduce((total, { headcount }) => total + headcount, 0);
  const [exact, shown] = [sum(england.system.stock), sum(published.system.stock)];
  assert.ok(Math.abs(shown / exact - 1) < 0.005, `${shown} of ${exact}`);
  assert.ok([...published.locations.keys()].every((thing) => !thing.startsWith('stock/')));
});

test('every row of a published stock is whole people in a band of their role, with no more FTE than people', () => {
  const bandsOf = new Map(england.system.roles.map(({ id, bands }) => [id, bands]));
  for (const row of publishPack(england).system.stock) {
    assert.ok(Number.isInteger(row.headcount) && row.headcount > 0);
    assert.ok(row.fte > 0 && row.fte <= row.headcount, JSON.stringify(row));
    assert.ok(bandsOf.get(row.role)?.includes(row.band));
  }
});

test('a mix that fewer than three places make is told of nobody', () => {
  const { system } = publishPack(hamlet);
  const technicians = system.stock.filter(({ role }) => role === 'service-technician');
  const byBand = technicians.reduce((sum, { band, headcount }) => sum + (band === '5' ? headcount : 0), 0);
  assert.equal(byBand, 15, 'half of 30, where in truth two thirds are in band 5');
});
