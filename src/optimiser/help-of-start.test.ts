// What a start gives, counted by hand: in two roles, in two places that share its post, each with its own part of an FTE.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelOf, twoPlaces } from '../../tests/support/plan-problems.ts';
import { costOfStartGbp, forEachHelp, fteOfStart } from './help-of-start.ts';
import { shortageAfter } from './plan-value.ts';

const shared = [
  [
    { place: 0, share: 0.75 },
    { place: 1, share: 0.25 },
  ],
  [{ place: 1, share: 1 }],
];

/** One option whose people give 1, 0.8 and 0.6 of an FTE as technicians and nothing, 0.1 and 0.3 as analysts. */
const problem = twoPlaces({
  roles: ['analyst', 'technician'],
  channels: [channelOf('market', { serves: shared })],
  options: [{ channel: 0, role: 1, band: '5', costGbpPerStart: 1000, payGbpPerFteYear: 100 }],
  startMonths: [0],
  reaches: { firstOf: Int32Array.from([0, 2]), role: Int32Array.from([1, 0]) },
  responseFte: Float64Array.from([1, 0.8, 0.6, 0, 0.1, 0.3]),
  placeFactors: Float64Array.from([1, 0.5, 0.8, 2]),
  needFte: new Float64Array(12).fill(3),
});

test('a start helps its own role and those that its people move on to, in every place that it serves', () => {
  const help = new Float64Array(12);
  forEachHelp(problem, { place: 0, option: 0, start: 0 }, (need, fte) => {
    help[need] = (help[need] ?? 0) + fte;
  });
  const mill = { analyst: [0, 0.0375, 0.1125], technician: [0.75, 0.6, 0.45] };
  const well = { analyst: [0, 0.05, 0.15], technician: [0.2, 0.16, 0.12] };
  const byHand = [...mill.analyst, ...mill.technician, ...well.analyst, ...well.technician];
  byHand.forEach((fte, need) => assert.ok(Math.abs((help[need] ?? 0) - fte) < 1e-12, `need ${need}: ${help[need]}`));
  const short = shortageAfter(problem, [{ place: 0, option: 0, start: 0, people: 2 }]);
  byHand.forEach((fte, need) => assert.ok(Math.abs((short[need] ?? 0) - (3 - 2 * fte)) < 1e-12));
});

test('what a start costs is its own cost and the pay of all the FTE that it gives', () => {
  const at = { place: 0, option: 0, start: 0 };
  const fteYears = 0.95 + 0.8475 + 0.8325;
  assert.ok(Math.abs(costOfStartGbp(problem, at) - (1000 + 100 * fteYears)) < 1e-9);
  assert.ok(Math.abs(fteOfStart(problem, at, 2) - 0.8325) < 1e-12);
});
