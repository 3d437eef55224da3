// A count of people as it may be shown to somebody: as it is, or as words that hide a small number.

/** `shown` is null where the count is hidden; `says` is what a reader sees in either case. */
export type ProtectedCount = { readonly shown: number | null; readonly says: string };

/** The rule by which small numbers are hidden; handed in, since it differs from reader to reader. */
export type Protect = (count: number) => ProtectedCount;

/** For those who may see every count: a team's own lead. */
export const showAll: Protect = (count) => ({ shown: count, says: String(count) });
