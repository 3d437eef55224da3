// Verifies a badge offline: its form, its dates, its issuer, its proof, and whether it has been taken back.
import { z } from 'zod';
import { isProofOf, type JsonObject } from './data-integrity.ts';
import { publicKeyOf } from './signing-key.ts';
import { isRevokedIn } from './status-list.ts';

/** Why a badge is refused; each kind has one meaning. */
export const REFUSAL_KINDS = [
  'form',
  'context',
  'type',
  'no-proof',
  'proof-purpose',
  'proof-suite',
  'proof-method',
  'proof-value',
  'issuer',
  'untrusted-issuer',
  'not-yet-valid',
  'expired',
  'status-unknown',
  'status-list',
  'revoked',
  'holder',
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];
export type Refusal = { readonly kind: RefusalKind; readonly message: string };

/** What a badge is verified against; nothing is fetched. */
export type Verification = {
  /** When it is to hold, ISO 8601. */
  readonly at: string;
  /** The list that its issuer publishes; null where none is at hand. */
  readonly statusList: unknown;
  /** Ids of issuers that are believed; null where any is, as long as the proof is its own. */
  readonly trusted: readonly string[] | null;
};

const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item.transform((value) => [value]), z.array(item)]);
const instant = z.iso.datetime({ offset: true });

const credential = z.looseObject({
  '@context': z.array(z.unknown()).min(1),
  id: z.string().min(1),
  type: oneOrMany(z.string()),
  issuer: z.union([z.string().transform((id) => ({ id })), z.looseObject({ id: z.string().min(1) })]),
  validFrom: instant,
  validUntil: instant.optional(),
  credentialSubject: z.record(z.string(), z.unknown()),
  credentialStatus: oneOrMany(z.record(z.string(), z.unknown())).optional(),
  proof: oneOrMany(z.record(z.string(), z.unknown())).optional(),
});
type Credential = z.infer<typeof credential>;

/** @param input a JSON document @returns every reason to refuse it; none for one that holds */
export function verifyBadge(input: unknown, verification: Verification): readonly Refusal[] {
  const read = readCredential(input);
  if ('refusals' in read) return read.refusals;
  const { parsed } = read;
  const isBadge = ['OpenBadgeCredential', 'AchievementCredential', 'ClrCredential'].some((type) =>
    parsed.type.includes(type),
  );
  return [
    ...(isBadge ? [] : [refusal('type', `type ${parsed.type.join(', ')} is no badge and no passport of badges`)]),
    ...sealRefusals(read, verification),
    ...statusRefusals(parsed, verification),
    ...partRefusals(parsed, verification),
  ];
}

/** A passport is as good as the badges in it. */
function partRefusals({ type, credentialSubject }: Credential, verification: Verification): readonly Refusal[] {
  const parts = credentialSubject['verifiableCredential'];
  if (!type.includes('ClrCredential') || !Array.isArray(parts)) return [];
  return parts.flatMap((part: unknown, index) => {
    const read = readCredential(part);
    const nested = 'parsed' in read && read.parsed.type.includes('ClrCredential');
    const holder = 'parsed' in read ? read.parsed.credentialSubject['id'] : credentialSubject['id'];
    const refusals = nested
      ? [refusal('type', 'a passport holds badges and no passport')]
      : [
          ...verifyBadge(part, verification),
          ...(holder === credentialSubject['id'] ? [] : [refusal('holder', 'it was given to somebody else')]),
        ];
    return refusals.map(({ kind, message }) => refusal(kind, `badge ${index + 1} in it: ${message}`));
  });
}

type Read = { readonly parsed: Credential; readonly document: JsonObject };

function readCredential(input: unknown): Read | { readonly refusals: readonly Refusal[] } {
  const whole = z.record(z.string(), z.unknown()).safeParse(input);
  if (!whole.success) return { refusals: [refusal('form', 'it is no JSON object')] };
  const contexts = whole.data['@context'];
  if (!Array.isArray(contexts) || contexts[0] !== CREDENTIALS) {
    return { refusals: [refusal('context', `the first context is not ${CREDENTIALS}; older models are not accepted`)] };
  }
  const parsed = credential.safeParse(input);
  if (!parsed.success) {
    return {
      refusals: parsed.error.issues.map(({ path, message }) => refusal('form', `${path.join('.')}: ${message}`)),
    };
  }
  return { parsed: parsed.data, document: whole.data };
}

const CREDENTIALS = 'https://www.w3.org/ns/credentials/v2';

/** Dates, issuer and proof, alike for a badge and for a list. */
function sealRefusals({ parsed, document }: Read, { at, trusted }: Verification): readonly Refusal[] {
  const { issuer, validFrom, validUntil } = parsed;
  const now = Date.parse(at);
  return [
    ...(Date.parse(validFrom) > now ? [refusal('not-yet-valid', `it holds from ${validFrom} on`)] : []),
    ...(validUntil !== undefined && Date.parse(validUntil) <= now
      ? [refusal('expired', `it held until ${validUntil}`)]
      : []),
    ...(trusted !== null && !trusted.includes(issuer.id)
      ? [refusal('untrusted-issuer', `issuer ${issuer.id} is not one of those that are believed`)]
      : []),
    ...proofRefusals(parsed, document),
  ];
}

function proofRefusals({ issuer, proof }: Credential, document: JsonObject): readonly Refusal[] {
  const [first, ...others] = proof ?? [];
  if (first === undefined) return [refusal('no-proof', 'nobody has signed it')];
  if (others.length > 0) return [refusal('form', 'it has several proofs; one is read')];
  const { type, cryptosuite, proofPurpose, verificationMethod } = first;
  if (type !== 'DataIntegrityProof' || cryptosuite !== 'eddsa-jcs-2022') {
    return [
      refusal('proof-suite', `its proof is of suite ${String(cryptosuite ?? type)}; eddsa-jcs-2022 is verified here`),
    ];
  }
  if (proofPurpose !== 'assertionMethod') {
    return [refusal('proof-purpose', `its proof was made for ${String(proofPurpose)} and not for assertionMethod`)];
  }
  const method = typeof verificationMethod === 'string' ? verificationMethod : '';
  const key = publicKeyOf(method);
  if (key === null) return [refusal('proof-method', `no Ed25519 key can be read from '${method}'`)];
  const controller = method.split('#')[0] ?? '';
  if (!controller.startsWith('did:key:') || publicKeyOf(controller)?.equals(key) !== true) {
    return [refusal('proof-method', `'${method}' is no key that names itself; no other is known offline`)];
  }
  if (controller !== issuer.id)
    return [refusal('issuer', `it was signed by ${controller} and says that ${issuer.id} issued it`)];
  const { proof: _, ...unsigned } = document;
  return isProofOf(unsigned, first, key) ? [] : [refusal('proof-value', 'its proof is not that of this text')];
}

function statusRefusals({ credentialStatus, issuer }: Credential, verification: Verification): readonly Refusal[] {
  return (credentialStatus ?? []).flatMap((entry) => {
    const { type, statusPurpose, statusListIndex, statusListCredential } = entry;
    if (type !== 'BitstringStatusListEntry' || statusPurpose !== 'revocation') {
      return [
        refusal('status-unknown', `whether it still holds is said by a ${String(type)}, which is not known here`),
      ];
    }
    if (verification.statusList === null) {
      return [
        refusal(
          'status-unknown',
          `the list ${String(statusListCredential)} is not at hand, so it may have been taken back`,
        ),
      ];
    }
    const read = readCredential(verification.statusList);
    if ('refusals' in read) return [refusal('status-list', 'the list at hand is no status list')];
    const { parsed } = read;
    const seals = sealRefusals(read, verification);
    if (seals.length > 0) return seals.map(({ message }) => refusal('status-list', `the list at hand: ${message}`));
    const { statusPurpose: purpose, encodedList } = parsed.credentialSubject;
    const isRight = parsed.type.includes('BitstringStatusListCredential') && purpose === 'revocation';
    if (!isRight || parsed.id !== statusListCredential || parsed.issuer.id !== issuer.id) {
      return [refusal('status-list', `the list at hand is not ${String(statusListCredential)} of ${issuer.id}`)];
    }
    const isRevoked = isRevokedIn(String(encodedList), Number(statusListIndex));
    if (isRevoked === null) return [refusal('status-list', `the list at hand has no place ${String(statusListIndex)}`)];
    return isRevoked ? [refusal('revoked', 'its issuer has taken it back')] : [];
  });
}

function refusal(kind: RefusalKind, message: string): Refusal {
  return { kind, message };
}
