// Signs badges for the service with the key in its issuer's file, which is made at the first start.
import { createHash, randomInt, randomUUID } from 'node:crypto';
import {
  badgeCredential,
  type JsonObject,
  looksLikeToken,
  methodOf,
  passportCredential,
  privateKeyOf,
  STATUS_PLACES,
  statusCredential,
  verifyBadge,
  withProof,
} from '#exchange';
import { fail, ok, type Result } from '#kernel';
import type { BadgeSigner } from '#service';
import { z } from 'zod';
import { readIssuer, startIssuer, type Issuer } from '../issuer-file.ts';

export type SignerOrder = {
  readonly file: string;
  /** Name of the issuer, where the file is made now. */
  readonly name: string;
  readonly publicUrl: () => string;
};

/** @returns a problem where the file is there and is no issuer's */
export async function openBadgeSigner({ file, name, publicUrl }: SignerOrder): Promise<Result<BadgeSigner>> {
  const list = `${publicUrl()}${LIST_PATH}`;
  // Where it is there already, it is not written and read as it is.
  await startIssuer(file, { name, list });
  const issuer = await readIssuer(file);
  if (!issuer.ok) return issuer;
  return signerOf(issuer.value, publicUrl);
}

const LIST_PATH = '/badges/status/';

/** @param publicUrl the origin under which the lists are served */
export function signerOf(issuer: Issuer, publicUrl: () => string): Result<BadgeSigner> {
  const key = privateKeyOf(issuer);
  if (key === null) return fail(wrongKey(issuer));
  const { did, name } = issuer;
  const sealed = (document: JsonObject, created: string) => {
    const text = JSON.stringify(withProof(document, key, { method: methodOf(did), created }), null, 2);
    return `${text}\n`;
  };
  const listOf = (tenant: string) => `${publicUrl()}${LIST_PATH}${tenant}`;
  return ok({
    issuer: did,
    anyPlace: () => randomInt(STATUS_PLACES),
    issue({ tenant, member, skill, level, criteria, from, until, place }) {
      const credential = `urn:uuid:${randomUUID()}`;
      const order = {
        recipient: holderOf(tenant, member),
        achievement: {
          id: steadyName(`${skill.id}\n${level}`),
          name: `${skill.name}, ${level}`,
          description: `${skill.name} at the level ${level}, as the skills framework '${skill.id.split('/')[0] ?? ''}' describes it.`,
          criteria,
          achievementType: 'Competency' as const,
          alignments: [],
        },
        validFrom: from,
        validUntil: until,
      };
      const status = { list: listOf(tenant), place };
      const badge = badgeCredential(order, { id: credential, issuer: { id: did, name }, status });
      return ok({ credential, text: sealed(badge, from) });
    },
    statusList({ tenant, at, revoked }) {
      const terms = { id: listOf(tenant), issuer: did, validFrom: at, revoked };
      return ok(sealed(statusCredential(terms), at));
    },
    passport({ tenant, member, at, badges }) {
      const documents = badges.map(documentOf).filter((each) => each !== null);
      const terms = { id: `urn:uuid:${randomUUID()}`, issuer: { id: did, name }, holder: holderOf(tenant, member) };
      return ok(sealed(passportCredential(documents, { ...terms, validFrom: at }), at));
    },
    verify: (text, { at, list }) =>
      verifyBadge(looksLikeToken(text) ? text : documentOf(text), {
        at,
        statusList: list === null || looksLikeToken(list) ? list : documentOf(list),
        trusted: null,
      }),
    tenantOf: (text) => tenantIn(documentOf(text), listOf('')),
  });
}

/** An address for a person that means nothing to whoever does not know their number here. */
function holderOf(tenant: string, member: string): string {
  return steadyName(`${tenant}\n${member}`);
}

/** The same urn:uuid for the same text, of version 8 as RFC 9562 calls those that are made by a rule of one's own. */
function steadyName(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

const documentSchema = z.record(z.string(), z.unknown());

function documentOf(text: string): JsonObject | null {
  try {
    return documentSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const statusSchema = z.object({ credentialStatus: z.object({ statusListCredential: z.string() }) });
const passportSchema = z.object({ credentialSubject: z.object({ verifiableCredential: z.array(z.unknown()).min(1) }) });

/** A passport's list is that of its first badge. */
function tenantIn(document: unknown, prefix: string): string | null {
  const inner = passportSchema.safeParse(document).data?.credentialSubject.verifiableCredential[0] ?? document;
  const list = statusSchema.safeParse(inner).data?.credentialStatus.statusListCredential ?? '';
  return list.startsWith(prefix) ? list.slice(prefix.length) : null;
}

function wrongKey({ did }: Issuer) {
  return {
    code: 'inconsistent',
    message: `the secret in the issuer's file is not that of ${did}`,
    path: 'CADRE_BADGE_ISSUER',
    hint: 'Take the file from its backup.',
  } as const;
}
