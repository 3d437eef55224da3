// Proofs of the suite eddsa-jcs-2022: Ed25519 over canonical JSON, so that no context has to be fetched or expanded.
import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '#kernel';
import { base58Bytes, base58Text } from './signing-key.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export type ProofTerms = { readonly method: string; readonly created: string };

/** The document with its proof.
 *  @source W3C Data Integrity EdDSA Cryptosuites v1.0, section 3.3 */
export function withProof(document: JsonObject, key: KeyObject, { method, created }: ProofTerms): JsonObject {
  const options = {
    '@context': document['@context'],
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created,
    verificationMethod: method,
    proofPurpose: 'assertionMethod',
  };
  const signature = sign(null, signedBytes(document, options), key);
  return { ...document, proof: { ...options, proofValue: `z${base58Text(signature)}` } };
}

/** Whether a proof of this suite is that of the document.
 *  @param document without its proof @param proof with its value */
export function isProofOf(document: JsonObject, proof: JsonObject, key: KeyObject): boolean {
  const { proofValue, ...options } = proof;
  const text = typeof proofValue === 'string' && proofValue.startsWith('z') ? proofValue.slice(1) : '';
  const signature = base58Bytes(text);
  if (signature === null || signature.length !== 64) return false;
  try {
    return verify(null, signedBytes(document, options), key, signature);
  } catch {
    // A stranger's text may be nested too deep, or hold half a character: canonical JSON has no word for it.
    return false;
  }
}

/** Hash of the proof's options and then of the document. */
function signedBytes(document: JsonObject, options: JsonObject): Buffer {
  return Buffer.concat([options, document].map((each) => createHash('sha256').update(canonicalJson(each)).digest()));
}
