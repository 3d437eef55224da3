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
  /** Requirements left out, each as a deviation. */
  readonly excludes: readonly Exclusion[];
  readonly sets: readonly Setting[];
  /** Requirements of its own. */
  readonly adds: readonly Requirement[];
};

/** Comply or explain: why one departs, who agreed, and until when. It lapses at `reviewBy`. */
export type Deviation = { readonly reason: string; readonly approver: string; readonly reviewBy: Month };

export type Exclusion = { readonly requirement: string; readonly deviation: Deviation };

export type Setting = {
  readonly requirement: string;
  /** A parameter's id, or `matures`. */
  readonly parameter: string;
  readonly value: ParameterValue;
  /** Needed where the lock class asks for an explanation; null for a mere tightening. */
  readonly deviation: Deviation | null;
};
