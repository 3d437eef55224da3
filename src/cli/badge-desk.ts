// What the commands about badges need of the world.
import type { Problem, Result } from '#kernel';

type Saved = Promise<Result<{ readonly id: string }>>;

export type BadgeDesk = {
  /** Makes an issuer's file with a new key, for its owner alone; null where it is written. */
  readonly start: (file: string, terms: { readonly name: string; readonly list: string }) => Promise<Problem | null>;
  readonly issue: (request: { readonly orderFile: string; readonly issuerFile: string; readonly out: string }) => Saved;
  readonly revoke: (request: {
    readonly id: string;
    readonly issuerFile: string;
    readonly reason: string;
  }) => Promise<Result<null>>;
  /** Writes the signed list of what was taken back, for the issuer to publish. */
  readonly status: (request: { readonly issuerFile: string; readonly out: string }) => Saved;
  /** Every reason to refuse a badge, none for one that holds; and what cannot be known of it without a network. */
  readonly verify: (request: {
    readonly file: string;
    readonly listFile: string | null;
    readonly trusted: readonly string[] | null;
  }) => Promise<Result<BadgeVerdict>>;
  readonly passport: (request: {
    readonly files: readonly string[];
    readonly issuerFile: string;
    readonly holder: string;
    readonly out: string;
  }) => Saved;
};

export type BadgeVerdict = {
  readonly refusals: readonly { readonly kind: string; readonly message: string }[];
  readonly notes: readonly string[];
};
