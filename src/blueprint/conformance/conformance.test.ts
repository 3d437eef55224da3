// Tests of conformance, maturity and what falls due.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conformanceOf, dueList, maturityReadings, resolveBlueprint } from '#blueprint';
import type { BlueprintRecords, Evidence, Profile, ResolvedBlueprint } from '#blueprint';
import { statement } from '../accountability/statement.test-support.ts';
import { catalogueOf, places, profile, requirement } from '../resolution/sample-blueprint.test-support.ts';

const NOW = 309;
const NO_RECORDS: BlueprintRecords = {
  versions: [],
  statements: [],
  evidence: [],
  findings: [],
  risks: [],
  actions: [],
  budgetLines: [],
};

const catalogue = catalogueOf([requirement('A', { themes: ['lead'] })], {
  themes: [
    { id: 'lead', title: 'Lead' },
    { id: 'learn', title: 'Learn' },
  ],
});

function resolve(profiles: readonly Profile[] = []): ResolvedBlueprint {
  const resolved = resolveBlueprint({ catalogue, profiles }, places, NOW);
  assert(resolved.ok);
  return resolved.value;
}

function stateAt(records: Partial<BlueprintRecords>, month = NOW, resolved = resolve()): string | undefined {
  const rows = conformanceOf(resolved, { ...NO_RECORDS, ...records }, month);
  return rows.find((each) => each.place === 'MILL')?.state;
}

function evidence(more: Partial<Evidence>): Evidence {
  const of = { place: 'MILL', requirement: 'A', summary: 'Audit', observed: 300, expires: 312, source: 'teaching' };
  return { id: 'e1', ...of, ...more };
}

const finding = {
  id: 'f1',
  place: 'MILL',
  requirement: 'A',
  summary: 'Gap',
  severity: 'high',
  raised: 305,
  closed: 311,
  source: 'teaching',
} as const;
const said = [statement('MILL', 'A', {})];

test('what a place says counts once it is shown, and no longer than the evidence lasts', () => {
  assert.equal(stateAt({}), 'unstated');
  assert.equal(stateAt({ statements: said }), 'unevidenced');
  assert.equal(stateAt({ statements: said, evidence: [evidence({})] }), 'met');
  assert.equal(stateAt({ statements: said, evidence: [evidence({})] }, 312), 'unevidenced');
  assert.equal(stateAt({ statements: said, evidence: [evidence({ observed: 310 })] }), 'unevidenced');
});

test('an open finding or a part left over keeps a requirement from being met', () => {
  const shown = { statements: said, evidence: [evidence({ expires: 320 })] };
  assert.equal(stateAt({ ...shown, findings: [finding] }), 'open-finding');
  assert.equal(stateAt({ ...shown, findings: [finding] }, 311), 'met');
  assert.equal(stateAt({ ...shown, statements: [statement('MILL', 'A', { share: 0.5 })] }), 'partly-met');
});

test('a departure that is explained is told as such', () => {
  const deviation = { reason: 'Late.', approver: 'Director', reviewBy: NOW + 5 };
  const resolved = resolve([profile('p', { excludes: [{ requirement: 'A', deviation }] })]);
  assert.equal(stateAt({}, NOW, resolved), 'explained');
});

test('maturity is the mean level over the requirements of a theme, and nothing where none applies', () => {
  const records = { ...NO_RECORDS, statements: said, evidence: [evidence({})] };
  const resolved = resolve();
  const readings = maturityReadings(catalogue, resolved, conformanceOf(resolved, records, NOW));
  assert.deepEqual(
    readings.filter((each) => each.place === 'MILL').map(({ theme, level, met }) => [theme, level, met]),
    [
      ['lead', 4, 1],
      ['learn', null, 0],
    ],
  );
  assert.equal(readings.find((each) => each.place === 'WELL')?.level, 0);
});

test('what falls due comes by date, and what was not done stays due', () => {
  const deviation = { reason: 'Cables.', approver: 'Director', reviewBy: 314 };
  const resolved = resolve([profile('p', { excludes: [{ requirement: 'A', deviation }] })]);
  const of = { place: 'MILL', requirement: 'A', source: 'teaching' };
  const dues = dueList(
    resolved,
    {
      ...NO_RECORDS,
      statements: [statement('MILL', 'A', { until: 313 })],
      evidence: [evidence({ expires: 301 }), evidence({ id: 'e2', expires: 312 })],
      risks: [{ id: 'r1', ...of, summary: 'Loss', likelihood: 'low', impact: 'high', owner: 'CIO', reviewBy: 311 }],
      actions: [
        { id: 'a1', ...of, answers: null, channel: null, summary: 'Hire', owner: 'CIO', due: 308, done: null },
        { id: 'a2', ...of, answers: null, channel: null, summary: 'Done', owner: 'CIO', due: 310, done: 309 },
      ],
    },
    { from: NOW, to: 320 },
  );
  assert.deepEqual(
    dues.filter((each) => each.place === 'MILL').map(({ month, kind }) => [month, kind]),
    [
      [308, 'action'],
      [311, 'risk'],
      [312, 'evidence'],
      [313, 'statement'],
      [314, 'deviation'],
      [320, 'matures'],
    ],
  );
});
