// What the service needs of a store to know who is signed in.
import type { Instant } from './ports.ts';

/** Who is signed in, by the hash of the secret in their cookie; outside tenants, for it is asked before one is known. */
export type SessionStore = {
  get(secretHash: string): Promise<SessionEntry | null>;
  put(entry: SessionEntry): Promise<void>;
  /** Marks it as used now. */
  touch(secretHash: string, at: Instant): Promise<void>;
  remove(secretHash: string): Promise<void>;
  /** Those of one member. */
  listOf(tenant: string, member: string): Promise<readonly SessionEntry[]>;
  /** Removes those of one member. */
  removeOf(tenant: string, member: string): Promise<void>;
  /** Removes those that were last used before an instant. @returns how many */
  purge(before: Instant): Promise<number>;
};
export type SessionEntry = {
  /** SHA-256 of the cookie's secret, hex: who reads the table cannot sign in. */
  readonly secretHash: string;
  readonly tenant: string;
  readonly member: string;
  readonly csrfToken: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant;
};
