// A plan that is found stands, whatever the time limit leaves open beside it.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { ok } from '#kernel';
import { readPack } from '#pack';
import { createHighsSolver } from '#solver';
import { createInlineSimulator } from '#workers';
import type { Solver } from '../ports.ts';
import { LEAST_COST } from './aim.ts';
import { optimiseWorkforce } from './optimise-workforce.ts';

const options = {
  scenario: 'as-things-stand',
  mode: 'expected',
  seed: 1,
  samples: 1,
  asOf: 26 * 12 + 10,
  timeLimitSeconds: 60,
  relativeGap: 0.02,
  aim: LEAST_COST,
  frontierPoints: 0,
  chosenPoint: null,
  futures: 4,
} as const;

/** Programmes of a small pack's plan: in fractions, then in whole people. */
const OF_THE_PLAN = 2;

/** Solves so many programmes, and finds nothing in its time for all that follow. */
function solverOf(programmes: number): Solver {
  const highs = createHighsSolver();
  let asked = 0;
  return {
    solve: async (programme, limits, control) => {
      if (asked++ < programmes) return highs.solve(programme, limits, control);
      const [values, rowPrices] = [new Float64Array(), new Float64Array()];
      return ok({ status: 'stopped', objective: Infinity, bound: -Infinity, values, rowPrices, secondsTaken: 60 });
    },
  };
}

async function answerWithin(programmes: number) {
  const pack = await readPack(fileURLToPath(new URL('../../../packs/hamlet', import.meta.url)));
  assert.ok(pack.ok);
  const world = { simulator: createInlineSimulator(), onProgress: () => {}, signal: { aborted: false } };
  const answer = await optimiseWorkforce(pack.value, options, { ...world, solver: solverOf(programmes) });
  assert.ok(answer.ok, answer.ok ? '' : answer.problems.map(({ message }) => message).join('; '));
  return answer.value;
}

test('a plan that is found stands where the time limit leaves no time for what is asked beside it, and says what is open', async () => {
  const [whole, cut] = [await answerWithin(Infinity), await answerWithin(OF_THE_PLAN)];
  assert.deepEqual(cut.starts, whole.starts);
  assert.equal(cut.reasons.nextMoney.sentence, whole.reasons.nextMoney.sentence);
  assert.deepEqual([cut.reasons.slips, cut.reasons.without, cut.flexibility], [[], [], null]);
  assert.match(
    cut.counting,
    /Not found out within the time limit: what a slip of the first decisions costs and what can wait\./,
  );
  assert.ok(whole.reasons.slips.length === 3 && whole.reasons.without.length === 3 && whole.flexibility !== null);
  assert.doesNotMatch(whole.counting, /Not found out/);
});

test('a search that is stopped before it has proven anything says so, and tells no price', async () => {
  const cut = await answerWithin(0);
  assert.equal(cut.status, 'stopped');
  assert.match(cut.proof, /stopped at its time limit before anything was proven/);
  assert.deepEqual(cut.binding, []);
});

test('each limit is worth what more of it would do: pounds at least cost, post-years where money is given', async () => {
  const pack = await readPack(fileURLToPath(new URL('../../../packs/hamlet', import.meta.url)));
  assert.ok(pack.ok);
  const world = {
    simulator: createInlineSimulator(),
    solver: createHighsSolver(),
    onProgress: () => {},
    signal: { aborted: false },
  };
  const aim = { ...LEAST_COST, budget: { gbp: 300_000, per: 'plan' } } as const;
  const answer = await optimiseWorkforce(pack.value, { ...options, futures: 0, aim }, world);
  assert.ok(answer.ok);
  const { binding, reasons } = answer.value;
  const sentences = [...binding, ...reasons.slips, ...reasons.without].map(({ sentence }) => sentence);
  assert.ok(
    binding.length > 0 && sentences.every((sentence) => !/would save|costs £/.test(sentence)),
    sentences.join(' '),
  );
  assert.ok(sentences.some((sentence) => /£100,000 more would fill about \S+ post-years more/.test(sentence)));
  const plain = await optimiseWorkforce(pack.value, { ...options, futures: 0 }, world);
  assert.ok(plain.ok && plain.value.binding.every(({ sentence }) => /would save (£|pence)/.test(sentence)));
});
