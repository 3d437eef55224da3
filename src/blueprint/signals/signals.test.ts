// Tests of the dated lists that a published version sends to each body.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveBlueprint, signalsOf } from '#blueprint';
import { blueprintOf, places, profile, requirement } from '../resolution/sample-blueprint.test-support.ts';

test('each body is told once, by date, what is asked of it and where', () => {
  const deviation = { reason: 'Late.', approver: 'Director', reviewBy: 315 };
  const asked = requirement('A', { title: 'One record', accountableTier: 'region', from: 309, matures: 320 });
  const departing = profile('p', { excludes: [{ requirement: 'A', deviation }] });
  const resolved = resolveBlueprint(blueprintOf([asked], [departing]), places, 309);
  assert(resolved.ok);
  const lists = signalsOf(resolved.value, places);
  assert.deepEqual(
    lists.map(({ body, tier }) => [body, tier]),
    [
      ['HAM-R', 'region'],
      ['MILL', 'organisation'],
      ['WELL', 'organisation'],
    ],
  );
  assert.deepEqual(
    lists[0]?.signals.map(({ month, event, part, places: at }) => [month, event, part, at]),
    [
      [309, 'begins', 'accountable', ['MILL', 'WELL']],
      [315, 'departure-lapses', 'accountable', ['MILL']],
      [320, 'matures', 'accountable', ['MILL', 'WELL']],
    ],
  );
  assert.equal(lists[0]?.signals[0]?.sentence, 'One record (A) begins in 2025-10 in 2 places. You answer for it.');
  assert(lists[1]?.signals.every((each) => each.part === 'responsible'));
});

test('nobody is told of anything where nothing applies', () => {
  const resolved = resolveBlueprint(blueprintOf([], []), places, 309);
  assert(resolved.ok);
  assert.deepEqual(signalsOf(resolved.value, places), []);
});
