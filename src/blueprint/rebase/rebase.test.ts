// Tests of the three-way comparison of two versions of a catalogue.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rebase } from '#blueprint';
import type { Profile, Rebase, Requirement } from '#blueprint';
import {
  blueprintOf,
  catalogueOf,
  numberOf,
  parameter,
  places,
  profile,
  requirement,
} from '../resolution/sample-blueprint.test-support.ts';

const posts = parameter('posts', { value: numberOf(2), min: 0, max: 10, lock: 'tighten-only' });
const record = requirement('A', { lock: 'tighten-only', parameters: [posts], matures: 350 });

function rebased(next: readonly Requirement[], profiles: readonly Profile[] = []): Rebase {
  const found = rebase({
    blueprint: blueprintOf([record], profiles),
    next: catalogueOf(next, { version: '2.0.0' }),
    places,
    month: 309,
  });
  assert(found.ok, found.ok ? '' : found.problems.map((each) => each.message).join('; '));
  return found.value;
}

function setting(value: number): Profile {
  return profile('mill', { sets: [{ requirement: 'A', parameter: 'posts', value: numberOf(value), deviation: null }] });
}

function withPosts(value: number): Requirement {
  return { ...record, parameters: [{ ...posts, value: numberOf(value) }] };
}

test('the same version changes nothing and conflicts with nothing', () => {
  const { changes, conflicts } = rebased([record], [setting(3)]);
  assert.deepEqual([changes, conflicts], [[], []]);
});

test('what is added, removed or changed is told for each place', () => {
  const { changes } = rebased([requirement('B', {})]);
  assert.deepEqual(
    changes.map(({ place, requirement: id, kind }) => [place, id, kind]),
    [
      ['MILL', 'A', 'removed'],
      ['MILL', 'B', 'added'],
      ['WELL', 'A', 'removed'],
      ['WELL', 'B', 'added'],
    ],
  );
  const [change] = rebased([{ ...record, matures: 340, standards: ['FHIR'] }]).changes;
  assert.deepEqual(change?.fields, [
    { field: 'matures', before: '2029-03', after: '2028-05' },
    { field: 'standards', before: 'none', after: 'FHIR' },
  ]);
});

test('a setting that the new version refuses is a conflict, and the new value holds', () => {
  const { conflicts, after } = rebased([withPosts(5)], [setting(3)]);
  assert.deepEqual(
    conflicts.map(({ kind, profile: id, places: at }) => [kind, id, at]),
    [['refused', 'mill', ['MILL']]],
  );
  assert.match(conflicts[0]?.message ?? '', /higher than 5/);
  const found = after.requirements.find((each) => each.place === 'MILL')?.parameters[0];
  assert.deepEqual(found?.value, numberOf(5));
});

test('a value that both the new version and a profile change is a conflict, and the profile stands', () => {
  const { conflicts, changes } = rebased([withPosts(2.5)], [setting(3)]);
  assert.deepEqual(
    conflicts.map(({ kind, places: at }) => [kind, at]),
    [['both-changed', ['MILL']]],
  );
  assert.match(conflicts[0]?.message ?? '', /from 2 to 2.5/);
  assert.deepEqual(
    changes.map((each) => each.place),
    ['WELL'],
  );
});

test('a profile about a requirement that is gone is a conflict and not a failure', () => {
  const { conflicts } = rebased([requirement('B', {})], [setting(3)]);
  assert.match(conflicts[0]?.message ?? '', /names requirement 'A', which does not exist/);
});

test('a new version that is itself unsound is refused', () => {
  const next = catalogueOf([requirement('B', { parent: 'X' })]);
  const found = rebase({ blueprint: blueprintOf([record], []), next, places, month: 309 });
  assert(!found.ok);
});
