// A credential as it comes, a JSON document with a proof in it or a signed token, read into what is verified of it.
import { z } from 'zod';
import { readToken, type BadgeToken } from './badge-token.ts';
import type { JsonObject } from './json-object.ts';
import { refusal, type Refusal } from './refusal.ts';

export const CREDENTIALS = 'https://www.w3.org/ns/credentials/v2';

const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item.transform((value) => [value]), z.array(item)]);
const instant = z.iso.datetime({ offset: true });

/** Each badge of a passport, and each entry, costs work: a stranger's text could else ask for an hour of it. */
const MOST_PARTS = 100;
const MOST_ENTRIES = 4;

const credential = z.looseObject({
  '@context': z.array(z.unknown()).min(1),
  id: z.string().min(1),
  type: oneOrMany(z.string()),
  issuer: z.union([z.string().transform((id) => ({ id })), z.looseObject({ id: z.string().min(1) })]),
  validFrom: instant,
  validUntil: instant.optional(),
  credentialSubject: z
    .record(z.string(), z.unknown())
    .refine(({ verifiableCredential: parts }) => !Array.isArray(parts) || parts.length <= MOST_PARTS, {
      error: `a passport of more than ${MOST_PARTS} badges is not read; take them in several`,
    }),
  credentialStatus: oneOrMany(z.record(z.string(), z.unknown()))
    .refine((entries) => entries.length <= MOST_ENTRIES, { error: `more than ${MOST_ENTRIES} entries are not read` })
    .optional(),
  proof: oneOrMany(z.looseObject({ expires: instant.optional() })).optional(),
});
export type Credential = z.infer<typeof credential>;

export type ReadCredential = {
  readonly parsed: Credential;
  readonly document: JsonObject;
  /** Null for a document with its proof within. */
  readonly token: BadgeToken | null;
};
type Unreadable = { readonly refusals: readonly Refusal[] };

/** @param input a JSON document, or the text of a token */
export function readCredential(input: unknown): ReadCredential | Unreadable {
  if (typeof input !== 'string') return readDocument(input, null);
  const token = readToken(input);
  return token === null
    ? { refusals: [refusal('form', 'it is neither a JSON object nor a signed token')] }
    : readDocument(token.claims, token);
}

function readDocument(input: unknown, token: BadgeToken | null): ReadCredential | Unreadable {
  const whole = z.record(z.string(), z.unknown()).safeParse(input);
  if (!whole.success) return { refusals: [refusal('form', 'it is no JSON object')] };
  const contexts = whole.data['@context'];
  if (!Array.isArray(contexts) || contexts[0] !== CREDENTIALS) {
    return { refusals: [refusal('context', `the first context is not ${CREDENTIALS}; older models are not accepted`)] };
  }
  const parsed = credential.safeParse(input);
  if (parsed.success) return { parsed: parsed.data, document: whole.data, token };
  return {
    refusals: parsed.error.issues.map(({ path, message }) => refusal('form', `${path.join('.')}: ${message}`)),
  };
}
