// Holds the permission matrix cell by cell: every role, resource and action, aimed at each kind of target.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACTIONS, isPermitted, PERMISSIONS, RESOURCES, ROLES, type Target } from '#service';
import { FOREIGN, memberOf, OWN, TENANT } from './service-under-test.ts';

const ABOVE: Readonly<Record<string, readonly string[]>> = {
  HAM: [],
  'HAM-R': ['HAM'],
  'HAM-S': ['HAM-R', 'HAM'],
  [OWN]: ['HAM-S', 'HAM-R', 'HAM'],
  [FOREIGN]: ['HAM-S', 'HAM-R', 'HAM'],
};
const isBelow = (code: string, root: string) => code === root || (ABOVE[code] ?? []).includes(root);

const targets: readonly Omit<Target, 'resource'>[] = [null, 'HAM', 'HAM-R', OWN, FOREIGN, 'NOWHERE'].flatMap((place) =>
  [null, 'me', 'somebody'].flatMap((owner) => [null, 'acme', 'rival'].map((party) => ({ place, owner, party }))),
);

describe('the permission matrix', () => {
  for (const role of ROLES) {
    test(`the guard lets a ${role} do what the matrix says and nothing else, in every cell`, () => {
      const member = memberOf(role, TENANT);
      let cells = 0;
      for (const resource of RESOURCES) {
        for (const action of ACTIONS) {
          const reaches = PERMISSIONS.filter((row) => row.role === role && row.resource === resource)
            .filter((row) => row.actions.includes(action))
            .map(({ reach }) => reach);
          for (const aim of targets) {
            const owner = aim.owner === 'me' ? member.id : aim.owner;
            const expected =
              reaches.includes('tenant') ||
              (reaches.includes('place') && aim.place !== null && isBelow(aim.place, member.place)) ||
              (reaches.includes('own') && aim.owner === 'me') ||
              (reaches.includes('party') && aim.party !== null && aim.party === member.supplier);
            const target = { resource, ...aim, owner };
            assert.equal(isPermitted(member, action, { target, isBelow }), expected, `${action} ${resource}`);
            cells += 1;
          }
        }
      }
      assert.equal(cells, RESOURCES.length * ACTIONS.length * targets.length);
    });
  }

  const never = (role: (typeof ROLES)[number], resources: readonly string[], actions: readonly string[]) =>
    PERMISSIONS.filter(
      (row) =>
        row.role === role && resources.includes(row.resource) && row.actions.some((each) => actions.includes(each)),
    );

  test('nobody reads another body’s people, nor their own figures as staff, supplier or administrator', () => {
    const figures = ['workforce', 'projection', 'plan', 'commitment', 'evidence', 'scenario'];
    for (const role of ['member-of-staff', 'supplier', 'administrator'] as const) {
      assert.deepEqual(never(role, figures, ACTIONS), []);
    }
    for (const role of ['regional-lead', 'organisation-lead'] as const) {
      assert.deepEqual(
        never(role, figures, ACTIONS).filter(({ reach }) => reach !== 'place'),
        [],
      );
    }
  });

  test('an auditor changes nothing, and only an administrator makes members', () => {
    const changes = ACTIONS.filter((action) => action !== 'read' && action !== 'export');
    assert.deepEqual(never('auditor', RESOURCES, changes), []);
    const makers = PERMISSIONS.filter((row) => row.resource === 'member' && row.actions.includes('create'));
    assert.deepEqual([...new Set(makers.map(({ role }) => role))], ['administrator']);
  });

  test('what a person of staff keeps of their own is read by nobody else', () => {
    const own = PERMISSIONS.filter(({ resource }) => resource === 'passport' || resource === 'wish');
    assert.deepEqual([...new Set(own.map(({ role, reach }) => `${role} ${reach}`))], ['member-of-staff own']);
  });
});
