// Tests of new versions told as what they change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amendCatalogue, type Amendment } from '#blueprint';
import { catalogueOf, numberOf, parameter, requirement } from '../resolution/sample-blueprint.test-support.ts';

const posts = parameter('posts', { value: numberOf(2), max: 10 });
const catalogue = catalogueOf([requirement('A', { parameters: [posts] }), requirement('B', {}), requirement('C', {})]);
const nothing: Amendment = {
  amends: '1.0.0',
  version: '2.0.0',
  status: 'draft',
  published: 315,
  removes: [],
  changes: [],
  adds: [],
};

function refusal(amendment: Partial<Amendment>): string {
  const found = amendCatalogue(catalogue, { ...nothing, ...amendment });
  assert(!found.ok);
  return found.problems.map((each) => `${each.path}: ${each.message}`).join('; ');
}

test('what an amendment does not name stays as it was', () => {
  const found = amendCatalogue(catalogue, nothing);
  assert(found.ok);
  assert.deepEqual(found.value, { ...catalogue, version: '2.0.0', status: 'draft', published: 315 });
});

test('requirements go, come and change field by field and value by value', () => {
  const changes = [{ requirement: 'A', fields: { matures: 318 }, parameters: [{ id: 'posts', value: numberOf(3) }] }];
  const found = amendCatalogue(catalogue, { ...nothing, removes: ['B'], changes, adds: [requirement('D', {})] });
  assert(found.ok);
  assert.deepEqual(
    found.value.requirements.map((each) => each.id),
    ['A', 'C', 'D'],
  );
  const [changed] = found.value.requirements;
  assert.deepEqual(changed, requirement('A', { matures: 318, parameters: [{ ...posts, value: numberOf(3) }] }));
});

test('what is not there cannot be changed, and only the version in force can be amended', () => {
  assert.match(refusal({ amends: '0.9' }), /amends: .*amends version '0.9'.*in force is version '1.0.0'/);
  assert.match(refusal({ removes: ['X'] }), /removes.0: .*requirement 'X'/);
  assert.match(
    refusal({ changes: [{ requirement: 'X', fields: {}, parameters: [] }] }),
    /changes.0: .*requirement 'X'/,
  );
  const value = { id: 'x', value: numberOf(1) };
  assert.match(
    refusal({ changes: [{ requirement: 'A', fields: {}, parameters: [value] }] }),
    /parameter 'x' of requirement 'A'/,
  );
});
