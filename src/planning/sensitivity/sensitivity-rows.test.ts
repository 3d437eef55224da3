// What is said of shares of the doubt: surely where they are sure, and plainly where so few samples tell little.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { readPack } from '#pack';
import { analyseSensitivity } from './analyse-sensitivity.ts';
import { isRoughShare } from './sensitivity-rows.ts';

const read = await readPack(fileURLToPath(new URL('../../../packs/hamlet', import.meta.url)));
assert.ok(read.ok);
const pack = read.value;

function toldOn(samples: number) {
  const study = analyseSensitivity(pack, { scenario: 'as-things-stand', place: null, seed: 1, samples });
  assert.ok(study.ok);
  return study.value.elasticities.filter(({ shareOfDoubt }) => (shareOfDoubt?.error ?? null) !== null);
}

describe('a share of the doubt', () => {
  const few = toldOn(64);

  test('whose margin is more than half of it is said to be too rough, with the command that is surer, and no other is', () => {
    assert.ok(few.length > 0);
    for (const { shareOfDoubt, sentence } of few) {
      assert.ok(shareOfDoubt !== null);
      const isRough = isRoughShare(shareOfDoubt);
      assert.equal(
        /too rough to build on.*\.\/cadre sensitivity with more --samples/.test(sentence),
        isRough,
        sentence,
      );
    }
    assert.ok(few.some(({ shareOfDoubt }) => shareOfDoubt !== null && isRoughShare(shareOfDoubt)));
  });

  test('of the strongest assumption is sure with more samples', () => {
    const [strongest] = toldOn(2048);
    assert.ok(strongest?.shareOfDoubt && !isRoughShare(strongest.shareOfDoubt), strongest?.sentence);
  });
});
