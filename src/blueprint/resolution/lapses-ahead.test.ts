// Tests of what follows departures when they lapse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lapsesAhead, resolveBlueprint } from '#blueprint';
import type { LapsesAhead, Profile } from '#blueprint';
import { blueprintOf, numberOf, parameter, places, profile, requirement } from './sample-blueprint.test-support.ts';

const NOW = 309;
const cables = parameter('cables', { value: numberOf(10), lock: 'free' });
const record = requirement('REC-1', { parameters: [cables] });
const until = (reviewBy: number) => ({ reason: 'Cables come late.', approver: 'Regional director', reviewBy });

function sets(id: string, value: number, more: Partial<Profile>, reviewBy: number | null = null): Profile {
  const deviation = reviewBy === null ? null : until(reviewBy);
  return profile(id, {
    sets: [{ requirement: 'REC-1', parameter: 'cables', value: numberOf(value), deviation }],
    ...more,
  });
}

function aheadOf(profiles: readonly Profile[]): LapsesAhead {
  const blueprint = blueprintOf([record], profiles);
  const resolved = resolveBlueprint(blueprint, places, NOW);
  assert(resolved.ok);
  return lapsesAhead(blueprint, places, resolved.value);
}

test('where a departure lapses, the value that an outer profile has set holds', () => {
  const region = sets('region', 12, { scope: { place: 'HAM-R' } });
  const { lapses, refusals } = aheadOf([region, sets('mill', 8, {}, 330)]);
  assert.deepEqual(refusals, []);
  assert.deepEqual(
    lapses.map(({ place, departure, becomes, setBy }) => [place, departure.reviewBy, becomes, setBy]),
    [['MILL', 330, numberOf(12), 'region']],
  );
});

test('a requirement that was set aside applies again, and a date falls back to what it was', () => {
  const later = {
    requirement: 'REC-1',
    parameter: 'matures',
    value: numberOf(350),
    deviation: until(315),
  };
  const aside = profile('well', {
    scope: { place: 'WELL' },
    excludes: [{ requirement: 'REC-1', deviation: until(320) }],
  });
  const { lapses } = aheadOf([aside, profile('mill', { sets: [later] })]);
  assert.deepEqual(
    lapses.map(({ place, departure, becomes }) => [place, departure.reviewBy, becomes]),
    [
      ['MILL', 315, numberOf(320)],
      ['WELL', 320, null],
    ],
  );
});

test('a departure that alone kept two profiles from disagreeing is told before it lapses', () => {
  const first = sets('a', 13, {});
  const between = sets('b', 12, { imports: ['a'] }, 330);
  const { lapses, refusals } = aheadOf([first, between, sets('c', 12, {})]);
  assert.deepEqual(lapses, []);
  assert.equal(refusals[0]?.month, 330);
  assert.match(refusals[0]?.problems[0]?.message ?? '', /profiles 'b' and 'c' of the same scope set 'cables'/);
});

test('where nobody departs, nothing lapses', () => {
  assert.deepEqual(aheadOf([sets('mill', 9, {})]), { lapses: [], refusals: [] });
});
