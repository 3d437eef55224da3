// Holds that what a stranger hands in is verified with bounded work: a list once, entries and badges up to a number.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badgeCredential, passportCredential, statusCredential } from './badge.ts';
import { withProof } from './data-integrity.ts';
import type { JsonObject } from './json-object.ts';
import { methodOf, newSigningKey, privateKeyOf } from './signing-key.ts';
import { verifyBadge } from './verify-credential.ts';

const AT = '2026-11-22T00:00:00Z';
const LIST = 'https://badges.example/status/1';
const HOLDER = 'urn:uuid:7a1c0a53-2b3c-4e0a-9a7c-1f0a2b3c4d5e';
const signing = newSigningKey();
const issuer = { id: signing.did, name: 'Hamlet academy' };
const sealed = (document: JsonObject): JsonObject => {
  const key = privateKeyOf(signing);
  assert.ok(key !== null);
  return withProof(document, key, { method: methodOf(signing.did), created: AT });
};
const order = {
  recipient: HOLDER,
  achievement: {
    id: 'https://badges.example/data',
    name: 'Data',
    description: 'D',
    criteria: 'C',
    achievementType: 'Competency' as const,
    alignments: [],
  },
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: null,
};
const plain = (place: number) =>
  badgeCredential(order, { id: `urn:uuid:${place}`, issuer, status: { list: LIST, place } });
const withEntries = (count: number) => {
  const { credentialStatus, ...rest } = plain(7);
  return sealed({ ...rest, credentialStatus: Array.from({ length: count }, () => credentialStatus) });
};
const passport = (count: number) => {
  const badges = Array.from({ length: count }, (_, place) => sealed(plain(place)));
  return sealed(passportCredential(badges, { id: 'urn:uuid:p', issuer, holder: HOLDER, validFrom: order.validFrom }));
};

/** The list, and how often its proof was read. */
function countedList(revoked: readonly number[]) {
  const reasons = revoked.map((place) => ({ place, reason: 'By mistake' }));
  const { proof, ...rest } = sealed(
    statusCredential({ id: LIST, issuer: signing.did, validFrom: order.validFrom, revoked: reasons }),
  );
  let read = 0;
  const list = {
    ...rest,
    get proof() {
      read += 1;
      return proof;
    },
  };
  return { list, timesRead: () => read };
}

const kindsOf = async (input: unknown, statusList: unknown) =>
  (await verifyBadge(input, { at: AT, statusList, trusted: null })).refusals.map(({ kind }) => kind);

test('a list is verified once, however many entries name it and however many badges a passport holds', async () => {
  const once = countedList([]);
  assert.deepEqual(await kindsOf(withEntries(1), once.list), []);
  assert.ok(once.timesRead() > 0);
  for (const input of [withEntries(4), passport(60)]) {
    const { list, timesRead } = countedList([]);
    assert.deepEqual(await kindsOf(input, list), []);
    assert.equal(timesRead(), once.timesRead());
  }
  const unread = countedList([]);
  await kindsOf(sealed({ ...plain(1), credentialStatus: [] }), unread.list);
  assert.equal(unread.timesRead(), 0);
});

test('of a passport, each badge that the one list takes back is named', async () => {
  const { refusals } = await verifyBadge(passport(4), {
    at: AT,
    statusList: countedList([1, 3]).list,
    trusted: null,
  });
  assert.deepEqual(
    refusals.map(({ kind, message }) => [kind, message.split(':')[0]]),
    [
      ['revoked', 'badge 2 in it'],
      ['revoked', 'badge 4 in it'],
    ],
  );
});

test('more than four entries, and a passport of more than a hundred badges, are refused by their form alone', async () => {
  const { list, timesRead } = countedList([]);
  assert.deepEqual(await kindsOf(withEntries(5), list), ['form']);
  assert.deepEqual(await kindsOf(withEntries(2000), list), ['form']);
  assert.deepEqual(await kindsOf(passport(101), list), ['form']);
  assert.equal(timesRead(), 0);
  assert.deepEqual(await kindsOf(passport(100), list), []);
});
