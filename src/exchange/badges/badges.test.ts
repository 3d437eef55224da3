// Holds badges to the published test vector, to offline verification, and to one name for each way of being refused.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { badgeCredential, type BadgeOrder, passportCredential, statusCredential } from './badge.ts';
import { type JsonObject, withProof } from './data-integrity.ts';
import { base58Bytes, base58Text, methodOf, newSigningKey, privateKeyOf, type SigningKey } from './signing-key.ts';
import { encodeStatusList, isRevokedIn } from './status-list.ts';
import { type RefusalKind, verifyBadge } from './verify-credential.ts';

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
  sealed(statusCredential({ id: LIST, issuer: key.did, validFrom: '2026-01-01T00:00:00Z', revoked }), key);
const kinds = (badge: unknown, over: object = {}): readonly RefusalKind[] =>
  verifyBadge(badge, { at: NOW, statusList: list([]), trusted: null, ...over }).map(({ kind }) => kind);

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

  test('no longer holds when any one field of the badge is another', () => {
    const badge = sealed(plain());
    const spoilt: readonly JsonObject[] = [
      { ...badge, name: 'Data science' },
      { ...badge, validUntil: '2039-01-01T00:00:00Z' },
      { ...badge, id: 'urn:uuid:another' },
      { ...badge, credentialStatus: [] },
      { ...badge, extra: 1 },
    ];
    for (const each of spoilt) assert.ok(kinds(each).includes('proof-value'), JSON.stringify(each));
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
  test('is verified offline with its list at hand', () => {
    assert.deepEqual(kinds(sealed(plain())), []);
    assert.deepEqual(kinds(sealed(plain()), { trusted: [issuer.did] }), []);
  });

  test('that was taken back is refused, and its neighbours are not', () => {
    assert.deepEqual(kinds(sealed(plain(7)), { statusList: list([7]) }), ['revoked']);
    assert.deepEqual(kinds(sealed(plain(8)), { statusList: list([7]) }), []);
  });

  test('is refused by one name for each thing that may be wrong with it', () => {
    const badge = sealed(plain());
    const proof = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', proofPurpose: 'assertionMethod' };
    const cases: readonly (readonly [RefusalKind, unknown, object?])[] = [
      ['form', 'a text'],
      ['form', { ...badge, validFrom: 'yesterday' }],
      ['context', { ...badge, '@context': ['https://www.w3.org/2018/credentials/v1'] }],
      ['type', sealed({ ...plain(), type: ['VerifiableCredential'] })],
      ['no-proof', plain()],
      ['proof-suite', { ...badge, proof: { ...proof, cryptosuite: 'eddsa-rdfc-2022' } }],
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
      assert.ok(kinds(input, over).includes(kind), `${kind}: ${kinds(input, over).join()}`);
  });

  test('of any JSON at all is verified or refused, and never breaks the verifier', () => {
    const spoilt = fc.tuple(fc.constantFrom(...Object.keys(sealed(plain()))), fc.jsonValue());
    fc.assert(
      fc.property(spoilt, ([field, value]) => {
        const badge = { ...sealed(plain()), [field]: value };
        const before = JSON.stringify(sealed(plain())[field]);
        assert.ok(JSON.stringify(value) === before || kinds(badge).length > 0, field);
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

  test('is verified with every badge in it', () => {
    assert.deepEqual(kinds(passport([sealed(plain(7)), sealed(plain(8))])), []);
  });

  test('is refused for a badge that was taken back, was given to another, or is a passport', () => {
    assert.deepEqual(kinds(passport([sealed(plain(7)), sealed(plain(8))]), { statusList: list([8]) }), ['revoked']);
    const of = { ...order, recipient: 'urn:uuid:another' };
    const others = badgeCredential(of, { id: 'urn:uuid:b', issuer: academy, status: { list: LIST, place: 3 } });
    assert.deepEqual(kinds(passport([sealed(others)])), ['holder']);
    assert.deepEqual(kinds(passport([passport([])])), ['type']);
  });
});

describe('credentials of the public validator', { skip: sharedFolder() === null && 'CADRE_SHARED is not set' }, () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(sharedFolder() ?? '', 'data', 'ob3', name), 'utf8'));

  test('the one that has expired is refused as expired', () => {
    assert.ok(kinds(read('simple-err-expired.json')).includes('expired'));
  });

  test('those whose proofs need contexts to be expanded are refused for their suite, and never taken for good', () => {
    for (const name of ['simple-did-key-method.json', 'simple-err-proof-value.json']) {
      assert.deepEqual(kinds(read(name)), ['proof-suite']);
    }
  });
});

function sharedFolder(): string | null {
  return process.env['CADRE_SHARED'] ?? null;
}
