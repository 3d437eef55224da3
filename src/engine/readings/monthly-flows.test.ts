// Flows of each month close the stock: who was there, came, left and was recoded makes who is there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthlyFlows } from '#engine';
import { prepareRun } from '#planning';
import { readPack } from '#pack';

const start = { channel: 'nurse-reskilling', role: 'nurse-informatician', band: '6', place: 'MILL', people: 2 };
const everybody = { family: '*', role: '*', band: '*' };

test('opening plus those who came less leavers, and recoding at its stated share, is the closing headcount', async () => {
  const pack = await readPack('packs/hamlet');
  assert.ok(pack.ok);
  for (const scenario of ['as-things-stand', 'funded']) {
    const terms = { scenario, mode: 'expected', seed: 1, samples: 1, asOf: 322 } as const;
    const run = prepareRun(pack.value, { ...terms, timeLimitSeconds: 0, relativeGap: 0 });
    assert.ok(run.ok);
    const { model } = run.value;
    const starts = [
      { ...start, month: model.baseMonth - 3 },
      { ...start, month: model.baseMonth + 8 },
    ];
    const { headcount, leavers, joiners, completers } = monthlyFlows(model, { ...everybody, place: 'HAM' }, starts);
    const recoded = (0.002 * (headcount[0] ?? 0)) / 12;
    for (let step = 1; step <= model.steps; step++) {
      const came = (joiners[step] ?? 0) + (completers[step] ?? 0) + recoded;
      const closing = (headcount[step - 1] ?? 0) + came - (leavers[step] ?? 0);
      assert.ok(Math.abs(closing - (headcount[step] ?? 0)) < 1e-9, `${scenario}, month ${step}`);
    }
    // Of two who started three months before the base month, 85% come nine months after it.
    const without = monthlyFlows(model, { ...everybody, place: 'HAM' }, []).completers;
    assert.ok(Math.abs((completers[9] ?? 0) - (without[9] ?? 0) - 1.7) < 1e-12);
    assert.ok((leavers[6] ?? 0) > 0 && (joiners[6] ?? 0) > 0);
  }
});
