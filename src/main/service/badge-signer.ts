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
  if (!issuer.value.list.endsWith(LIST_PATH)) return fail(listedElsewhere(issuer.value));
  return signerOf(issuer.value);
}

const LIST_PATH = '/badges/status/';

/** A badge names its list for as long as it holds, so the address is the one that the issuer's file began with, whatever
 *  the service is called later. */
export function signerOf(issuer: Issuer): Result<BadgeSigner> {
  const key = privateKeyOf(issuer);
  if (key === null) return fail(wrongKey(issuer));
  const { did, name } = issuer;
  const sealed = (document: JsonObject, created: string) => {
    const text = JSON.stringify(withProof(document, key, { method: methodOf(did), created }), null, 2);
    return `${text}\n`;
  };
  const listOf = (tenant: string) => `${issuer.list}${tenant}`;
  const signedLists = keepLatest();
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
      const sign = () => sealed(statusCredential(terms), at);
      return ok(signedLists({ tenant, content: JSON.stringify(revoked) }, sign));
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

/** Anybody may ask for a list at any time: it is signed anew where something was taken back since, and else sent again. */
function keepLatest() {
  const latest = new Map<string, { readonly content: string; readonly text: string }>();
  return ({ tenant, content }: { readonly tenant: string; readonly content: string }, sign: () => string): string => {
    const kept = latest.get(tenant);
    if (kept?.content === content) return kept.text;
    const text = sign();
    latest.delete(tenant);
    latest.set(tenant, { content, text });
    const [oldest] = latest.keys();
    if (latest.size > KEPT_LISTS && oldest !== undefined) latest.delete(oldest);
    return text;
  };
}

/** Of as many tenants as one service has; who asks for lists of others gets them signed each time. */
const KEPT_LISTS = 100;

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

function listedElsewhere({ list }: Issuer) {
  return {
    code: 'inconsistent',
    message: `the issuer's file is of an issuer that keeps its list at ${list}, and not of a service`,
    path: 'CADRE_BADGE_ISSUER',
    hint: `Name a file that is not there yet: the service makes its own, with its list at its own address and ${LIST_PATH}.`,
  } as const;
}

function wrongKey({ did }: Issuer) {
  return {
    code: 'inconsistent',
    message: `the secret in the issuer's file is not that of ${did}`,
    path: 'CADRE_BADGE_ISSUER',
    hint: 'Take the file from its backup.',
  } as const;
}
