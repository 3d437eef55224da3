// Holds the shades of gaps: places that are all short are told apart, and a step means what its key says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { shadeOn, shadeSteps } from './gap-shade.ts';

const shares = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('a scale of shades', () => {
  test('puts every place into the step whose bounds hold it', () => {
    fc.assert(
      fc.property(shares, (missing) => {
        const steps = shadeSteps(missing);
        for (const share of missing) {
          const step = steps.find(({ shade }) => shade === shadeOn(steps, share));
          if (share > 0.05) assert.ok(step !== undefined && step.from <= share + 1e-9 && share <= step.to + 1e-9);
          else assert.equal(shadeOn(steps, share), share < -0.05 ? 'over' : 'even');
        }
      }),
    );
  });

  test('tells the least short place from the shortest where they differ by four percent or more', () => {
    const steps = shadeSteps([0.28, 0.31, 0.33, 0.38]);
    assert.deepEqual(
      [0.28, 0.31, 0.34, 0.38].map((share) => shadeOn(steps, share)),
      ['short-1', 'short-2', 'short-3', 'short-4'],
    );
  });

  test('has no steps where no place is short', () => {
    assert.deepEqual(shadeSteps([0.02, -0.3]), []);
  });
});
