// A badge as Open Badges 3.0 has it, the list that can take it back, and a passport that holds several.
import { z } from 'zod';
import type { JsonObject } from './json-object.ts';
import { encodeStatusList } from './status-list.ts';

const CREDENTIALS = 'https://www.w3.org/ns/credentials/v2';
const BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const PASSPORTS = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

const words = z.string().min(1).max(2000);
const address = z.string().regex(/^(https:\/\/|urn:|did:)\S{1,500}$/, 'an address begins with https://, urn: or did:');
const instant = z.iso.datetime();

/** What somebody asks to be issued. */
export const badgeOrderSchema = z.strictObject({
  recipient: address.describe('A did: or urn: of the person; never a name or an e-mail address'),
  achievement: z.strictObject({
    id: address,
    name: words,
    description: words,
    criteria: words,
    achievementType: z.enum(['Achievement', 'Badge', 'Certification', 'Competency', 'Course', 'MicroCredential']),
    alignments: z
      .array(z.strictObject({ name: words, url: address, framework: words }))
      .max(100)
      .default([]),
  }),
  validFrom: instant,
  validUntil: instant.nullable(),
});
export type BadgeOrder = z.infer<typeof badgeOrderSchema>;

/** Where a badge stands in a list that can take it back. */
export type StatusPlace = { readonly list: string; readonly place: number };

/** Who issues: a did:key, and the name it goes by. */
export type IssuerProfile = { readonly id: string; readonly name: string };

export function badgeCredential(
  order: BadgeOrder,
  { id, issuer, status }: { readonly id: string; readonly issuer: IssuerProfile; readonly status: StatusPlace },
): JsonObject {
  const { achievement, validFrom, validUntil, recipient } = order;
  const { alignments, criteria, ...about } = achievement;
  return {
    '@context': [CREDENTIALS, BADGES],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { ...issuer, type: ['Profile'] },
    validFrom,
    ...(validUntil === null ? {} : { validUntil }),
    name: achievement.name,
    credentialSubject: {
      id: recipient,
      type: ['AchievementSubject'],
      achievement: {
        ...about,
        type: ['Achievement'],
        criteria: { narrative: criteria },
        ...(alignments.length === 0 ? {} : { alignment: alignments.map(alignmentOf) }),
      },
    },
    credentialStatus: {
      id: `${status.list}#${status.place}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.place),
      statusListCredential: status.list,
    },
  };
}

function alignmentOf({ name, url, framework }: BadgeOrder['achievement']['alignments'][number]): JsonObject {
  return { type: ['Alignment'], targetName: name, targetUrl: url, targetFramework: framework };
}

/** What a list is, before it is signed. */
export type StatusTerms = {
  readonly id: string;
  readonly issuer: string;
  readonly validFrom: string;
  /** Places whose badges were taken back, and why: told to whoever holds a badge of that place. */
  readonly revoked: readonly RevokedPlace[];
};
export type RevokedPlace = { readonly place: number; readonly reason: string };

export function statusCredential({ id, issuer, validFrom, revoked }: StatusTerms): JsonObject {
  return {
    // The standard has a word for that a badge was taken back and none for why.
    '@context': [CREDENTIALS, 'https://www.w3.org/ns/credentials/undefined-terms/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeStatusList(revoked.map(({ place }) => place)),
      reasons: revoked.toSorted((one, other) => one.place - other.place),
    },
  };
}

/** A staff passport as Comprehensive Learner Record 2.0: badges, each whole and with its own proof. */
export function passportCredential(
  badges: readonly JsonObject[],
  terms: {
    readonly id: string;
    readonly issuer: IssuerProfile;
    readonly holder: string;
    readonly validFrom: string;
  },
): JsonObject {
  return {
    '@context': [CREDENTIALS, PASSPORTS, BADGES],
    id: terms.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: { ...terms.issuer, type: ['Profile'] },
    validFrom: terms.validFrom,
    name: 'Skills passport',
    credentialSubject: { id: terms.holder, type: ['ClrSubject'], verifiableCredential: badges },
  };
}
