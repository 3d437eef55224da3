// Tests that every reference case comes out, and that a wrong figure would be seen.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPack } from '#pack';
import { checkOf, checkSecondImplementation, verifyAll, type Pack } from '#planning';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'packs', 'hamlet');

async function hamlet(): Promise<Pack> {
  const pack = await readPack(folder);
  assert.ok(pack.ok, JSON.stringify(pack));
  return pack.value;
}

test('every reference case comes out within its tolerance', async () => {
  const checks = verifyAll(await hamlet());
  assert.deepEqual(
    checks.filter((check) => !check.isMet),
    [],
  );
  const cases = new Set(checks.map((check) => check.id.split('/')[0]));
  assert.deepEqual([...cases], ['V1', 'V3', 'V4', 'V5', 'second']);
  assert.equal(new Set(checks.map((check) => check.id)).size, checks.length);
});

test('the second implementation agrees to 1e-9 on every figure of every scenario, thousands of them', async () => {
  const pack = await hamlet();
  const checks = checkSecondImplementation(pack);
  assert.equal(checks.length, pack.system.scenarios.length * 6);
  for (const check of checks) {
    assert.ok(check.tolerance <= 1e-9 * Math.max(1, Math.abs(check.expected)), check.id);
    assert.match(check.name, /of \d{3,} figures/);
  }
});

test('a pack of uneven parts, other ages and a role that nobody fills yet agrees too', async () => {
  const pack = await hamlet();
  const { system } = pack;
  const changed = {
    ...pack,
    system: {
      ...system,
      horizonMonths: 40,
      stock: system.stock.filter((row) => row.role !== 'nurse-informatician'),
      assumptions: system.assumptions.map((assumption) =>
        assumption.id === 'reclassification.yearly'
          ? { ...assumption, value: { kind: 'scalar' as const, value: -0.01 } }
          : assumption,
      ),
    },
  };
  for (const check of checkSecondImplementation(changed)) assert.ok(check.isMet, JSON.stringify(check));
});

test('a figure that is off by more than its tolerance, or no number, is not met', () => {
  const check = { id: 'a/b', name: 'A figure', source: 'nobody', expected: 10, tolerance: 0.5 };
  assert.equal(checkOf({ ...check, got: 10.5 }).isMet, true);
  assert.equal(checkOf({ ...check, got: 10.6 }).isMet, false);
  assert.equal(checkOf({ ...check, got: 9.4 }).isMet, false);
  assert.equal(checkOf({ ...check, got: Number.NaN }).isMet, false);
});
