// What the service needs to sign badges and to verify them, in its own words.
import type { Result } from '#kernel';
import type { Instant } from '../ports.ts';

/** Signs what proves itself elsewhere, with the key of this service. */
export type BadgeSigner = {
  /** Name by which the key is known: a did:key. */
  readonly issuer: string;
  /** A place of the tenant's list at random, so that it says nothing of when a badge was issued. */
  anyPlace(): number;
  /** @returns the badge as JSON text, and the id in it */
  issue(order: SignedBadgeOrder): Result<{ readonly credential: string; readonly text: string }>;
  /** The list of what was taken back, as JSON text. */
  statusList(list: {
    readonly tenant: string;
    readonly at: Instant;
    readonly revoked: readonly { readonly place: number; readonly reason: string }[];
  }): Result<string>;
  /** Badges of one holder, as JSON texts, gathered into a passport. */
  passport(order: {
    readonly tenant: string;
    readonly member: string;
    readonly at: Instant;
    readonly badges: readonly string[];
  }): Result<string>;
  /** Why a badge of any issuer is refused, and what cannot be known of it here.
   *  @param text JSON, or a signed token  @param list the list that it names, as text; null where none is at hand */
  verify(text: string, terms: { readonly at: Instant; readonly list: string | null }): Promise<BadgeVerdict>;
  /** The list that a badge names, where it is that of a tenant here. */
  tenantOf(text: string): string | null;
};

export type SignedBadgeOrder = {
  readonly tenant: string;
  readonly member: string;
  readonly skill: { readonly id: string; readonly name: string };
  readonly level: string;
  readonly criteria: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly place: number;
};

export type BadgeVerdict = {
  readonly refusals: readonly { readonly kind: string; readonly message: string }[];
  readonly notes: readonly string[];
};
