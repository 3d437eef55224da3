// Tests of the lines of demand that a resolved blueprint comes to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demandLines, evaluateFormula, parseFormula, resolveBlueprint } from '#blueprint';
import type { DemandLine, Formula, Profile } from '#blueprint';
import {
  catalogueOf,
  numberOf,
  parameter,
  places,
  profile,
  requirement,
} from './resolution/sample-blueprint.test-support.ts';

function formula(text: string): Formula {
  const parsed = parseFormula(text);
  assert(parsed.ok);
  return parsed.value;
}

const asked = requirement('A', {
  parameters: [parameter('posts', { value: numberOf(2), lock: 'tighten-only', min: 0 })],
  demand: [{ role: 'analyst', band: '5', formula: formula('posts') }],
  teams: [{ archetype: 'watch', count: formula('2 [teams]') }],
  from: 310,
  matures: 330,
});
const watch = {
  id: 'watch',
  title: 'Watch',
  kind: 'team',
  satisfies: ['A'],
  members: [{ role: 'engineer', band: null, fte: 1.5 }],
  source: 'teaching',
} as const;

function linesOfMill(profiles: readonly Profile[]): readonly DemandLine[] {
  const blueprint = { catalogue: catalogueOf([asked], { archetypes: [watch] }), profiles };
  const resolved = resolveBlueprint(blueprint, places, 309);
  assert(resolved.ok);
  return demandLines(resolved.value).filter((each) => each.place === 'MILL');
}

function postsOf(line: DemandLine | undefined): unknown {
  return line?.parameters.find((each) => each.id === 'posts')?.value;
}

const deviation = { reason: 'Late.', approver: 'Director', reviewBy: 320 };

test('a place has a line for each role asked for and for each member of a team', () => {
  const lines = linesOfMill([]);
  assert.deepEqual(
    lines.map(({ role, band, from, matures, since, until }) => [role, band, from, matures, since, until]),
    [
      ['analyst', '5', 310, 330, null, null],
      ['engineer', null, 310, 330, null, null],
    ],
  );
  const team = lines[1];
  assert(team !== undefined);
  assert.equal(
    evaluateFormula(team.formula, () => 0),
    3,
  );
  const again = parseFormula(team.formula.text);
  assert(again.ok && evaluateFormula(again.value, () => 0) === 3);
});

test('while a departure is in force its value counts, and then the binding one', () => {
  const looser = { requirement: 'A', parameter: 'posts', value: numberOf(1), deviation };
  const lines = linesOfMill([profile('p', { sets: [looser] })]).filter((each) => each.role === 'analyst');
  assert.deepEqual(
    lines.map((each) => [each.since, each.until, postsOf(each)]),
    [
      [null, 320, numberOf(1)],
      [320, null, numberOf(2)],
    ],
  );
});

test('what is set aside for a time asks for nobody until the departure lapses', () => {
  const lines = linesOfMill([profile('p', { excludes: [{ requirement: 'A', deviation }] })]);
  assert.deepEqual(
    lines.map((each) => [each.role, each.since, each.until]),
    [
      ['analyst', 320, null],
      ['engineer', 320, null],
    ],
  );
});

test('two departures that lapse apart make three spans without a gap', () => {
  const later = { ...deviation, reviewBy: 325 };
  const lines = linesOfMill([
    profile('p', {
      sets: [
        { requirement: 'A', parameter: 'posts', value: numberOf(1), deviation },
        { requirement: 'A', parameter: 'matures', value: numberOf(340), deviation: later },
      ],
    }),
  ]).filter((each) => each.role === 'analyst');
  assert.deepEqual(
    lines.map((each) => [each.since, each.until, postsOf(each), each.matures]),
    [
      [null, 320, numberOf(1), 340],
      [320, 325, numberOf(2), 340],
      [325, null, numberOf(2), 330],
    ],
  );
});
