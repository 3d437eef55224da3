// Holds that nobody can pass for an issuer whose key they do not have, however a badge names its keys.
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, test } from 'node:test';
import { withProof } from './data-integrity.ts';
import { didOf, methodOf } from './signing-key.ts';
import { verifyBadge } from './verify-credential.ts';

const edward = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const jwk = publicKey.export({ format: 'jwk' });
  const encoded = Buffer.from(JSON.stringify(jwk)).toString('base64url');
  return { privateKey, jwk, did: didOf(Buffer.from(jwk.x ?? '', 'base64url')), didJwk: `did:jwk:${encoded}` };
};
const victim = edward();
const forger = edward();
const multikey = (did: string) => did.slice('did:key:'.length);

const badgeOf = (issuer: string) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:8c1c0a53-2b3c-4e0a-9a7c-1f0a2b3c4d5e',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Academy' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'urn:uuid:7a1c0a53-2b3c-4e0a-9a7c-1f0a2b3c4d5e', type: ['AchievementSubject'] },
});

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function token(header: object, issuer: string, key: KeyObject): string {
  const text = `${part({ alg: 'EdDSA', ...header })}.${part(badgeOf(issuer))}`;
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}
const proven = (issuer: string, method: string, key: KeyObject) =>
  withProof(badgeOf(issuer), key, { method, created: '2026-01-01T00:00:00Z' });

const verdict = (input: unknown, trusted: readonly string[] | null) =>
  verifyBadge(input, { at: '2026-11-22T00:00:00Z', statusList: null, trusted });

async function isRefused(input: unknown, issuer: string): Promise<void> {
  for (const trusted of [[issuer], null]) {
    const { refusals } = await verdict(input, trusted);
    const kinds = refusals.map(({ kind }) => kind);
    assert.ok(
      kinds.some((kind) => kind === 'issuer' || kind === 'proof-method'),
      `${trusted === null ? 'anybody' : 'the issuer alone'} believed: ${kinds.join()}`,
    );
  }
}

describe('a token that names one key and is signed with another', () => {
  test('is refused whether its header spells out the key beside the name, or in its fragment', async () => {
    for (const issuer of [victim.did, victim.didJwk]) {
      const headers: readonly object[] = [
        { jwk: forger.jwk, kid: issuer },
        { jwk: forger.jwk, kid: `${issuer}#0` },
        { jwk: forger.jwk, kid: methodOf(victim.did) },
        { jwk: forger.jwk },
        { jwk: forger.jwk, kid: forger.didJwk },
        { kid: `${issuer}#${multikey(forger.did)}` },
        { kid: forger.didJwk },
        { kid: methodOf(forger.did) },
        { kid: `${issuer}#did:key:${multikey(forger.did)}` },
      ];
      for (const header of headers) await isRefused(token(header, issuer, forger.privateKey), issuer);
    }
  });

  test('is refused where the issuer’s own name goes on to spell out another key', async () => {
    for (const name of [`${victim.did}#${multikey(forger.did)}`, `${victim.didJwk}#${multikey(forger.did)}`])
      await isRefused(token({ jwk: forger.jwk }, name, forger.privateKey), name);
  });

  test('is verified where name and key are the issuer’s, in whichever way the header spells them', async () => {
    for (const issuer of [victim.did, victim.didJwk]) {
      const headers: readonly object[] = [
        { jwk: victim.jwk },
        { jwk: victim.jwk, kid: issuer },
        { jwk: victim.jwk, kid: 'any name' },
        { kid: `${victim.didJwk}#0` },
        { kid: methodOf(victim.did) },
      ];
      for (const header of headers) {
        const found = await verdict(token(header, issuer, victim.privateKey), [issuer]);
        assert.deepEqual(found, { refusals: [], notes: [] }, JSON.stringify(header));
      }
    }
  });
});

describe('a proof that names one key and is signed with another', () => {
  test('is refused whichever name of the issuer its method begins with', async () => {
    for (const issuer of [victim.did, victim.didJwk]) {
      const methods = [
        `${issuer}#${multikey(forger.did)}`,
        `${issuer}#did:key:${multikey(forger.did)}`,
        `${issuer}#0#${multikey(forger.did)}`,
        methodOf(forger.did),
        `${forger.didJwk}#0`,
        `did:web:academy.example#${multikey(forger.did)}`,
      ];
      for (const method of methods) await isRefused(proven(issuer, method, forger.privateKey), issuer);
    }
  });

  test('is verified where the method spells out the issuer’s key', async () => {
    for (const issuer of [victim.did, victim.didJwk])
      for (const method of [methodOf(victim.did), `${victim.didJwk}#0`, `${victim.didJwk}#${multikey(victim.did)}`]) {
        const found = await verdict(proven(issuer, method, victim.privateKey), [issuer]);
        assert.deepEqual(found, { refusals: [], notes: [] }, method);
      }
  });
});

describe('the name of an algorithm', () => {
  test('is believed only of a key of its own type, and never where it asks for no key or a shared one', async () => {
    const refusedFor = async (header: object) =>
      (await verdict(token(header, victim.did, forger.privateKey), null)).refusals.map(({ kind }) => kind);
    for (const alg of ['none', 'None', '', null, 'HS256', 'HS512', 'EdDSA ', 'eddsa', ['EdDSA']])
      assert.deepEqual(await refusedFor({ alg, jwk: victim.jwk }), ['proof-suite'], JSON.stringify(alg));
    assert.deepEqual(await refusedFor({ crit: [], jwk: victim.jwk }), ['proof-suite']);
    for (const alg of ['RS256', 'ES256']) {
      assert.deepEqual(await refusedFor({ alg, jwk: victim.jwk }), ['proof-method'], alg);
      assert.deepEqual(await refusedFor({ alg, kid: victim.didJwk }), ['proof-method'], alg);
    }
    const shared = { kty: 'oct', k: victim.jwk.x };
    assert.deepEqual(await refusedFor({ jwk: shared }), ['proof-method']);
  });
});
