// Proofs of Ed25519 over a document and how it was signed: over canonical JSON, or over the canonical RDF it stands for.
import { createHash, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '#kernel';
import type { JsonObject } from './json-object.ts';
import { canonicalRdf } from './rdf-canon.ts';
import { base58Bytes, base58Text } from './signing-key.ts';

export type ProofTerms = { readonly method: string; readonly created: string };

/** Suites that are verified; what is issued here is of the first, for which no context has to be expanded. */
export const PROOF_SUITES = ['eddsa-jcs-2022', 'eddsa-rdfc-2022'] as const;
export type ProofSuite = (typeof PROOF_SUITES)[number];

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
  const signature = sign(null, hashesOf([options, document].map(canonicalJson)), key);
  return { ...document, proof: { ...options, proofValue: `z${base58Text(signature)}` } };
}

/** Whether a proof of a suite is that of the document.
 *  @param document without its proof @param proof with its value */
export async function isProofOf(
  document: JsonObject,
  proof: JsonObject,
  { key, suite }: { readonly key: KeyObject; readonly suite: ProofSuite },
): Promise<boolean> {
  const { proofValue, ...options } = proof;
  const text = typeof proofValue === 'string' && proofValue.startsWith('z') ? proofValue.slice(1) : '';
  const signature = base58Bytes(text);
  if (signature === null || signature.length !== 64) return false;
  const texts = suite === 'eddsa-jcs-2022' ? jsonTexts(document, options) : await rdfTexts(document, options);
  return texts !== null && verify(null, hashesOf(texts), key, signature);
}

function jsonTexts(document: JsonObject, options: JsonObject): readonly string[] | null {
  try {
    return [options, document].map(canonicalJson);
  } catch {
    // A stranger's text may be nested too deep, or hold half a character: canonical JSON has no word for it.
    return null;
  }
}

/** @source W3C Data Integrity EdDSA Cryptosuites v1.0, section 3.2 */
async function rdfTexts(document: JsonObject, options: JsonObject): Promise<readonly string[] | null> {
  const how = await canonicalRdf({ ...options, '@context': document['@context'] });
  const what = await canonicalRdf(document);
  return how === null || what === null ? null : [how, what];
}

/** Hash of the proof's options and then of the document. */
function hashesOf(texts: readonly string[]): Buffer {
  return Buffer.concat(texts.map((text) => createHash('sha256').update(text).digest()));
}
