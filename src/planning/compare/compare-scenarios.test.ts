// Scenarios are compared on the same futures: the difference is that of the gaps, and narrower than either.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPack } from '#pack';
import { compareScenarios } from './compare-scenarios.ts';

const reading = await readPack(join(import.meta.dirname, '../../../packs/hamlet'));
assert.ok(reading.ok);
const pack = reading.value;
const control = { onProgress: () => undefined, signal: { aborted: false }, breathe: () => Promise.resolve() };

test('the mean difference is the difference of the mean gaps, and a scenario differs from itself by nothing', async () => {
  const compared = await compareScenarios(
    pack,
    { scenarios: ['as-things-stand', 'funded', 'as-things-stand'], seed: 1, samples: 64 },
    control,
  );
  assert.ok(compared.ok);
  for (const { scenarios } of compared.value.places) {
    const [base, funded, again] = scenarios;
    assert.ok(base !== undefined && funded !== undefined && again !== undefined);
    for (const [month, difference] of funded.differenceFte.entries()) {
      const expected = (funded.gapFte[month]?.mean ?? 0) - (base.gapFte[month]?.mean ?? 0);
      assert.ok(Math.abs(difference.mean - expected) < 0.011);
      assert.deepEqual(again.differenceFte[month], { mean: 0, p10: 0, p50: 0, p90: 0 });
    }
  }
});

test('common futures make the range of a difference narrower than the range of a gap', async () => {
  const compared = await compareScenarios(
    pack,
    { scenarios: ['as-things-stand', 'funded'], seed: 1, samples: 64 },
    control,
  );
  assert.ok(compared.ok);
  const funded = compared.value.places[0]?.scenarios[1];
  const width = (one: { p10: number; p90: number } | undefined) => (one?.p90 ?? 0) - (one?.p10 ?? 0);
  assert.ok(width(funded?.differenceFte.at(-1)) < width(funded?.gapFte.at(-1)));
});

test('too many scenarios, one that is not there and a stop are told, and nothing is half done', async () => {
  const ask = (scenarios: readonly string[], aborted = false) =>
    compareScenarios(pack, { scenarios, seed: 1, samples: 8 }, { ...control, signal: { aborted } });
  const outcomes = await Promise.all([
    ask([]),
    ask(['a', 'b', 'c', 'd', 'e']),
    ask(['nowhere']),
    ask(['funded'], true),
  ]);
  const codes = outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.problems[0]?.code));
  assert.deepEqual(codes, ['out-of-range', 'out-of-range', 'unknown-reference', 'stopped']);
});
