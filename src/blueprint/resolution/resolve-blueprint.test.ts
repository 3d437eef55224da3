// Tests of resolution on small blueprints made by hand; its laws are tested in resolution-laws.test.ts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveBlueprint } from '#blueprint';
import type { Profile, Requirement, ResolvedRequirement } from '#blueprint';
import { blueprintOf, numberOf, parameter, places, profile, requirement } from './sample-blueprint.test-support.ts';

const NOW = 309; // 2025-10

const technicians = parameter('technicians', { value: numberOf(1), min: 0.5, max: 3, lock: 'tighten-only' });
const cables = parameter('cables', { value: numberOf(10), lock: 'free' });
const seats = parameter('seats', { value: numberOf(4), lock: 'mandatory' });
const record = requirement('REC-1', {
  lock: 'tighten-only',
  parameters: [technicians, cables, seats],
  from: 310,
  matures: 350,
});

function resolvedIn(
  place: string,
  profiles: readonly Profile[],
  extra: readonly Requirement[] = [],
): ReadonlyMap<string, ResolvedRequirement> {
  const resolved = resolveBlueprint(blueprintOf([record, ...extra], profiles), places, NOW);
  assert(resolved.ok, resolved.ok ? '' : resolved.problems.map((each) => each.message).join('; '));
  return new Map(
    resolved.value.requirements.filter((each) => each.place === place).map((each) => [each.requirement.id, each]),
  );
}

function valueOf(resolved: ReadonlyMap<string, ResolvedRequirement>, id: string): readonly [unknown, string] {
  const found = resolved.get('REC-1')?.parameters.find((each) => each.id === id);
  return [found?.value.kind === 'number' ? found.value.value : found?.value, found?.setBy ?? ''];
}

function refusal(profiles: readonly Profile[], extra: readonly Requirement[] = []): string {
  const resolved = resolveBlueprint(blueprintOf([record, ...extra], profiles), places, NOW);
  assert(!resolved.ok, 'refused');
  for (const problem of resolved.problems) assert(problem.hint.length > 5 && problem.path.length > 5);
  return resolved.problems.map((each) => each.message).join('; ');
}

function sets(id: string, [subject, value]: readonly [string, number], more: Partial<Profile> = {}): Profile {
  return profile(id, {
    sets: [{ requirement: 'REC-1', parameter: subject, value: numberOf(value), deviation: null }],
    ...more,
  });
}

const deviation = { reason: 'Cables come late.', approver: 'Regional director', reviewBy: 330 };

test('without profiles each value is set by the catalogue', () => {
  assert.deepEqual(valueOf(resolvedIn('MILL', []), 'technicians'), [1, 'catalogue']);
});

test('an inner place is applied after an outer place and that after a kind', () => {
  const chain = [
    sets('of-place', ['cables', 13], { scope: { place: 'MILL' } }),
    sets('of-region', ['cables', 12], { scope: { place: 'HAM-R' } }),
    sets('of-kind', ['cables', 11], { scope: { kind: 'hospital' } }),
  ];
  assert.deepEqual(valueOf(resolvedIn('MILL', chain), 'cables'), [13, 'of-place']);
  assert.deepEqual(valueOf(resolvedIn('MILL', chain.slice(1)), 'cables'), [12, 'of-region']);
  assert.deepEqual(valueOf(resolvedIn('MILL', chain.slice(2)), 'cables'), [11, 'of-kind']);
  assert.deepEqual(valueOf(resolvedIn('WELL', chain.slice(2)), 'cables'), [10, 'catalogue']);
});

test('what a profile imports comes before it', () => {
  const chain = [
    sets('a', ['cables', 12], { imports: ['b'] }),
    sets('b', ['cables', 11], { scope: { kind: 'community' } }),
  ];
  assert.deepEqual(valueOf(resolvedIn('MILL', chain), 'cables'), [12, 'a']);
});

test('a tighten-only value may be made stricter and not looser', () => {
  assert.deepEqual(valueOf(resolvedIn('MILL', [sets('p', ['technicians', 2])]), 'technicians'), [2, 'p']);
  assert.match(
    refusal([sets('p', ['technicians', 0.5])]),
    /profile 'p' sets 'technicians' of 'REC-1' to 0.5; it may only be made stricter, which is higher than 1/,
  );
});

test('a value tightened by an outer profile is not loosened by an inner one', () => {
  const outer = sets('outer', ['technicians', 2], { scope: { place: 'HAM' } });
  assert.match(refusal([outer, sets('inner', ['technicians', 1.5])]), /higher than 2/);
});

test('a mandatory value stays, whatever the explanation', () => {
  const explained = profile('p', {
    sets: [{ requirement: 'REC-1', parameter: 'seats', value: numberOf(5), deviation }],
  });
  assert.match(refusal([explained]), /it is mandatory and stays 4/);
});

test('a value out of range is refused with its range', () => {
  assert.match(refusal([sets('p', ['technicians', 4])]), /is set to 4; its range is at least 0.5 and at most 3/);
});

test('a date to mature may only come earlier where the requirement is tighten-only', () => {
  assert.equal(resolvedIn('MILL', [sets('p', ['matures', 340])]).get('REC-1')?.matures, 340);
  assert.match(
    refusal([sets('p', ['matures', 351])]),
    /to 2029-04; it may only be made stricter, which is earlier than 2029-03/,
  );
  assert.match(refusal([sets('p', ['matures', 300])]), /a month in or after 2025-11/);
});

test('a departure leaves the binding value and stands beside it until its review', () => {
  const looser = { requirement: 'REC-1', parameter: 'technicians', value: numberOf(0.5), deviation };
  const found = resolvedIn('MILL', [profile('p', { sets: [looser] })]);
  assert.deepEqual(valueOf(found, 'technicians'), [1, 'catalogue']);
  assert.deepEqual(found.get('REC-1')?.deviations, [
    { subject: 'technicians', value: numberOf(0.5), profile: 'p', ...deviation },
  ]);
  const late = resolvedIn('MILL', [
    profile('p', { sets: [{ ...looser, deviation: { ...deviation, reviewBy: NOW } }] }),
  ]);
  assert.deepEqual(late.get('REC-1')?.deviations, []);
});

test('an inner profile that complies ends an outer departure', () => {
  const looser = { requirement: 'REC-1', parameter: 'technicians', value: numberOf(0.5), deviation };
  const outer = profile('outer', { scope: { place: 'HAM' }, sets: [looser] });
  assert.deepEqual(resolvedIn('MILL', [outer, sets('inner', ['technicians', 1])]).get('REC-1')?.deviations, []);
});

test('a mandatory requirement is never set aside, another one only for a time', () => {
  const safety = requirement('SAF-1', { lock: 'mandatory' });
  const without = (id: string): Profile => profile('p', { excludes: [{ requirement: id, deviation }] });
  assert.match(refusal([without('SAF-1')], [safety]), /which is mandatory/);
  const found = resolvedIn('MILL', [without('REC-1')]).get('REC-1');
  assert.deepEqual(
    found?.deviations.map((each) => each.subject),
    ['*'],
  );
});

test('a selection drops what is free and keeps what is locked and every parent', () => {
  const parent = requirement('A', { lock: 'free' });
  const child = requirement('A.1', { lock: 'free', parent: 'A' });
  const other = requirement('B', { lock: 'free' });
  const found = resolvedIn('MILL', [profile('p', { selects: ['A.1'] })], [parent, child, other]);
  assert.deepEqual([...found.keys()], ['A', 'A.1', 'REC-1']);
});

test('a requirement added by a profile applies in its scope alone', () => {
  const own = profile('p', { scope: { place: 'MILL' }, adds: [requirement('OWN-1', {})] });
  assert.equal(resolvedIn('MILL', [own]).get('OWN-1')?.addedBy, 'p');
  assert.equal(resolvedIn('WELL', [own]).get('OWN-1'), undefined);
});

test('two profiles of one scope that disagree are refused unless one builds on the other', () => {
  const pair = [sets('a', ['cables', 11]), sets('b', ['cables', 12])];
  assert.match(refusal(pair), /profiles 'a' and 'b' of the same scope set 'cables' of 'REC-1' differently/);
  const built = [sets('a', ['cables', 11], { imports: ['b'] }), sets('b', ['cables', 12])];
  assert.deepEqual(valueOf(resolvedIn('MILL', built), 'cables'), [11, 'a']);
});

test('circular imports are refused by name', () => {
  const circle = [profile('a', { imports: ['b'] }), profile('b', { imports: ['c'] }), profile('c', { imports: ['b'] })];
  assert.match(refusal(circle), /in a circle: b → c → b/);
});

test('names that nothing bears are refused', () => {
  assert.match(refusal([profile('p', { imports: ['x'] })]), /imports profile 'x', which does not exist/);
  assert.match(refusal([profile('p', { scope: { place: 'X' } })]), /place 'X', which the pack has not/);
  assert.match(refusal([profile('p', { scope: { kind: 'x' } })]), /kind 'x', which no place has/);
  assert.match(refusal([profile('p', { selects: ['X-1'] })]), /names requirement 'X-1'/);
  assert.match(refusal([sets('p', ['x', 1])]), /what can be set there is: matures, technicians, cables, seats/);
  assert.match(refusal([], [requirement('Q-1', { parent: 'X-1' })]), /names parent 'X-1'/);
  assert.match(refusal([], [requirement('Q-1', { domain: 'x' })]), /names domain 'x'/);
});

test('things that stand twice are refused', () => {
  assert.match(refusal([], [record]), /requirement 'REC-1' stands twice/);
  assert.match(refusal([profile('p', {}), profile('p', {})]), /profile 'p' stands twice/);
  assert.match(refusal([profile('p', { adds: [record] })]), /is in catalogue 'catalogue' too/);
});

test('a place that does not exist in the month is left out', () => {
  const resolved = resolveBlueprint(blueprintOf([record], []), places, 200);
  assert(resolved.ok);
  assert(resolved.value.requirements.every((each) => each.place !== 'LATE'));
  const later = resolveBlueprint(blueprintOf([record], []), places, 320);
  assert(later.ok);
  assert(later.value.requirements.some((each) => each.place === 'LATE'));
});

test('a profile may speak for a body that is awaited, and counts once the body is there', () => {
  const awaited = profile('of-trust', {
    scope: { place: 'TRUST' },
    sets: [{ requirement: 'REC-1', parameter: 'cables', value: numberOf(5), deviation: null }],
  });
  const blueprint = blueprintOf([record], [awaited]);
  const early = { ...blueprint, catalogue: { ...blueprint.catalogue, awaits: { kinds: [], places: ['TRUST'] } } };
  const before = resolveBlueprint(early, places, NOW);
  assert(before.ok);
  assert(before.value.requirements.every((each) => each.parameters.every(({ setBy }) => setBy === 'catalogue')));
  assert(!resolveBlueprint(blueprint, places, NOW).ok, 'what is not awaited is refused');
  const [first] = places.filter(({ code }) => code === 'MILL');
  assert(first !== undefined);
  const after = resolveBlueprint(early, [...places, { ...first, code: 'TRUST' }], NOW);
  assert(after.ok);
  const there = after.value.requirements.find(({ place }) => place === 'TRUST');
  assert.deepEqual(
    there?.parameters.filter(({ setBy }) => setBy === 'of-trust').map(({ id, value }) => [id, value]),
    [['cables', numberOf(5)]],
  );
});
