// Tailoring: what a region, a kind of body, a system or an organisation sets, adds or leaves out.
import type { Month } from '#kernel';
import type { ParameterValue, Requirement } from './catalogue.ts';

export type Profile = {
  readonly id: string;
  readonly title: string;
  /** The places it speaks for: one place (and all below it), or all places of a kind. */
  readonly scope: { readonly place: string } | { readonly kind: string };
  /** Ids of profiles it builds on; the catalogue itself is the root of every chain. */
  readonly imports: readonly string[];
  /** Ids of the requirements it keeps of those that are free; null keeps all. What is locked always stays, and a
   *  requirement brings its parents along. */
  readonly selects: readonly string[] | null;
  /** Requirements not met for a time, each as a deviation. */
  readonly excludes: readonly Exclusion[];
  readonly sets: readonly Setting[];
  /** Requirements of its own. */
  readonly adds: readonly Requirement[];
};

/** Comply or explain: why one departs, who agreed, and until when. It is in force before the month `reviewBy` and
 *  lapses in it. The approver is an office, never a person. */
export type Deviation = { readonly reason: string; readonly approver: string; readonly reviewBy: Month };

export type Exclusion = { readonly requirement: string; readonly deviation: Deviation };

export type Setting = {
  readonly requirement: string;
  /** A parameter's id, or `matures`. */
  readonly parameter: string;
  readonly value: ParameterValue;
  /** Null for a lasting change, which the lock must allow. With a deviation the value is a departure for a time: the
   *  binding value stays, and is what holds again when the deviation lapses. */
  readonly deviation: Deviation | null;
};
