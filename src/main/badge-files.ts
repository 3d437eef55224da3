// Badges as files: issued, taken back, verified and gathered into a passport, all without a network.
import { randomUUID } from 'node:crypto';
import type { BadgeDesk } from '#cli';
import {
  badgeCredential,
  type BadgeOrder,
  badgeOrderSchema,
  type JsonObject,
  looksLikeToken,
  methodOf,
  passportCredential,
  privateKeyOf,
  statusCredential,
  verifyBadge,
  withProof,
} from '#exchange';
import { fail, ok, type Problem, type Result } from '#kernel';
import { z } from 'zod';
import { changeIssuer, freePlace, type Issuer, readIssuer, startIssuer } from './issuer-file.ts';
import { readJson, readJsonOr, saveJson } from './json-files.ts';

/** @param clock what time it is, ISO 8601 */
export function badgeDesk(clock: () => string): BadgeDesk {
  return {
    start: startIssuer,
    issue: async ({ orderFile, issuerFile, out }) => {
      const input = await readJson(orderFile);
      if (!input.ok) return input;
      const order = readOrder(input.value, orderFile);
      if (!order.ok) return order;
      const badge = await changeIssuer(issuerFile, (issuer) => issueBy(issuer, order.value, clock()));
      return badge.ok ? saved(badge.value, out) : badge;
    },
    revoke: ({ id, issuerFile, reason }) =>
      changeIssuer(issuerFile, (issuer) => {
        if (!issuer.issued.some((each) => each.id === id)) return fail(notIssued(id, issuerFile));
        if (issuer.revoked.some((each) => each.id === id)) return ok({ issuer, value: null });
        const revoked = [...issuer.revoked, { id, reason, at: clock() }];
        return ok({ issuer: { ...issuer, revoked }, value: null });
      }),
    status: async ({ issuerFile, out }) => {
      const issuer = await readIssuer(issuerFile);
      if (!issuer.ok) return issuer;
      const { did, list, issued, revoked } = issuer.value;
      const reasons = new Map(revoked.map(({ id, reason }) => [id, reason]));
      const places = issued.flatMap(({ id, place }) => {
        const reason = reasons.get(id);
        return reason === undefined ? [] : [{ place, reason }];
      });
      const document = statusCredential({ id: list, issuer: did, validFrom: clock(), revoked: places });
      const signed = signedBy(issuer.value, document, clock());
      return signed.ok ? saved(signed.value, out) : signed;
    },
    verify: async ({ file, listFile, trusted }) => {
      const badge = await readJsonOr(looksLikeToken, file);
      if (!badge.ok) return badge;
      const list = listFile === null ? ok(null) : await readJsonOr(looksLikeToken, listFile);
      if (!list.ok) return list;
      return ok(await verifyBadge(badge.value, { at: clock(), statusList: list.value, trusted }));
    },
    passport: async ({ files, issuerFile, holder, out }) => {
      const issuer = await readIssuer(issuerFile);
      if (!issuer.ok) return issuer;
      const badges: JsonObject[] = [];
      for (const file of files) {
        const input = await readJson(file);
        if (!input.ok) return input;
        const badge = z.record(z.string(), z.unknown()).safeParse(input.value);
        if (!badge.success) return fail(noBadge(file));
        badges.push(badge.data);
      }
      const { did, name } = issuer.value;
      const terms = { id: `urn:uuid:${randomUUID()}`, issuer: { id: did, name }, holder, validFrom: clock() };
      const signed = signedBy(issuer.value, passportCredential(badges, terms), clock());
      return signed.ok ? saved(signed.value, out) : signed;
    },
  };
}

function readOrder(input: unknown, file: string): Result<BadgeOrder> {
  const parsed = badgeOrderSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return fail(
    ...parsed.error.issues.map((issue): Problem => ({
      code: 'schema',
      message: `${issue.path.join('.') || 'the order'}: ${issue.message}`,
      path: file,
      hint: 'Correct the field; docs/badges.md shows a whole order.',
    })),
  );
}

function issueBy(
  issuer: Issuer,
  order: BadgeOrder,
  at: string,
): Result<{ readonly issuer: Issuer; readonly value: JsonObject }> {
  const place = freePlace(issuer);
  if (place === null) return fail(fullList(issuer));
  const id = `urn:uuid:${randomUUID()}`;
  const badge = badgeCredential(order, {
    id,
    issuer: { id: issuer.did, name: issuer.name },
    status: { list: issuer.list, place },
  });
  const signed = signedBy(issuer, badge, at);
  if (!signed.ok) return signed;
  return ok({ issuer: { ...issuer, issued: [...issuer.issued, { id, place, at }] }, value: signed.value });
}

function signedBy(issuer: Issuer, document: JsonObject, created: string): Result<JsonObject> {
  const key = privateKeyOf(issuer);
  if (key === null) return fail(wrongKey(issuer));
  return ok(withProof(document, key, { method: methodOf(issuer.did), created }));
}

async function saved(document: JsonObject, out: string): Promise<Result<{ readonly id: string }>> {
  const problem = await saveJson(document, out);
  return problem === null ? ok({ id: String(document['id']) }) : fail(problem);
}

function notIssued(id: string, file: string): Problem {
  return {
    code: 'unknown-reference',
    message: `badge '${id}' was not issued by the issuer of '${file}'; one takes back one's own`,
    path: 'id',
    hint: 'Give the id that stands in the badge.',
  };
}

function noBadge(file: string): Problem {
  return { code: 'schema', message: `'${file}' is no badge`, path: file, hint: 'Name the JSON file of a badge.' };
}

function fullList({ list }: Issuer): Problem {
  return {
    code: 'out-of-range',
    message: `every place of the list ${list} is taken`,
    path: list,
    hint: 'Start another issuer file with a list of its own.',
  };
}

function wrongKey({ did }: Issuer): Problem {
  return {
    code: 'inconsistent',
    message: `the secret in the issuer's file is not that of ${did}`,
    path: 'secret',
    hint: 'Take the file from its backup.',
  };
}
