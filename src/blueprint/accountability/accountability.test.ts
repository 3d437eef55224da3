// Tests of who answers for what, who does the work, what is claimed twice and who answers for too much.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  accountableBodies,
  claimFindings,
  resolveBlueprint,
  responsibilityChart,
  sharedServices,
  spanReadings,
} from '#blueprint';
import type { Requirement, ResolvedBlueprint, Statement } from '#blueprint';
import { TIERS } from '#workforce';
import type { StockRow } from '#workforce';
import { blueprintOf, places, profile, requirement } from '../resolution/sample-blueprint.test-support.ts';
import { statement } from './statement.test-support.ts';

const NOW = 309;

function resolve(requirements: readonly Requirement[], profiles = blueprintOf([], []).profiles): ResolvedBlueprint {
  const resolved = resolveBlueprint(blueprintOf(requirements, profiles), places, NOW);
  assert(resolved.ok);
  return resolved.value;
}

function findings(requirements: readonly Requirement[], statements: readonly Statement[]) {
  return claimFindings({ resolved: resolve(requirements), places, statements, month: NOW });
}

test('the accountable body is the place of the accountable tier to which the place belongs', () => {
  const { accountabilities, orphans } = accountableBodies(
    resolve([
      requirement('A', { accountableTier: 'region' }),
      requirement('B', { accountableTier: 'organisation' }),
      requirement('C', { accountableTier: 'national' }),
    ]),
    places,
  );
  const ofMill = accountabilities.filter((each) => each.place === 'MILL').map((each) => each.body);
  assert.deepEqual(ofMill, ['HAM-R', 'MILL', 'HAM']);
  assert.deepEqual(orphans, []);
});

test('a requirement whose accountable tier lies below the place is an orphan', () => {
  const above = requirement('A', { accountableTier: 'organisation', appliesTo: { tier: 'region', kinds: null } });
  const { accountabilities, orphans } = accountableBodies(resolve([above]), places);
  assert.deepEqual(accountabilities, []);
  assert.match(orphans[0]?.message ?? '', /'A' applies in 'HAM-R' .* nobody answers for it there/);
});

test('each requirement in each place has exactly one accountable body or is named as an orphan', () => {
  const tier = fc.constantFrom(...TIERS);
  fc.assert(
    fc.property(fc.array(fc.tuple(tier, tier), { maxLength: 6 }), (tiers) => {
      const requirements = tiers.map(([accountableTier, applies], index) =>
        requirement(`R${index}`, { accountableTier, appliesTo: { tier: applies, kinds: null } }),
      );
      const resolved = resolve(requirements);
      const { accountabilities, orphans } = accountableBodies(resolved, places);
      const told = [...accountabilities, ...orphans].map((each) => `${each.place} ${each.requirement}`).sort();
      assert.deepEqual(told, resolved.requirements.map((each) => `${each.place} ${each.requirement.id}`).sort());
    }),
  );
});

test('offices are found in the bodies of their tiers, and the place does the work where nobody is named', () => {
  const chart = responsibilityChart(
    resolve([
      requirement('A', {
        accountableTier: 'national',
        responsible: [{ tier: 'organisation', title: 'Chief nursing information officer' }],
        consulted: [{ tier: 'system', title: 'Digital board' }],
        informed: [{ tier: 'region', title: 'Regional director' }],
      }),
      requirement('B', {}),
    ]),
    places,
  );
  const [first, second] = chart.filter((each) => each.place === 'MILL');
  assert.deepEqual(first, {
    requirement: 'A',
    place: 'MILL',
    accountable: 'HAM',
    responsible: [{ body: 'MILL', title: 'Chief nursing information officer' }],
    consulted: [{ body: 'HAM-S', title: 'Digital board' }],
    informed: [{ body: 'HAM-R', title: 'Regional director' }],
  });
  assert.deepEqual(second?.responsible, [{ body: 'MILL', title: '' }]);
});

test('an office of a tier below the place is one of each body there', () => {
  const above = requirement('A', {
    accountableTier: 'system',
    responsible: [{ tier: 'organisation', title: 'Chief nurse' }],
    appliesTo: { tier: 'system', kinds: null },
  });
  const [row] = responsibilityChart(resolve([above]), places);
  assert.deepEqual(row?.responsible, [{ body: 'HAM-S', title: 'Chief nurse of each organisation' }]);
});

test('a second body that says it answers is an overlap that names both claimants', () => {
  const [found] = findings([requirement('A', {})], [statement('MILL', 'A', { accountableBody: 'HAM-R' })]);
  assert.equal(found?.kind, 'overlap');
  assert.deepEqual(found?.claimants, ['HAM-R', 'MILL']);
  assert.match(
    found?.message ?? '',
    /the blueprint gives it to 'MILL', and statements say that 'HAM-R' answers for it; one body answers/,
  );
});

test('shares that come to more than the whole are an overlap of the providers', () => {
  const twice = [
    statement('MILL', 'A', { id: 's1', by: 'regional-service', provider: 'HAM-R', share: 0.7 }),
    statement('MILL', 'A', { id: 's2', by: 'supplier', supplier: 'Acme', share: 0.5 }),
  ];
  const [found] = findings([requirement('A', {})], twice);
  assert.deepEqual(found?.claimants, ['Acme', 'HAM-R']);
  assert.match(found?.message ?? '', /meet 120% of it between them/);
  const shared = twice.map((each) => ({ ...each, share: 0.5 }));
  assert.deepEqual(findings([requirement('A', {})], shared), []);
});

test('a place that speaks leaves out what it does not speak of, and a silent place leaves out nothing', () => {
  const found = findings([requirement('A', {}), requirement('B', {})], [statement('MILL', 'A', {})]);
  assert.deepEqual(
    found.map(({ kind, place, requirement: id }) => [kind, place, id]),
    [['left-out', 'MILL', 'B']],
  );
});

test('what is explained is not left out', () => {
  const deviation = { reason: 'Late.', approver: 'Director', reviewBy: NOW + 5 };
  const profiles = [profile('p', { excludes: [{ requirement: 'B', deviation }] })];
  const resolved = resolve([requirement('A', {}), requirement('B', {})], profiles);
  assert.deepEqual(claimFindings({ resolved, places, statements: [statement('MILL', 'A', {})], month: NOW }), []);
});

test('a statement about what does not apply is stray, and one that has ended says nothing', () => {
  const onlyHospitals = requirement('A', { appliesTo: { tier: 'organisation', kinds: ['hospital'] } });
  const [found] = findings([onlyHospitals], [statement('WELL', 'A', {})]);
  assert.equal(found?.kind, 'stray');
  assert.deepEqual(findings([onlyHospitals], [statement('WELL', 'A', { until: NOW })]), []);
});

test('shared services list who inherits what, and what stays local', () => {
  const services = sharedServices(
    [
      statement('WELL', 'A', {
        id: 's1',
        by: 'regional-service',
        provider: 'HAM-R',
        provides: 'Watch',
        staysLocal: 'Doors',
      }),
      statement('MILL', 'A', { id: 's2', by: 'regional-service', provider: 'HAM-R', provides: 'Watch' }),
      statement('MILL', 'B', { id: 's3' }),
    ],
    NOW,
  );
  assert.deepEqual(services, [
    {
      provider: 'HAM-R',
      requirement: 'A',
      by: 'regional-service',
      inheritedBy: [
        { place: 'MILL', share: 1, staysLocal: '' },
        { place: 'WELL', share: 1, staysLocal: 'Doors' },
      ],
      provides: ['Watch'],
    },
  ]);
});

function posts(place: string, band: string, headcount: number): StockRow {
  return { place, role: 'analyst', band, ageGroup: 'all', headcount, fte: headcount, source: 'teaching' };
}

test('a body that answers for more than its senior posts can is overstretched', () => {
  const requirements = Array.from({ length: 5 }, (_, index) => requirement(`R${index}`, {}));
  const { accountabilities } = accountableBodies(resolve(requirements), places);
  const stock = [posts('MILL', '8a', 1), posts('MILL', '5', 30), posts('WELL', '8a', 2)];
  const rule = { bands: ['8a'], requirementsPerPost: 3, source: 'teaching' };
  const readings = spanReadings({ accountabilities, places, stock, rule });
  assert.deepEqual(
    readings.map(({ body, requirements: count, capacity, isOverstretched }) => [
      body,
      count,
      capacity,
      isOverstretched,
    ]),
    [
      ['MILL', 5, 3, true],
      ['WELL', 5, 6, false],
    ],
  );
});

test('a body without posts of its own answers with the senior people below it', () => {
  const { accountabilities } = accountableBodies(resolve([requirement('A', { accountableTier: 'region' })]), places);
  const rule = { bands: ['8a'], requirementsPerPost: 1, source: 'teaching' };
  const [reading] = spanReadings({ accountabilities, places, stock: [posts('MILL', '8a', 2)], rule });
  assert.deepEqual([reading?.body, reading?.places, reading?.seniorPeople], ['HAM-R', 2, 2]);
});
