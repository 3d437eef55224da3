// The file of an issuer of badges: its key, and which places of its list are taken; for its owner's eyes alone.
import { randomInt } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { newSigningKey, STATUS_PLACES } from '#exchange';
import { fail, ok, type Problem, type Result } from '#kernel';
import { z } from 'zod';
import { readJson, saveFresh } from './json-files.ts';
import { codeOf } from './target-folder.ts';

const issuerSchema = z.strictObject({
  did: z.string(),
  secret: z.string(),
  name: z.string(),
  list: z.string(),
  issued: z.array(z.strictObject({ id: z.string(), place: z.int(), at: z.string() })).max(STATUS_PLACES),
  revoked: z.array(z.strictObject({ id: z.string(), reason: z.string(), at: z.string() })).max(STATUS_PLACES),
});
export type Issuer = z.infer<typeof issuerSchema>;

const OWNER_ALONE = 0o600;

/** Writes a fresh file with a new key; null where it is written.
 *  @param terms.list address at which the issuer will publish what it took back */
export function startIssuer(
  file: string,
  terms: { readonly name: string; readonly list: string },
): Promise<Problem | null> {
  const issuer: Issuer = { ...newSigningKey(), ...terms, issued: [], revoked: [] };
  return saveFresh(textOf(issuer), { file, mode: OWNER_ALONE });
}

export async function readIssuer(file: string): Promise<Result<Issuer>> {
  const input = await readJson(file);
  if (!input.ok) return input;
  const parsed = issuerSchema.safeParse(input.value);
  // What is wrong is not repeated: it could be the key.
  return parsed.success ? ok(parsed.data) : fail(noIssuer(file));
}

/** Changes an issuer's file whole or not at all. The new file is made first and by one alone, so that two who change it at
 *  once cannot lose what the other wrote. */
export async function changeIssuer<T>(
  file: string,
  change: (issuer: Issuer) => Result<{ readonly issuer: Issuer; readonly value: T }>,
): Promise<Result<T>> {
  const next = `${file}.next`;
  const opened = await open(next, 'wx', OWNER_ALONE).then(ok, (error: unknown) =>
    fail<never>(busy(file, codeOf(error))),
  );
  if (!opened.ok) return opened;
  // Once renamed, a file of that name is somebody else's.
  let isDone = false;
  try {
    const issuer = await readIssuer(file);
    if (!issuer.ok) return issuer;
    const changed = change(issuer.value);
    if (!changed.ok) return changed;
    await opened.value.writeFile(textOf(changed.value.issuer));
    await opened.value.sync();
    await rename(next, file);
    isDone = true;
    return ok(changed.value.value);
  } finally {
    await opened.value.close();
    if (!isDone) await rm(next, { force: true });
  }
}

/** A place of the list that no badge has, at random, so that it says nothing of when the badge was issued. */
export function freePlace({ issued }: Issuer): number | null {
  if (issued.length >= STATUS_PLACES) return null;
  const taken = new Set(issued.map(({ place }) => place));
  let place = randomInt(STATUS_PLACES);
  while (taken.has(place)) place = (place + 1) % STATUS_PLACES;
  return place;
}

function textOf(issuer: Issuer): string {
  return `${JSON.stringify(issuer, null, 2)}\n`;
}

function noIssuer(file: string): Problem {
  return {
    code: 'schema',
    message: `'${file}' is no file of an issuer of badges`,
    path: file,
    hint: 'Make one with `./cadre badges issuer FILE`.',
  };
}

function busy(file: string, why: string): Problem {
  return {
    code: 'not-writable',
    message: `'${file}' cannot be changed: beside it, '${file}.next' could not be made (${why}); one changes it at a time`,
    path: file,
    hint: 'Wait for the other to end; if a change was cut off, delete that file.',
  };
}
