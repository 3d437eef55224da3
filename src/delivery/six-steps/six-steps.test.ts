// The six steps: always six in their order, each point done or with whoever acts, and none done for want of facts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMonth } from '#kernel';
import { readSixSteps, SIX_STEPS, type StepFacts } from '#delivery';

const now = parseMonth('2026-06') ?? 0;

const ALL_WELL: StepFacts = {
  now,
  purpose: 'Letters that arrive',
  requirements: 4,
  requirementsUnstated: [],
  demandFte: 20,
  supplyFte: 18.25,
  assumptionsOverdue: [],
  assumptionsUnsigned: 0,
  commitments: { all: 3, agreed: 3, late: 0 },
  gapFte: 0.2,
  lastEvidence: now - 1,
  casesWithoutOutcome: [],
};

/** Points of all steps that are not done. */
function missing(set: Partial<StepFacts>): readonly string[] {
  return readSixSteps({ ...ALL_WELL, ...set })
    .flatMap(({ items }) => items)
    .filter(({ isDone }) => !isDone)
    .map(({ what }) => what);
}

test('the six steps stand in their order, each with a point or more and somebody who acts', () => {
  const steps = readSixSteps(ALL_WELL);
  assert.deepEqual(
    steps.map(({ step }) => step),
    [...SIX_STEPS],
  );
  for (const { items } of steps) {
    assert.ok(items.length > 0);
    assert.ok(items.every(({ what, whoActs }) => what !== '' && whoActs !== ''));
  }
  assert.deepEqual(missing({}), []);
});

test('each lack opens one point, which names what is lacking', () => {
  const lacks: readonly (readonly [Partial<StepFacts>, RegExp])[] = [
    [{ purpose: null }, /purpose is not stated/],
    [{ requirements: 0 }, /apply here: 0/],
    [{ requirementsUnstated: ['records'] }, /how 'records' is met/],
    [{ demandFte: 0 }, /Posts needed: 0 FTE/],
    [{ supplyFte: 0 }, /People in post: 0 FTE/],
    [{ assumptionsOverdue: ['pay'] }, /Past their review date: pay/],
    [{ assumptionsUnsigned: 2 }, /signed off: 2/],
    [{ commitments: { all: 3, agreed: 2, late: 0 } }, /agreed: 2 of 3/],
    [{ commitments: { all: 3, agreed: 3, late: 1 } }, /late: 1/],
    [{ gapFte: -2.5 }, /2\.5 FTE are still missing/],
    [{ casesWithoutOutcome: ['Letters'] }, /'Letters' names no outcome/],
    [{ lastEvidence: null }, /No evidence has come in/],
  ];
  for (const [set, what] of lacks) {
    const [first = '', ...more] = missing(set);
    assert.match(first, what);
    assert.deepEqual(more, []);
  }
});

test('a place without any commitment has not agreed to all of them', () => {
  assert.deepEqual(missing({ commitments: { all: 0, agreed: 0, late: 0 } }), ['Commitments agreed: 0 of 0']);
});

test('evidence watches over a plan for three months and then no longer', () => {
  assert.deepEqual(missing({ lastEvidence: now - 3 }), []);
  assert.deepEqual(missing({ lastEvidence: now - 4 }), ['Last evidence: 2026-02']);
});
