// What a record points at must be there: places of the pack, and other records, which may have to say the same of both.
import { canonicalJson, type Problem } from '#kernel';
import type { StoreSession } from '../ports.ts';
import type { PlaceTree } from '#workforce';

/** One field of a body that names something else. A field of a list is written `list[].field`. */
export type Reference =
  | { readonly field: string; readonly to: 'place' }
  | {
      readonly field: string;
      readonly to: 'record';
      readonly kind: string;
      /** Field of the other's body by which it is named; null where its own id does. */
      readonly by: string | null;
      /** Fields of this body that say the same as the named field of the other's. */
      readonly same: Readonly<Record<string, string>>;
    };

export type Pointing = {
  readonly references: readonly Reference[];
  readonly before: unknown;
  readonly after: unknown;
};

/** More records of one kind than a tenant names by a field of theirs. */
const LOOKED_THROUGH = 20_000;

/** Only what a version newly points at is looked up: a place that closed since does not stop a record's progress.
 *  @returns the first field that points at nothing, or at what says otherwise; null where all is there */
export async function referenceProblem(
  { session, tree }: { readonly session: StoreSession; readonly tree: PlaceTree },
  { references, before, after }: Pointing,
): Promise<Omit<Problem, 'path'> | null> {
  for (const reference of references) {
    const known = new Set(valuesAt(before, reference.field));
    for (const value of valuesAt(after, reference.field)) {
      if (known.has(value) || value === null) continue;
      if (reference.to === 'place') {
        if (!tree.byCode.has(String(value))) return missing(reference.field, value, 'place of the pack');
        continue;
      }
      const other = await bodyOf(session, reference, String(value));
      if (other === null) return missing(reference.field, value, reference.kind);
      const differing = Object.entries(reference.same).find(
        ([own, theirs]) => canonicalJson(valuesAt(after, own)) !== canonicalJson(valuesAt(other, theirs)),
      );
      if (differing !== undefined) return differs(differing, reference.kind);
    }
  }
  return null;
}

async function bodyOf(
  session: StoreSession,
  { kind, by }: Extract<Reference, { readonly to: 'record' }>,
  value: string,
): Promise<unknown> {
  if (by === null) {
    const record = await session.records.get(kind, value);
    return record === null || record.isRemoved ? null : record.body;
  }
  const all = { places: null, owner: null, party: null, state: null, after: null, limit: LOOKED_THROUGH };
  const records = await session.records.list({ kind, ...all });
  return records.find(({ body }) => valuesAt(body, by).includes(value))?.body ?? null;
}

/** Every value that stands at a field, of every entry where it is one of a list. */
export function valuesAt(body: unknown, field: string): readonly unknown[] {
  let found: readonly unknown[] = [body];
  for (const step of field.split('.')) {
    const isList = step.endsWith('[]');
    const name = isList ? step.slice(0, -2) : step;
    found = found.flatMap((each) => {
      if (typeof each !== 'object' || each === null || !Object.hasOwn(each, name)) return [];
      const value: unknown = Object.entries(each).find(([key]) => key === name)?.[1];
      return isList && Array.isArray(value) ? value : [value];
    });
  }
  return found;
}

function missing(field: string, value: unknown, what: string): Omit<Problem, 'path'> {
  return {
    code: 'unknown-reference',
    message: `${field}: there is no ${what} '${String(value)}' here.`,
    hint: 'Name one that is there; lists show the codes and ids.',
  };
}

function differs([own, theirs]: readonly [string, string], kind: string): Omit<Problem, 'path'> {
  return {
    code: 'inconsistent',
    message: `${own}: the ${kind} says otherwise in its '${theirs}'.`,
    hint: `Send what the ${kind} says, or name another.`,
  };
}
