// Parts of results as they were read and checked, kept in memory: what stands under a key never changes.
import type { z } from 'zod';
import type { StoreSession } from '../ports.ts';

/** A part as it is named in the store of a tenant. */
export type PartName = { readonly tenant: string; readonly key: string; readonly name: string };

/** @returns null where the part is not there, or has another form: a plan of an earlier version of the program may hold
 *  less than this one shows */
export type PartReader<T> = (session: StoreSession, part: PartName) => Promise<T | null>;

/** Characters of text whose parts one reader keeps: some twenty places of a national plan, five bytes of memory each. */
const KEPT_CHARACTERS = 8_000_000;

/** Reads parts of one form. Those that were asked for last are kept, so that pages of one plan check its text once. */
export function partReader<T>(schema: z.ZodType<T>): PartReader<T> {
  const kept = new Map<string, { readonly value: T; readonly characters: number }>();
  let characters = 0;
  return async ({ results }, { tenant, key, name }) => {
    const id = `${tenant}\n${key}\n${name}`;
    const known = kept.get(id);
    if (known !== undefined) {
      kept.delete(id);
      kept.set(id, known);
      return known.value;
    }
    const text = await results.part(key, name);
    const part = text === null ? null : schema.safeParse(JSON.parse(text));
    if (text === null || part === null || !part.success) return null;
    // Two may have read it at the same moment.
    characters += text.length - (kept.get(id)?.characters ?? 0);
    kept.set(id, { value: part.data, characters: text.length });
    for (const [oldest, { characters: freed }] of kept) {
      if (characters <= KEPT_CHARACTERS) break;
      kept.delete(oldest);
      characters -= freed;
    }
    return part.data;
  };
}
