// Holds that an installation without a package says so, and never calls a stranger's sound badge forged.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { canonicalRdf } from './rdf-canon.ts';
import { verifyBadge } from './verify-credential.ts';

const require = createRequire(import.meta.url);
// What is asked for is as missing as if it had never been installed.
Object.defineProperty(require.cache, require.resolve('jsonld'), {
  value: {
    loaded: true,
    get exports() {
      throw new Error("Cannot find module 'jsonld'");
    },
  },
});

test('a badge over RDF is not judged where the package that reads its graph is missing', async () => {
  const badge = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:uuid:1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: 'https://academy.example',
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'urn:uuid:2' },
  };
  await assert.rejects(canonicalRdf(badge), /Cannot find module 'jsonld'/);
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
    verificationMethod: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
    proofValue: 'z5v2mkEWTLxzJ4VCxvUx5dRoy54Hp81GpyABUk7NswQECwDH6Ecwv5F3Mqso7t18UY6WScm5Qszo6nqiiqmevRWHc',
  };
  const terms = { at: '2026-11-22T00:00:00Z', statusList: null, trusted: null };
  await assert.rejects(verifyBadge({ ...badge, proof }, terms), /Cannot find module 'jsonld'/);
});
