// Holds that a person sees all that is held of them, that who leaves is gone from every version, and what expires does.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ok } from '#kernel';
import { checkContents } from '#store';
import { checkChain } from '../audit/check-chain.ts';
import type { MemberEntry } from '../ports.ts';
import { PEOPLE_KINDS } from '../records/people-kinds.ts';
import { SKILL_KINDS } from '../records/skill-kinds.ts';
import { worldOfStore } from '../world.test-support.ts';
import type { ServiceWorld } from '../world.ts';
import { expirePersonal } from './expiry.ts';
import { heldOfMe } from './held-of-me.ts';
import { leaveService } from './leave.ts';

const THEN = '2026-01-15T09:00:00.000Z';
const SECRET = 'A secret that must not stay';

function memberOf(id: string, role: MemberEntry['role']): MemberEntry {
  const person = { issuer: 'https://login.example', subject: `subject of ${id}`, displayName: `Name of ${id}` };
  return { tenant: 'north', id, role, place: 'MILL', supplier: null, ...person, isDisabled: false };
}
const staff = memberOf('staff', 'member-of-staff');
const lead = memberOf('lead', 'organisation-lead');

/** Two members, of whom the first has said, changed and removed things. */
async function arranged(at: string) {
  const world = worldOfStore(at, [...SKILL_KINDS, ...PEOPLE_KINDS]);
  const { store, sessions } = world;
  assert.ok((await store.addTenant({ id: 'north', name: 'North' })).ok);
  const deed = {
    by: 'staff',
    at: THEN,
    action: 'create',
    resource: 'passport',
    place: 'MILL',
    summary: 'Kept.',
  } as const;
  const draft = { id: 'e1', place: 'MILL', owner: 'staff', party: null, state: 'said', body: { note: SECRET } };
  await doing(world, async (session) => {
    for (const member of [staff, lead]) assert.ok((await session.members.put(member, deed)).ok);
    for (const version of [0, 1])
      assert.ok((await session.records.put({ ...draft, kind: 'skill-evidence' }, version, deed)).ok);
    assert.ok((await session.records.put({ ...draft, kind: 'skill-evidence', id: 'e2' }, 0, deed)).ok);
    assert.ok((await session.records.remove('skill-evidence', 'e2', { madeFrom: 1, deed })).ok);
    assert.ok((await session.records.put({ ...draft, kind: 'placement-preference', place: null }, 0, deed)).ok);
    assert.ok((await session.records.put({ ...draft, kind: 'question' }, 0, deed)).ok);
    await session.answers.claim({ member: 'staff', key: 'k', requestHash: 'h', at: THEN });
  });
  for (const member of ['staff', 'lead']) {
    const entry = { secretHash: member, tenant: 'north', member, csrfToken: 'token', createdAt: THEN, usedAt: THEN };
    await sessions.put(entry);
  }
  return world;
}

async function doing<T>(
  world: ServiceWorld,
  work: (session: Parameters<Parameters<ServiceWorld['store']['inTenant']>[1]>[0]) => Promise<T>,
): Promise<T> {
  const done = await world.store.inTenant('north', async (session) => ok(await work(session)));
  assert.ok(done.ok);
  return done.value;
}

async function everythingOf(world: ServiceWorld): Promise<string> {
  return doing(world, async ({ records, members, audit }) => {
    const names = [
      ['skill-evidence', 'e1'],
      ['skill-evidence', 'e2'],
      ['placement-preference', 'e1'],
    ] as const;
    const histories = [];
    for (const [kind, id] of names) histories.push(await records.history(kind, id));
    return JSON.stringify([histories, await members.list(), await audit.lines(1, 100)]);
  });
}

async function auditFits(world: ServiceWorld): Promise<void> {
  await doing(world, async (session) => {
    assert.equal((await checkChain(session, 'north', [])).fault, null);
    assert.equal(await checkContents(session), null);
  });
}

describe('what is held of a person', () => {
  test('is their entry, every record of theirs with those removed, their deeds and their sign-ins', async () => {
    const held = await heldOfMe({ world: await arranged(THEN), actor: staff });
    assert.ok(held.ok);
    assert.equal(held.value.member.subject, 'subject of staff');
    const names = held.value.records.map(({ kind, id }) => `${kind} ${id}`);
    assert.deepEqual(names, ['placement-preference e1', 'question e1', 'skill-evidence e1', 'skill-evidence e2']);
    assert.equal(held.value.deeds.length, 8);
    assert.deepEqual(held.value.signIns, [{ createdAt: THEN, usedAt: THEN }]);
    assert.ok(!JSON.stringify(held.value).includes('token'));
  });
});

describe('whoever leaves', () => {
  test('is gone from every version, every name and every session, and the audit still fits', async () => {
    const world = await arranged(THEN);
    const left = await leaveService({ world, actor: staff });
    assert.ok(left.ok);
    assert.equal(left.value.erased, 3);
    assert.deepEqual(
      left.value.kept.map(({ kind }) => kind),
      ['question'],
    );
    const everything = await everythingOf(world);
    for (const text of [SECRET, 'Name of staff', 'subject of staff']) assert.ok(!everything.includes(text), text);
    assert.ok(everything.includes('Name of lead'));
    assert.deepEqual(await world.sessions.listOf('north', 'staff'), []);
    assert.equal((await world.sessions.listOf('north', 'lead')).length, 1);
    await auditFits(world);
  });

  test('and acts for others is told to have somebody take over first, and nothing is gone', async () => {
    const world = await arranged(THEN);
    const left = await leaveService({ world, actor: lead });
    assert.ok(!left.ok && left.problems[0]?.code === 'forbidden');
    assert.ok((await everythingOf(world)).includes('Name of lead'));
  });
});

describe('what is held of people', () => {
  test('expires month by month after its last change, and no day sooner', async () => {
    const expiredAt = async (at: string) => {
      const world = await arranged(at);
      const done = await expirePersonal(world, 'north');
      assert.ok(done.ok);
      await auditFits(world);
      return done.value;
    };
    assert.deepEqual(await expiredAt('2028-01-15T08:59:59.999Z'), { records: 0, people: 0 });
    assert.deepEqual(await expiredAt('2028-01-15T09:00:00.001Z'), { records: 1, people: 0 });
    assert.deepEqual(await expiredAt('2036-01-15T09:00:00.001Z'), { records: 2, people: 0 });
  });

  test('goes a year after the membership ended, once, as if the person had left', async () => {
    const world = await arranged('2027-02-15T09:00:00.001Z');
    const deed = { by: 'admin', at: '2026-02-15T09:00:00.000Z', action: 'change', resource: 'member' } as const;
    await doing(world, async ({ members }) => {
      const ended = { ...staff, isDisabled: true };
      assert.ok((await members.put(ended, { ...deed, place: 'MILL', summary: 'Ended.' })).ok);
    });
    assert.deepEqual(await expirePersonal(world, 'north'), ok({ records: 0, people: 1 }));
    const everything = await everythingOf(world);
    for (const text of [SECRET, 'Name of staff', 'subject of staff']) assert.ok(!everything.includes(text), text);
    assert.deepEqual(await expirePersonal(world, 'north'), ok({ records: 0, people: 0 }));
    await auditFits(world);
  });
});
