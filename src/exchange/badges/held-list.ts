// The list at hand of what was taken back: verified when a badge first names it, once, and asked for many places.
import type { KeyObject } from 'node:crypto';
import { readCredential } from './read-credential.ts';
import { refusal, type Refusal } from './refusal.ts';
import { checkSeal, type SealTerms } from './seal.ts';
import { isRevokedIn, reasonsIn } from './status-list.ts';

/** Who issued a badge, and the key it was signed with; null where none could be read. */
export type Issued = { readonly issuer: string; readonly signer: KeyObject | null };

export type HeldList = {
  /** Why an entry of a badge's status refuses the badge; null where it does not. */
  refusalOf(entry: Readonly<Record<string, unknown>>, issued: Issued): Promise<Refusal | null>;
};

/** @param list as it comes; null where none is at hand */
export function holdList(list: unknown, terms: SealTerms): HeldList {
  let opened: Promise<OpenedList | Refusal> | null = null;
  return {
    async refusalOf(entry, issued) {
      const { type, statusPurpose, statusListCredential } = entry;
      if (type !== 'BitstringStatusListEntry' || statusPurpose !== 'revocation') {
        return refusal(
          'status-unknown',
          `whether it still holds is said by a ${String(type)}, which is not known here`,
        );
      }
      if (list === null) {
        const named = String(statusListCredential);
        return refusal('status-unknown', `the list ${named} is not at hand, so it may have been taken back`);
      }
      opened ??= openList(list, terms);
      const found = await opened;
      return 'kind' in found ? found : refusalIn(found, entry, issued);
    },
  };
}

type OpenedList = Issued & {
  readonly id: string;
  readonly isOfRevocations: boolean;
  readonly encodedList: string;
  readonly reasons: ReadonlyMap<number, string>;
};

async function openList(list: unknown, terms: SealTerms): Promise<OpenedList | Refusal> {
  const read = readCredential(list);
  if ('refusals' in read) return refusal('status-list', 'the list at hand is no status list');
  const { id, issuer, type, credentialSubject } = read.parsed;
  const { refusals, signer } = await checkSeal(read, terms);
  const [broken] = refusals;
  if (broken !== undefined) return refusal('status-list', `the list at hand: ${broken.message}`);
  return {
    id,
    issuer: issuer.id,
    signer,
    isOfRevocations:
      type.includes('BitstringStatusListCredential') && credentialSubject['statusPurpose'] === 'revocation',
    encodedList: String(credentialSubject['encodedList']),
    reasons: reasonsIn(credentialSubject),
  };
}

function refusalIn(
  list: OpenedList,
  { statusListIndex, statusListCredential }: Readonly<Record<string, unknown>>,
  { issuer, signer }: Issued,
): Refusal | null {
  const named = String(statusListCredential);
  const isOwn = list.issuer === issuer && (signer === null || list.signer?.equals(signer) === true);
  if (!list.isOfRevocations || list.id !== named || !isOwn) {
    return refusal('status-list', `the list at hand is not ${named} of ${issuer}`);
  }
  const place = placeOf(statusListIndex);
  const isRevoked = isRevokedIn(list.encodedList, place);
  if (isRevoked === null) return refusal('status-list', `the list at hand has no place ${String(statusListIndex)}`);
  if (!isRevoked) return null;
  const reason = list.reasons.get(place);
  return refusal('revoked', `its issuer has taken it back${reason === undefined ? '' : `: ${reason}`}`);
}

/** @returns NaN for what is no place, which no list has: an empty text or list would else be taken for the first */
function placeOf(index: unknown): number {
  return (typeof index === 'string' && /^\d{1,9}$/.test(index)) || typeof index === 'number'
    ? Number(index)
    : Number.NaN;
}
