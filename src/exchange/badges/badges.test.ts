// Holds badges to the published test vector, to offline verification, and to one name for each way of being refused.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { badgeCredential, type BadgeOrder, passportCredential, statusCredential } from './badge.ts';
import { withProof } from './data-integrity.ts';
import type { JsonObject } from './json-object.ts';
import { base58Bytes, base58Text, methodOf, newSigningKey, privateKeyOf, type SigningKey } from './signing-key.ts';
import { encodeStatusList, isRevokedIn } from './status-list.ts';
import type { RefusalKind } from './refusal.ts';
import { verifyBadge } from './verify-credential.ts';

const LIST = 'https://badges.example/status/1';
const HOLDER = 'urn:uuid:7a1c0a53-2b3c-4e0a-9a7c-1f0a2b3c4d5e';
const order: BadgeOrder = {
  recipient: HOLDER,
  achievement: {
    id: 'https://badges.example/data-analysis',
    name: 'Data analysis',
    description: 'Works with data alone.',
    criteria: 'An assessed piece of work.',
    achievementType: 'Competency',
    alignments: [{ name: 'Data analysis', url: 'https://skills.example/data-analysis', framework: 'digital' }],
  },
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2029-01-01T00:00:00Z',
};
const NOW = '2026-11-22T00:00:00Z';

const issuer = newSigningKey();
const stranger = newSigningKey();
const academy = { id: issuer.did, name: 'Hamlet academy' };
const sealed = (document: JsonObject, key: SigningKey = issuer): JsonObject => {
  const privateKey = privateKeyOf(key);
  assert.ok(privateKey !== null);
  return withProof(document, privateKey, { method: methodOf(key.did), created: NOW });
};
const plain = (place = 7): JsonObject =>
  badgeCredential(order, { id: `urn:uuid:badge-${place}`, issuer: academy, status: { list: LIST, place } });
const list = (revoked: readonly number[], key: SigningKey = issuer): JsonObject =>
  sealed(
    statusCredential({ id: LIST, issuer: key.did, validFrom: '2026-01-01T00:00:00Z', revoked: because(revoked) }),
    key,
  );
const because = (places: readonly number[]) => places.map((place) => ({ place, reason: 'Issued by mistake' }));
const verdict = (badge: unknown, over: object = {}) =>
  verifyBadge(badge, { at: NOW, statusList: list([]), trusted: null, ...over });
const kinds = async (badge: unknown, over: object = {}): Promise<readonly RefusalKind[]> =>
  (await verdict(badge, over)).refusals.map(({ kind }) => kind);

describe('a proof', () => {
  test('is that of the published vector of its suite, to the last character', () => {
    const did = 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
    const secret = base58Bytes('3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq');
    assert.ok(secret !== null);
    const key = privateKeyOf({ did, secret: Buffer.from(secret.subarray(2)).toString('base64url') });
    assert.ok(key !== null);
    const document = {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
      id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
      type: ['VerifiableCredential', 'AlumniCredential'],
      name: 'Alumni Credential',
      description: 'A minimum viable example of an Alumni Credential.',
      issuer: 'https://vc.example/issuers/5678',
      validFrom: '2023-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
    };
    const signed = withProof(document, key, { method: methodOf(did), created: '2023-02-24T23:36:38Z' });
    assert.match(
      JSON.stringify(signed['proof']),
      /z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX/,
    );
  });

  test('no longer holds when any one field of the badge is another', async () => {
    const badge = sealed(plain());
    const spoilt: readonly JsonObject[] = [
      { ...badge, name: 'Data science' },
      { ...badge, validUntil: '2039-01-01T00:00:00Z' },
      { ...badge, id: 'urn:uuid:another' },
      { ...badge, credentialStatus: [] },
      { ...badge, extra: 1 },
    ];
    for (const each of spoilt) assert.ok((await kinds(each)).includes('proof-value'), JSON.stringify(each));
  });

  test('base58 reads back what it wrote, zeros in front too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        assert.deepEqual([...(base58Bytes(base58Text(bytes)) ?? [])], [...bytes]);
      }),
    );
  });
});

describe('a badge', () => {
  test('is verified offline with its list at hand', async () => {
    assert.deepEqual(await kinds(sealed(plain())), []);
    assert.deepEqual(await kinds(sealed(plain()), { trusted: [issuer.did] }), []);
  });

  test('that was taken back is refused with its reason, and its neighbours are not', async () => {
    assert.deepEqual(await kinds(sealed(plain(7)), { statusList: list([7]) }), ['revoked']);
    const [told] = (await verdict(sealed(plain(7)), { statusList: list([7]) })).refusals;
    assert.match(told?.message ?? '', /Issued by mistake/);
    assert.deepEqual(await kinds(sealed(plain(8)), { statusList: list([7]) }), []);
  });

  test('is refused by one name for each thing that may be wrong with it', async () => {
    const badge = sealed(plain());
    const proof = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', proofPurpose: 'assertionMethod' };
    const cases: readonly (readonly [RefusalKind, unknown, object?])[] = [
      ['form', 'a text'],
      ['form', { ...badge, validFrom: 'yesterday' }],
      ['context', { ...badge, '@context': ['https://www.w3.org/2018/credentials/v1'] }],
      ['type', sealed({ ...plain(), type: ['VerifiableCredential'] })],
      ['no-proof', plain()],
      ['proof-suite', { ...badge, proof: { ...proof, cryptosuite: 'ecdsa-sd-2023' } }],
      ['proof-purpose', { ...badge, proof: { ...proof, proofPurpose: 'authentication' } }],
      ['proof-method', { ...badge, proof: { ...proof, verificationMethod: 'https://issuer.example/key' } }],
      ['proof-value', { ...badge, proof: { ...proof, verificationMethod: methodOf(issuer.did), proofValue: 'z1' } }],
      ['issuer', sealed(plain(), stranger)],
      ['untrusted-issuer', badge, { trusted: [stranger.did] }],
      ['not-yet-valid', badge, { at: '2025-01-01T00:00:00Z' }],
      ['expired', badge, { at: '2029-01-01T00:00:00Z' }],
      ['status-unknown', badge, { statusList: null }],
      ['status-list', badge, { statusList: list([], stranger) }],
      ['status-list', badge, { statusList: { ...list([7]), validFrom: '2026-02-01T00:00:00Z' } }],
    ];
    for (const [kind, input, over] of cases)
      assert.ok((await kinds(input, over)).includes(kind), `${kind}: ${(await kinds(input, over)).join()}`);
  });

  test('of any JSON at all is verified or refused, and never breaks the verifier', async () => {
    const spoilt = fc.tuple(fc.constantFrom(...Object.keys(sealed(plain()))), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(spoilt, async ([field, value]) => {
        const badge = { ...sealed(plain()), [field]: value };
        const before = JSON.stringify(sealed(plain())[field]);
        assert.ok(JSON.stringify(value) === before || (await kinds(badge)).length > 0, field);
      }),
    );
  });
});

describe('a list of what was taken back', () => {
  test('says of every place just what was put in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 131_071 }), { maxLength: 20 }), (revoked) => {
        const encoded = encodeStatusList(revoked);
        for (const place of [...revoked, 0, 131_071])
          assert.equal(isRevokedIn(encoded, place), revoked.includes(place));
      }),
      { numRuns: 20 },
    );
  });

  test('has no answer for a place beyond its end, nor for a text that is no list', () => {
    assert.equal(isRevokedIn(encodeStatusList([]), 131_072), null);
    assert.equal(isRevokedIn('uAAAA', 1), null);
    assert.equal(isRevokedIn('nonsense', 1), null);
  });
});

describe('a passport', () => {
  const passport = (badges: readonly JsonObject[]): JsonObject =>
    sealed(
      passportCredential(badges, {
        id: 'urn:uuid:passport',
        issuer: academy,
        holder: HOLDER,
        validFrom: '2026-01-01T00:00:00Z',
      }),
    );

  test('is verified with every badge in it', async () => {
    assert.deepEqual(await kinds(passport([sealed(plain(7)), sealed(plain(8))])), []);
  });

  test('is refused for a badge that was taken back, was given to another, or is a passport', async () => {
    assert.deepEqual(await kinds(passport([sealed(plain(7)), sealed(plain(8))]), { statusList: list([8]) }), [
      'revoked',
    ]);
    const of = { ...order, recipient: 'urn:uuid:another' };
    const others = badgeCredential(of, { id: 'urn:uuid:b', issuer: academy, status: { list: LIST, place: 3 } });
    assert.deepEqual(await kinds(passport([sealed(others)])), ['holder']);
    assert.deepEqual(await kinds(passport([passport([])])), ['type']);
  });
});
