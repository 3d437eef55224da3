// One page of a list that is known whole.
import type { ApiAnswer, PageOfList } from './api-route.ts';

/** @param keyOf of a row: unlike that of every other, and said back to get what follows */
export function pageOf<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  { after, limit }: PageOfList,
): ApiAnswer<T[]> & { readonly next: string | null } {
  const start = after === null ? 0 : rows.findIndex((row) => keyOf(row) === after) + 1;
  const value = rows.slice(start, start + limit);
  const last = value.at(-1);
  return { value, next: last !== undefined && start + limit < rows.length ? keyOf(last) : null };
}
