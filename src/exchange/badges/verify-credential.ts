// Verifies a badge offline: its form, its dates, its issuer, its proof, and whether it has been taken back.
import { holdList, type HeldList, type Issued } from './held-list.ts';
import { readCredential, type Credential } from './read-credential.ts';
import { refusal, type Refusal, type Verdict } from './refusal.ts';
import { checkSeal, type SealTerms } from './seal.ts';

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
export function verifyBadge(input: unknown, { at, statusList, trusted }: Verification): Promise<Verdict> {
  const terms = { at, trusted };
  return verifyWith(input, { ...terms, list: holdList(statusList, terms) });
}

type Terms = SealTerms & { readonly list: HeldList };

async function verifyWith(input: unknown, terms: Terms): Promise<Verdict> {
  const read = readCredential(input);
  if ('refusals' in read) return { ...read, notes: [] };
  const { parsed } = read;
  const isBadge = BADGE_TYPES.some((type) => parsed.type.includes(type));
  const seal = await checkSeal(read, terms);
  const parts = await partVerdicts(parsed, terms);
  return {
    refusals: [
      ...(isBadge ? [] : [refusal('type', `type ${parsed.type.join(', ')} is no badge and no passport of badges`)]),
      ...seal.refusals,
      ...(await statusRefusals(parsed, { issuer: parsed.issuer.id, signer: seal.signer }, terms.list)),
      ...parts.flatMap(({ refusals }) => refusals),
    ],
    notes: [...seal.notes, ...parts.flatMap(({ notes }) => notes)],
  };
}

/** A passport is as good as the badges in it. */
async function partVerdicts({ type, credentialSubject }: Credential, terms: Terms): Promise<readonly Verdict[]> {
  const parts = credentialSubject['verifiableCredential'];
  if (!type.includes('ClrCredential') || !Array.isArray(parts)) return [];
  const verdicts: Verdict[] = [];
  for (const [index, part] of parts.entries()) {
    const { refusals, notes } = await partVerdict(part, credentialSubject['id'], terms);
    const where = `badge ${index + 1} in it`;
    verdicts.push({
      refusals: refusals.map(({ kind, message }) => refusal(kind, `${where}: ${message}`)),
      notes: notes.map((note) => `Of ${where}: ${note}`),
    });
  }
  return verdicts;
}

async function partVerdict(part: unknown, passportHolder: unknown, terms: Terms): Promise<Verdict> {
  const read = readCredential(part);
  if ('parsed' in read && read.parsed.type.includes('ClrCredential')) {
    return { refusals: [refusal('type', 'a passport holds badges and no passport')], notes: [] };
  }
  const holder = 'parsed' in read ? read.parsed.credentialSubject['id'] : passportHolder;
  const verdict = await verifyWith(part, terms);
  if (holder === passportHolder) return verdict;
  return { ...verdict, refusals: [...verdict.refusals, refusal('holder', 'it was given to somebody else')] };
}

async function statusRefusals(
  { credentialStatus }: Credential,
  issued: Issued,
  list: HeldList,
): Promise<readonly Refusal[]> {
  const found: Refusal[] = [];
  for (const entry of credentialStatus ?? []) {
    const refused = await list.refusalOf(entry, issued);
    if (refused !== null) found.push(refused);
  }
  return found;
}
