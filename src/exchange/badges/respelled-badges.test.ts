// Holds that a proof over RDF is no cover for a text that says the same graph in other words, so that a reader misses a part.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, test } from 'node:test';
import { statusCredential } from './badge.ts';
import { isProofOf } from './data-integrity.ts';
import type { JsonObject } from './json-object.ts';
import { canonicalRdf } from './rdf-canon.ts';
import { base58Text, didOf, methodOf } from './signing-key.ts';
import { verifyBadge } from './verify-credential.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const did = didOf(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
const LIST = 'https://academy.example/status/1';
const CRED = 'https://www.w3.org/2018/credentials#';

async function signed(document: JsonObject, more: object = {}): Promise<JsonObject> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-01-01T00:00:00Z',
    verificationMethod: methodOf(did),
    proofPurpose: 'assertionMethod',
    ...more,
  };
  const texts = [await canonicalRdf({ ...options, '@context': document['@context'] }), await canonicalRdf(document)];
  const hashes = texts.map((text) =>
    createHash('sha256')
      .update(text ?? assert.fail('it has no graph'))
      .digest(),
  );
  return {
    ...document,
    proof: { ...options, proofValue: `z${base58Text(sign(null, Buffer.concat(hashes), privateKey))}` },
  };
}

const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];
const entry = {
  id: `${LIST}#7`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: LIST,
};
const plain = {
  '@context': contexts,
  id: 'https://academy.example/badges/1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: did, type: ['Profile'], name: 'Academy' },
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2026-02-01T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:7a1c0a53-2b3c-4e0a-9a7c-1f0a2b3c4d5e',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:1',
      type: ['Achievement'],
      name: 'Data',
      description: 'D',
      criteria: { narrative: 'C' },
    },
  },
  credentialStatus: entry,
};
const badge = await signed(plain);
const revoked = { place: 7, reason: 'Issued by mistake' };
const list = await signed(statusCredential({ id: LIST, issuer: did, validFrom: plain.validFrom, revoked: [revoked] }));

const kindsOf = async (input: unknown, statusList: unknown = list) =>
  (await verifyBadge(input, { at: '2026-11-22T00:00:00Z', statusList, trusted: [did] })).refusals.map(
    ({ kind }) => kind,
  );

/** Whether the text has the very graph that was signed: otherwise the proof alone would refuse it. */
async function isSameGraph(text: JsonObject): Promise<boolean> {
  const { proof, ...unsigned } = text;
  assert.ok(typeof proof === 'object' && proof !== null);
  return isProofOf(unsigned, { ...proof }, { key: publicKey, suite: 'eddsa-rdfc-2022' });
}

const { credentialStatus: _, ...unlisted } = badge;
const { validUntil: __, ...endless } = badge;
const moved = { credentialStatus: entry };
const until = { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': plain.validUntil };
const subject = plain.credentialSubject;

/** Each has the graph that was signed, and hides in it where the badge may be taken back, or when it ends. */
const RESPELLED: Readonly<Record<string, JsonObject>> = {
  'a field by its address': { ...unlisted, [`${CRED}credentialStatus`]: entry },
  'an end by its address': { ...endless, [`${CRED}validUntil`]: until },
  'a field within @nest': { ...unlisted, '@nest': moved },
  'a field within @included': { ...unlisted, '@included': [{ id: plain.id, type: plain.type, ...moved }] },
  'a field within @graph of the same': {
    '@context': contexts,
    '@graph': [Object.fromEntries(Object.entries(plain).filter(([key]) => key !== '@context'))],
    ...Object.fromEntries(Object.entries(badge).filter(([key]) => key === 'proof')),
  },
  'a field by way of @reverse': {
    ...unlisted,
    '@included': [{ ...entry, '@reverse': { [`${CRED}credentialStatus`]: { id: plain.id } } }],
  },
  'a field on a second object of the same id': {
    ...unlisted,
    credentialSubject: { ...subject, achievement: { ...subject.achievement, creator: undefined } },
    issuer: { ...plain.issuer, '@included': { '@id': plain.id, '@type': plain.type, ...moved } },
  },
  'the id as @id': { ...withoutKey(badge, 'id'), '@id': plain.id },
  'the types as @type': { ...withoutKey(badge, 'type'), '@type': plain.type },
  'a type by its address': {
    ...badge,
    type: ['VerifiableCredential', 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential'],
  },
  'an end as an object of a value': { ...badge, validUntil: { '@value': plain.validUntil } },
  'an end as a list of values': { ...badge, validUntil: [plain.validUntil] },
  'an entry that holds a context': { ...badge, credentialStatus: { '@context': contexts, ...entry } },
  'an entry whose kind goes by its address': {
    ...badge,
    credentialStatus: { ...entry, type: 'https://www.w3.org/ns/credentials/status#BitstringStatusListEntry' },
  },
  'an entry by its id alone, told elsewhere': { ...badge, credentialStatus: entry.id, '@included': [entry] },
};

function withoutKey(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([each]) => each !== key));
}

describe('a badge that was taken back and has ended, with a proof over RDF', () => {
  test('is refused for both as it was written, its fields in any order and its one entry in a list or not', async () => {
    const turned = Object.fromEntries(Object.entries(badge).toReversed());
    for (const each of [
      badge,
      turned,
      { ...badge, credentialStatus: [entry] },
      { ...badge, credentialSubject: { ...subject } },
    ])
      assert.deepEqual(await kindsOf(each), ['expired', 'revoked']);
  });

  for (const [name, text] of Object.entries(RESPELLED)) {
    test(`is refused, and never for less, when its text spells ${name}`, async () => {
      const kinds = await kindsOf(text);
      const isSeen = kinds.includes('revoked') && kinds.includes('expired');
      assert.ok(isSeen || kinds.includes('form') || kinds.includes('proof-value'), kinds.join());
      if (await isSameGraph(text))
        assert.ok(kinds.includes('form'), `the proof holds, so its form is refused: ${kinds.join()}`);
    });
  }

  test('most of what is tried here has the very graph that was signed', async () => {
    const same = [];
    for (const text of Object.values(RESPELLED)) same.push(await isSameGraph(text));
    assert.ok(same.filter(Boolean).length >= 8, same.join());
  });

  test('shows nothing but what its graph holds: an empty field adds nothing, an address of its own hides nothing', async () => {
    const sound = await signed({
      ...withoutKey(plain, 'validUntil'),
      credentialStatus: { ...entry, statusListIndex: '8' },
    });
    assert.deepEqual(await kindsOf(sound), []);
    const second = { ...entry, id: `${LIST}#9`, statusListIndex: '9' };
    const two = await signed({ ...withoutKey(plain, 'validUntil'), credentialStatus: [second, entry] });
    assert.deepEqual(await kindsOf(two), ['revoked']);
    assert.notDeepEqual(await kindsOf({ ...two, credentialStatus: second }), []);
  });

  test('has no name that its signer did not give it', async () => {
    const nameless = await signed(withoutKey(withoutKey(plain, 'validUntil'), 'credentialStatus'));
    assert.deepEqual(await kindsOf(nameless), []);
    const blank = await signed(withoutKey(withoutKey(withoutKey(plain, 'id'), 'validUntil'), 'credentialStatus'));
    assert.deepEqual(await kindsOf({ ...blank, id: '_:any' }), ['form']);
  });
});

describe('a list of what was taken back, with a proof over RDF', () => {
  test('is refused when its text hides its bits or its end', async () => {
    const subjectOfList = list['credentialSubject'];
    assert.ok(typeof subjectOfList === 'object' && subjectOfList !== null && 'encodedList' in subjectOfList);
    const { encodedList, ...rest } = subjectOfList;
    const address = 'https://www.w3.org/ns/credentials/status#encodedList';
    const bits = { '@type': 'https://w3id.org/security#multibase', '@value': encodedList };
    const respelled = { ...list, credentialSubject: { ...rest, [address]: bits, encodedList: undefined } };
    assert.ok(await isSameGraph(respelled));
    assert.deepEqual(await kindsOf(badge, respelled), ['expired', 'status-list']);
  });
});

describe('a proof', () => {
  test('that says when it ends is refused from then on, of either suite, however the end is spelt', async () => {
    const open = withoutKey(withoutKey(plain, 'validUntil'), 'credentialStatus');
    const ended = await signed(open, { expires: '2026-03-01T00:00:00Z' });
    assert.deepEqual(await kindsOf(ended), ['expired']);
    assert.deepEqual(await kindsOf(await signed(open, { expires: '2027-03-01T00:00:00Z' })), []);
    const { proof } = ended;
    assert.ok(typeof proof === 'object' && proof !== null && 'expires' in proof);
    const { expires, ...others } = proof;
    const end = { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': expires };
    assert.deepEqual(await kindsOf({ ...open, proof: { ...others, 'https://w3id.org/security#expiration': end } }), [
      'form',
    ]);
  });
});
