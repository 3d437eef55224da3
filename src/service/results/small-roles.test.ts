// Tests that no series of a role comes out of a place where every group of that role is small.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPack } from '#pack';
import { publishPack } from '#planning';
import { smallRoles, withoutSmallRoles } from './small-roles.ts';

const read = await readPack('packs/hamlet');
assert.ok(read.ok);
const pack = publishPack(read.value);
const isBelow = (code: string, root: string) => code === root || root === 'HAM';

test('a role is left out where all its groups are small, and kept where one of them is not', () => {
  assert.deepEqual(smallRoles({ pack, isBelow }, 'MILL'), ['nurse-informatician']);
  assert.deepEqual(smallRoles({ pack, isBelow }, 'WELL'), ['data-analyst', 'nurse-informatician']);
  assert.deepEqual(smallRoles({ pack, isBelow }, 'HAM'), ['nurse-informatician']);
});

test('the series of a role that is left out are gone, with the plan and without it, and the role is named', () => {
  const flat = { mean: [4], p10: [4], p50: [4], p90: [4] };
  const row = (role: string) => ({ measure: 'fte' as const, place: 'WELL', role, family: '*', band: '*', ...flat });
  const rows = [row('data-analyst'), row('service-technician'), row('*')];
  const part = { place: 'WELL', series: rows, seriesWithPlan: rows, notShown: [] };
  const shown = withoutSmallRoles(part, ['data-analyst']);
  assert.deepEqual(
    [shown.series, shown.seriesWithPlan].map((list) => list.map(({ role }) => role)),
    [
      ['service-technician', '*'],
      ['service-technician', '*'],
    ],
  );
  assert.deepEqual(shown.notShown, ['data-analyst']);
});
