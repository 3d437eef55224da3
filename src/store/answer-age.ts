// How long an answer to a request that may be sent twice is kept.
import type { Instant } from '#service';

/** A day: a client that has not repeated its request by then does not do so. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Answers claimed before this are forgotten. */
export function oldestKept(now: Instant): Instant {
  return new Date(Date.parse(now) - KEPT_MS).toISOString();
}
