// The seal of a credential: who signed it with which key, whether the signature is that of its text, and its dates.
import { createHash, type KeyObject } from 'node:crypto';
import { canonicalJson } from '#kernel';
import { algorithmOf, isSignatureOf, tokenKey, type BadgeToken } from './badge-token.ts';
import { isProofOf, PROOF_SUITES } from './data-integrity.ts';
import type { JsonObject } from './json-object.ts';
import { hasPlainNames, readsAsItsGraph } from './plain-reading.ts';
import { strangeContexts } from './rdf-canon.ts';
import type { ReadCredential } from './read-credential.ts';
import { refusal, type Refusal, type Verdict } from './refusal.ts';
import { didOf } from './signing-key.ts';
import { isItsOwnKey, spelledKey } from './spelled-key.ts';

export type Seal = Verdict & {
  /** Null where none could be read. */
  readonly signer: KeyObject | null;
};

export type SealTerms = { readonly at: string; readonly trusted: readonly string[] | null };

/** Dates, issuer and proof, alike for a badge and for a list. */
export async function checkSeal(read: ReadCredential, { at, trusted }: SealTerms): Promise<Seal> {
  const { issuer, validFrom, validUntil, proof: proofs = [] } = read.parsed;
  const now = Date.parse(at);
  const dates = [
    ...(Date.parse(validFrom) > now ? [refusal('not-yet-valid', `it holds from ${validFrom} on`)] : []),
    ...(validUntil !== undefined && Date.parse(validUntil) <= now
      ? [refusal('expired', `it held until ${validUntil}`)]
      : []),
    ...proofs.flatMap(({ expires }) =>
      expires !== undefined && Date.parse(expires) <= now
        ? [refusal('expired', `its proof held until ${expires}`)]
        : [],
    ),
  ];
  const proof = read.token === null ? await checkProof(read) : checkToken(read, read.token);
  if (proof.key === null) return { refusals: [...dates, ...proof.refusals], notes: [], signer: null };
  const { key, controller } = proof;
  const bond = bondOf(issuer.id, controller, key);
  const name = keyName(key);
  const isBelieved = trusted === null || trusted.includes(name) || (bond === 'own' && trusted.includes(issuer.id));
  return {
    refusals: [
      ...dates,
      ...(isBelieved ? [] : [refusal('untrusted-issuer', untrusted(issuer.id, name, bond))]),
      ...(bond === 'another'
        ? [refusal('issuer', `it was signed by ${controller ?? name} and says that ${issuer.id} issued it`)]
        : []),
      ...proof.refusals,
    ],
    notes: bond === 'unknown' && (trusted === null || !isBelieved) ? [unknownBond(issuer.id, name)] : [],
    signer: key,
  };
}

type Signed = { readonly key: KeyObject; readonly controller: string | null; readonly refusals: readonly Refusal[] };
type Unsigned = { readonly key: null; readonly refusals: readonly Refusal[] };

async function checkProof({ parsed, document }: ReadCredential): Promise<Signed | Unsigned> {
  const [first, ...others] = parsed.proof ?? [];
  if (first === undefined) return refused('no-proof', 'nobody has signed it');
  if (others.length > 0) return refused('form', 'it has several proofs; one is read');
  const { type, cryptosuite, proofPurpose, verificationMethod } = first;
  const suite = type === 'DataIntegrityProof' ? PROOF_SUITES.find((each) => each === cryptosuite) : undefined;
  if (suite === undefined) {
    const known = PROOF_SUITES.join(' and ');
    return refused('proof-suite', `its proof is of suite ${String(cryptosuite ?? type)}; verified here are ${known}`);
  }
  if (proofPurpose !== 'assertionMethod') {
    return refused('proof-purpose', `its proof was made for ${String(proofPurpose)} and not for assertionMethod`);
  }
  const method = typeof verificationMethod === 'string' ? verificationMethod : '';
  const key = spelledKey(method);
  const [controller = ''] = method.split('#');
  if (key?.asymmetricKeyType !== 'ed25519') {
    return refused('proof-method', `'${method}' spells out no Ed25519 key; no other is known offline`);
  }
  const { proof: _, ...unsigned } = document;
  if (suite === 'eddsa-rdfc-2022') {
    const strange = strangeContexts(document);
    if (strange.length > 0) {
      return refused('context', `context ${strange.join(', ')} is not bundled, so its terms cannot be known offline`);
    }
    const [fields, how] = [unsigned, first].map(({ '@context': __, ...named }: JsonObject) => named);
    if (!hasPlainNames({ fields, how }) || !(await readsAsItsGraph(unsigned, parsed))) {
      return refused('form', 'its graph says more than its fields show, or says it otherwise');
    }
  }
  const holds = await isProofOf(unsigned, first, { key, suite });
  return { key, controller, refusals: holds ? [] : [refusal('proof-value', 'its proof is not that of this text')] };
}

function checkToken({ parsed }: ReadCredential, token: BadgeToken): Signed | Unsigned {
  const algorithm = algorithmOf(token);
  if (algorithm === null) {
    return refused(
      'proof-suite',
      `its token is signed by ${String(token.header['alg'])}; verified here are RS256, ES256 and EdDSA`,
    );
  }
  const found = tokenKey(token, algorithm);
  if (found === null) {
    return refused('proof-method', `its header spells out no ${algorithm} key; none is fetched`);
  }
  const { key, name } = found;
  const holds = isSignatureOf(token, algorithm, key);
  const controller = name.startsWith('did:') ? (name.split('#')[0] ?? null) : null;
  return {
    key,
    controller,
    refusals: [
      ...(holds ? [] : [refusal('proof-value', 'its signature is not that of this text')]),
      ...claimRefusals(parsed, token),
    ],
  };
}

/** What a token says twice must be the same. @source Open Badges 3.0, section 8.2.4 */
function claimRefusals(
  { id, issuer, validFrom, validUntil, credentialSubject }: ReadCredential['parsed'],
  token: BadgeToken,
) {
  const seconds = (instant: string | undefined) =>
    instant === undefined ? undefined : Math.floor(Date.parse(instant) / 1000);
  const said: Readonly<Record<string, unknown>> = {
    iss: issuer.id,
    jti: id,
    sub: credentialSubject['id'],
    nbf: seconds(validFrom),
    exp: seconds(validUntil),
  };
  return Object.entries(said)
    .filter(([claim, value]) => token.claims[claim] !== undefined && token.claims[claim] !== value)
    .map(([claim]) => refusal('claims', `its token says '${claim}' otherwise than the badge in it`));
}

/** Whether the issuer's id is the key's own name, may be its name, or is certainly another's. */
type Bond = 'own' | 'unknown' | 'another';

function bondOf(issuer: string, controller: string | null, key: KeyObject): Bond {
  // The name of a key is that key's alone, whatever else signs under it; and it has no part after a '#'.
  if (isItsOwnKey(issuer)) return !issuer.includes('#') && spelledKey(issuer)?.equals(key) === true ? 'own' : 'another';
  // A urn: has no document that could name keys; a key in a token's header has no name of its own.
  return controller === issuer || controller === null || issuer.startsWith('urn:') ? 'unknown' : 'another';
}

/** What a key is called here, so that it can be believed: a did:key, or the thumbprint of RFC 9278. */
function keyName(key: KeyObject): string {
  const { kty = '', crv, n, e, x = '', y } = key.export({ format: 'jwk' });
  if (crv === 'Ed25519') return didOf(Buffer.from(x, 'base64url'));
  const members = kty === 'RSA' ? { e, kty, n } : { crv, kty, x, y };
  const print = createHash('sha256').update(canonicalJson(members)).digest('base64url');
  return `urn:ietf:params:oauth:jwk-thumbprint:sha-256:${print}`;
}

function untrusted(issuer: string, name: string, bond: Bond): string {
  if (bond === 'own') return `issuer ${issuer} is not one of those that are believed`;
  return `it was signed with ${name}, which is not one of those that are believed; that ${issuer} signed with it cannot be known offline`;
}

function unknownBond(issuer: string, name: string): string {
  return `It was signed with ${name}. Whether that key is that of ${issuer} cannot be known without a network: believe the key itself once you know it.`;
}

function refused(kind: Refusal['kind'], message: string): Unsigned {
  return { key: null, refusals: [refusal(kind, message)] };
}
