// Tests that samples follow their distributions and are shared between scenarios.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { centralSample, drawSamples, effectiveRegister, sampleDesign } from '#workforce';
import type { Assumption, Scenario } from '#workforce';
import { assumption, healthSystem, scenario } from './sample-system.test-support.ts';

const level = assumption('level', { spread: { kind: 'lognormal', p10: 0.9, p90: 1.1 } });
const share = assumption('share', {
  unit: 'share',
  value: { kind: 'scalar', value: 0.07 },
  spread: { kind: 'triangular', low: 0.04, mode: 0.07, high: 0.1 },
});
const price = assumption('price', { unit: 'GBP/start', value: { kind: 'scalar', value: 6000 } });
const steps = assumption('steps', { value: { kind: 'dated', steps: [{ from: 309, value: 0.9 }] } });

function columnsOf(overlay: Scenario, scenarios: readonly Scenario[]): ReadonlyMap<string, readonly number[]> {
  const system = healthSystem({ assumptions: [level, share, price, steps], scenarios });
  const register = effectiveRegister(system, overlay);
  const samples = drawSamples(register, { count: 64, seed: 5, design: sampleDesign(system) });
  return new Map(
    register.map((entry: Assumption, column) => [
      entry.id,
      Array.from({ length: 64 }, (_, sample) => samples.values[sample * register.length + column] ?? Number.NaN),
    ]),
  );
}

test('what is certain has its value or the factor 1 in every sample', () => {
  const columns = columnsOf(scenario(), []);
  assert.deepEqual(new Set(columns.get('price')), new Set([6000]));
  assert.deepEqual(new Set(columns.get('steps')), new Set([1]));
});

test('samples of a value have its own median and quantiles', () => {
  const sorted = [...(columnsOf(scenario(), []).get('share') ?? [])].toSorted((one, other) => one - other);
  assert.ok(Math.abs(((sorted[31] ?? 0) + (sorted[32] ?? 0)) / 2 - 0.07) < 0.001);
  assert.ok((sorted[0] ?? 0) > 0.04 && (sorted[63] ?? 1) < 0.1);
});

test('two scenarios share the chance of every assumption that both have', () => {
  const added = assumption('a-new-one', { spread: { kind: 'uniform', low: 0, high: 1 } });
  const certain = assumption('level');
  const grown = scenario({ id: 'grown', assumptions: [added, certain] });
  const plain = columnsOf(scenario(), [grown]);
  const other = columnsOf(grown, [grown]);
  assert.deepEqual(other.get('share'), plain.get('share'));
  assert.deepEqual(new Set(other.get('level')), new Set([1]));
  assert.equal(new Set(other.get('a-new-one')).size, 64);
});

test('a scenario that is added to a pack leaves the samples of the others as they were', () => {
  const added = scenario({
    id: 'x',
    assumptions: [assumption('a-new-one', { spread: { kind: 'uniform', low: 0, high: 1 } })],
  });
  assert.deepEqual(columnsOf(scenario(), [added]), columnsOf(scenario(), []));
});

test('the central sample is everything as stated', () => {
  assert.deepEqual([...centralSample([level, price, share, steps]).values], [1, 6000, 0.07, 1]);
});

test('an assumption with a range that was given no dimension is refused', () => {
  assert.throws(
    () => drawSamples([level], { count: 2, seed: 1, design: { dimensions: [], groups: [] } }),
    /no dimension/,
  );
});
