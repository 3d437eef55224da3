// Holds badges of other issuers, over canonical RDF and as signed tokens, to be verified offline or refused by name.
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { bundledContext } from './bundled-contexts.ts';
import { canonicalRdf } from './rdf-canon.ts';
import type { RefusalKind } from './refusal.ts';
import { didOf } from './signing-key.ts';
import { verifyBadge } from './verify-credential.ts';

const NOW = '2026-11-22T00:00:00Z';
const verdict = (input: unknown, over: object = {}) =>
  verifyBadge(input, { at: NOW, statusList: null, trusted: null, ...over });
const kinds = async (input: unknown, over: object = {}): Promise<readonly RefusalKind[]> =>
  (await verdict(input, over)).refusals.map(({ kind }) => kind);

const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const badge = {
  '@context': ['https://www.w3.org/ns/credentials/v2', OB],
  id: 'https://academy.example/badges/1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://academy.example', type: ['Profile'], name: 'Academy' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'urn:uuid:7a1c0a53-2b3c-4e0a-9a7c-1f0a2b3c4d5e', type: ['AchievementSubject'] },
};

const shared = process.env['CADRE_SHARED'] ?? null;

describe('credentials of the public validator', { skip: shared === null && 'CADRE_SHARED is not set' }, () => {
  const read = (name: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(shared ?? '', 'data', 'ob3', name), 'utf8'));
  const KEYS = {
    'endorsement-valid.json': 'did:key:z6MkoMGF38Ck9xkdqrbZt4h9eHb1qc3GhAAkoSWa4Vy3SHRN',
    'simple-did-key-method.json': 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
  };

  test('those that are valid are verified offline, and say what cannot be known without a network', async () => {
    for (const [name, key] of Object.entries(KEYS)) {
      const { refusals, notes } = await verdict(read(name));
      assert.deepEqual(refusals, [], name);
      assert.equal(notes.length, 1, name);
      assert.ok(notes[0]?.includes(key), notes[0]);
      assert.deepEqual(await verdict(read(name), { trusted: [key] }), { refusals: [], notes: [] }, name);
      assert.deepEqual(await kinds(read(name), { trusted: ['did:key:another'] }), ['untrusted-issuer'], name);
    }
  });

  test('the name of an issuer alone is no reason to believe a key that it may not have', async () => {
    const trusted = ['https://state.gov/issuers/565049'];
    assert.deepEqual(await kinds(read('endorsement-valid.json'), { trusted }), ['untrusted-issuer']);
  });

  test('the one that has expired is refused as expired and for nothing else', async () => {
    assert.deepEqual(await kinds(read('simple-err-expired.json')), ['expired']);
  });

  test('the one whose proof is of another text is refused for its proof and for nothing else', async () => {
    assert.deepEqual(await kinds(read('simple-err-proof-value.json')), ['proof-value']);
  });

  test('are refused for their proof when any one field of theirs is another, is gone or is added', async () => {
    for (const name of Object.keys(KEYS)) {
      const whole = read(name);
      for (const field of ['id', 'name', 'validFrom', 'credentialSubject', 'issuer', 'type']) {
        const { [field]: _, ...without } = whole;
        const other = {
          ...whole,
          [field]: field === 'validFrom' ? '2011-01-01T00:00:00Z' : `${String(whole[field])}x`,
        };
        assert.ok((await kinds(other)).length > 0, `${name} ${field} changed`);
        assert.ok((await kinds(without)).length > 0, `${name} ${field} gone`);
      }
      assert.deepEqual(await kinds({ ...whole, unheardOf: 1 }), ['proof-value']);
      assert.deepEqual(await kinds({ ...whole, description: 'More than was signed.' }), ['proof-value']);
    }
  });

  test('cannot hide in their graph what they do not show', async () => {
    const whole = read('endorsement-valid.json');
    const { validUntil, ...open } = whole;
    const hidden = { ...open, '@included': [{ id: whole['id'], validUntil }] };
    assert.deepEqual(await kinds(hidden), ['form']);
    // Under a name that no context knows it is in no graph, and so in none that was signed.
    const unknown = { ...open, credentialSubject: { ...subjectOf(whole), about: { id: whole['id'], validUntil } } };
    assert.deepEqual(await kinds(unknown), ['proof-value']);
    const nested = { ...open, evidence: { id: whole['id'], type: ['VerifiableCredential'], validUntil } };
    assert.deepEqual(await kinds(nested), ['form']);
    const inline = {
      ...whole,
      '@context': [...contextsOf(whole), { until: 'https://www.w3.org/2018/credentials#validUntil' }],
    };
    assert.deepEqual(await kinds(inline), ['context']);
  });

  test('the contexts that are bundled are those that were published, to the letter', () => {
    const files = {
      'https://www.w3.org/ns/credentials/v2': 'ctx-credentials-v2.jsonld',
      [OB]: 'ctx-ob-v3p0-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': 'ctx-ob-v3p0-extensions.json',
    };
    for (const [address, file] of Object.entries(files)) assert.deepEqual(bundledContext(address), read(file));
  });

  function subjectOf(whole: Record<string, unknown>): object {
    const subject = whole['credentialSubject'];
    assert.ok(typeof subject === 'object' && subject !== null);
    return subject;
  }

  function contextsOf(whole: Record<string, unknown>): readonly unknown[] {
    const contexts: unknown = whole['@context'];
    assert.ok(Array.isArray(contexts));
    return contexts;
  }
});

describe('the canonical RDF of a document', () => {
  test('is one text in whatever order its fields stand', async () => {
    const turned = Object.fromEntries(Object.entries(badge).toReversed());
    const text = await canonicalRdf(badge);
    assert.ok(text !== null && text.includes('OpenBadgeCredential'));
    assert.equal(await canonicalRdf(turned), text);
  });

  test('is refused where a context is not bundled, a term is not known, or the graph is made to be costly', async () => {
    assert.equal(await canonicalRdf({ ...badge, '@context': [...badge['@context'], 'https://far.example/v1'] }), null);
    assert.equal(await canonicalRdf({ ...badge, unheardOf: 'x' }), null);
    const knots = Array.from({ length: 12 }, (_, one) => ({
      '@id': `_:k${one}`,
      'urn:to': Array.from({ length: 12 }, (__, other) => ({ '@id': `_:k${other}` })),
    }));
    assert.equal(await canonicalRdf({ '@graph': knots }), null);
    assert.equal(await canonicalRdf({ ...badge, name: 'x'.repeat(300_000) }), null);
  });
});

describe('a badge as a signed token', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const edward = generateKeyPairSync('ed25519');
  const did = didOf(Buffer.from(edward.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (header: object, claims: object, key: KeyObject, hash: string | null = 'sha256') => {
    const text = `${part(header)}.${part(claims)}`;
    const signature = sign(hash, Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
    return `${text}.${signature.toString('base64url')}`;
  };
  const jwk = (key: KeyObject) => key.export({ format: 'jwk' });
  const claims = { iss: badge.issuer.id, jti: badge.id, nbf: 1_767_225_600, sub: badge.credentialSubject.id };
  const rs256 = { alg: 'RS256', typ: 'JWT', jwk: jwk(rsa.publicKey) };
  const own = { ...badge, issuer: { ...badge.issuer, id: did } };

  test('is verified by the key that its header spells out, and says that the key may be anybody’s', async () => {
    const found = await verdict(token(rs256, { ...badge, ...claims }, rsa.privateKey));
    assert.deepEqual(found.refusals, []);
    const name = /urn:ietf:params:oauth:jwk-thumbprint:sha-256:[\w-]{43}/.exec(found.notes[0] ?? '')?.[0];
    assert.ok(name !== undefined, found.notes[0]);
    const trusted = await verdict(token(rs256, badge, rsa.privateKey), { trusted: [name] });
    assert.deepEqual(trusted, { refusals: [], notes: [] });
    const es256 = { alg: 'ES256', jwk: jwk(curve.publicKey) };
    assert.deepEqual(await kinds(token(es256, badge, curve.privateKey)), []);
  });

  test('of an issuer that is its own key needs no note', async () => {
    const signed = token({ alg: 'EdDSA', kid: `${did}#${did.slice(8)}` }, own, edward.privateKey, null);
    assert.deepEqual(await verdict(signed), { refusals: [], notes: [] });
    assert.deepEqual(await verdict(signed, { trusted: [did] }), { refusals: [], notes: [] });
  });

  test('is refused by one name for each thing that may be wrong with it', async () => {
    const sound = token(rs256, badge, rsa.privateKey);
    const [head = '', , mark = ''] = sound.split('.');
    const cases: readonly (readonly [RefusalKind, string])[] = [
      ['form', 'eyJhbGciOiJSUzI1NiJ9.nonsense'],
      ['form', `${head}.${Buffer.from('{').toString('base64url')}.${mark}`],
      ['proof-value', `${head}.${part({ ...badge, name: 'Another' })}.${mark}`],
      ['proof-suite', `${part({ alg: 'none' })}.${part(badge)}.`],
      ['proof-suite', token({ ...rs256, alg: 'HS256' }, badge, rsa.privateKey)],
      ['proof-suite', token({ ...rs256, crit: ['b64'], b64: false }, badge, rsa.privateKey)],
      ['proof-method', token({ alg: 'RS256', kid: 'https://academy.example/keys/1' }, badge, rsa.privateKey)],
      ['proof-method', token({ alg: 'RS256', jwk: jwk(small.publicKey) }, badge, small.privateKey)],
      ['proof-method', token({ alg: 'ES256', jwk: jwk(rsa.publicKey) }, badge, curve.privateKey)],
      ['claims', token(rs256, { ...badge, iss: 'https://another.example' }, rsa.privateKey)],
      ['claims', token(rs256, { ...badge, exp: 1 }, rsa.privateKey)],
      ['issuer', token(rs256, own, rsa.privateKey)],
      ['context', token(rs256, { iss: badge.issuer.id, vc: badge }, rsa.privateKey)],
      ['expired', token(rs256, { ...badge, validUntil: '2026-02-01T00:00:00Z' }, rsa.privateKey)],
      ['type', token(rs256, { ...badge, type: ['VerifiableCredential'] }, rsa.privateKey)],
    ];
    for (const [kind, input] of cases) {
      const found = await kinds(input);
      assert.ok(found.includes(kind), `${kind}: ${found.join()}`);
    }
  });
});
