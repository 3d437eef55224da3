// Verifies a badge offline: its form, its dates, its issuer, its proof, and whether it has been taken back.
import type { KeyObject } from 'node:crypto';
import { readCredential, type Credential } from './read-credential.ts';
import { refusal, type Refusal, type Verdict } from './refusal.ts';
import { checkSeal } from './seal.ts';
import { isRevokedIn, reasonIn } from './status-list.ts';

/** What a badge is verified against; nothing is fetched. */
export type Verification = {
  /** When it is to hold, ISO 8601. */
  readonly at: string;
  /** The list that its issuer publishes; null where none is at hand. */
  readonly statusList: unknown;
  /** Names of issuers or keys that are believed; null where any is, as long as the proof is its own. */
  readonly trusted: readonly string[] | null;
};

const BADGE_TYPES = ['OpenBadgeCredential', 'AchievementCredential', 'EndorsementCredential', 'ClrCredential'];

/** @param input a JSON document, or the text of a token @returns every reason to refuse it; none for one that holds */
export async function verifyBadge(input: unknown, verification: Verification): Promise<Verdict> {
  const read = readCredential(input);
  if ('refusals' in read) return { ...read, notes: [] };
  const { parsed } = read;
  const isBadge = BADGE_TYPES.some((type) => parsed.type.includes(type));
  const seal = await checkSeal(read, verification);
  const parts = await partVerdicts(parsed, verification);
  return {
    refusals: [
      ...(isBadge ? [] : [refusal('type', `type ${parsed.type.join(', ')} is no badge and no passport of badges`)]),
      ...seal.refusals,
      ...(await statusRefusals(parsed, seal.signer, verification)),
      ...parts.flatMap(({ refusals }) => refusals),
    ],
    notes: [...seal.notes, ...parts.flatMap(({ notes }) => notes)],
  };
}

/** A passport is as good as the badges in it. */
async function partVerdicts(
  { type, credentialSubject }: Credential,
  verification: Verification,
): Promise<readonly Verdict[]> {
  const parts = credentialSubject['verifiableCredential'];
  if (!type.includes('ClrCredential') || !Array.isArray(parts)) return [];
  const verdicts: Verdict[] = [];
  for (const [index, part] of parts.entries()) {
    const { refusals, notes } = await partVerdict(part, credentialSubject['id'], verification);
    const where = `badge ${index + 1} in it`;
    verdicts.push({
      refusals: refusals.map(({ kind, message }) => refusal(kind, `${where}: ${message}`)),
      notes: notes.map((note) => `Of ${where}: ${note}`),
    });
  }
  return verdicts;
}

async function partVerdict(part: unknown, passportHolder: unknown, verification: Verification): Promise<Verdict> {
  const read = readCredential(part);
  if ('parsed' in read && read.parsed.type.includes('ClrCredential')) {
    return { refusals: [refusal('type', 'a passport holds badges and no passport')], notes: [] };
  }
  const holder = 'parsed' in read ? read.parsed.credentialSubject['id'] : passportHolder;
  const verdict = await verifyBadge(part, verification);
  if (holder === passportHolder) return verdict;
  return { ...verdict, refusals: [...verdict.refusals, refusal('holder', 'it was given to somebody else')] };
}

async function statusRefusals(
  { credentialStatus, issuer }: Credential,
  signer: KeyObject | null,
  verification: Verification,
): Promise<readonly Refusal[]> {
  const found: Refusal[] = [];
  for (const entry of credentialStatus ?? []) {
    const refused = await entryRefusal(entry, { issuer: issuer.id, signer }, verification);
    if (refused !== null) found.push(refused);
  }
  return found;
}

type Issued = { readonly issuer: string; readonly signer: KeyObject | null };

async function entryRefusal(
  { type, statusPurpose, statusListIndex, statusListCredential }: Readonly<Record<string, unknown>>,
  { issuer, signer }: Issued,
  verification: Verification,
): Promise<Refusal | null> {
  if (type !== 'BitstringStatusListEntry' || statusPurpose !== 'revocation') {
    return refusal('status-unknown', `whether it still holds is said by a ${String(type)}, which is not known here`);
  }
  const list = String(statusListCredential);
  if (verification.statusList === null) {
    return refusal('status-unknown', `the list ${list} is not at hand, so it may have been taken back`);
  }
  const read = readCredential(verification.statusList);
  if ('refusals' in read) return refusal('status-list', 'the list at hand is no status list');
  const { parsed } = read;
  const seal = await checkSeal(read, verification);
  const [broken] = seal.refusals;
  if (broken !== undefined) return refusal('status-list', `the list at hand: ${broken.message}`);
  const { statusPurpose: purpose, encodedList } = parsed.credentialSubject;
  const isRight = parsed.type.includes('BitstringStatusListCredential') && purpose === 'revocation';
  const isOwn = parsed.issuer.id === issuer && (signer === null || seal.signer?.equals(signer) === true);
  if (!isRight || parsed.id !== list || !isOwn) {
    return refusal('status-list', `the list at hand is not ${list} of ${issuer}`);
  }
  const isRevoked = isRevokedIn(String(encodedList), Number(statusListIndex));
  if (isRevoked === null) return refusal('status-list', `the list at hand has no place ${String(statusListIndex)}`);
  if (!isRevoked) return null;
  const reason = reasonIn(parsed.credentialSubject, Number(statusListIndex));
  return refusal('revoked', `its issuer has taken it back${reason === null ? '' : `: ${reason}`}`);
}
