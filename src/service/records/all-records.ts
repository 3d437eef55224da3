// Every record of a kind, page by page, for what a use case works out of them all.
import type { RecordShelf, StoredRecord } from '../ports.ts';

/** Records read at once: enough that reading is not a matter of calls, few enough for memory. */
const PAGE = 1000;

export type AllOf = {
  readonly kind: string;
  /** Null for everywhere. */
  readonly places: readonly string[] | null;
  /** Null for any. */
  readonly state: string | null;
};

/** In order of id, without those that were removed. */
export async function allRecords(records: RecordShelf, query: AllOf): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (let after: string | null = null; ;) {
    const page: readonly StoredRecord[] = await records.list({
      ...query,
      owner: null,
      party: null,
      after,
      limit: PAGE,
    });
    found.push(...page);
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return found;
    after = last.id;
  }
}
