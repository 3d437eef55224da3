// A kind of record that people keep beside the pack: its schema, its scope, and the states it may pass through.
import type { z } from 'zod';
import type { Resource } from '../access/permissions.ts';
import type { Reference } from './references.ts';
import type { StepRule } from './step-rule.ts';

/** What the service must know of a kind to keep, guard, show and publish it; the rules themselves live below. */
export type RecordKind = {
  /** In the singular, as it stands in addresses and audits: `commitment`. */
  readonly kind: string;
  readonly title: string;
  readonly resource: Resource;
  /** Describes the body; what it refuses is told by field. */
  readonly schema: z.ZodType;
  /** Whose business a body is. */
  readonly scopeOf: (body: unknown) => RecordScope;
  /** From each state those it may become; the first is where it begins. A state that leads nowhere ends it. */
  readonly transitions: Readonly<Record<string, readonly string[]>>;
  readonly stateOf: (body: unknown) => string;
  /** Whether a version may only follow another, and nothing is ever removed: money, states, verified evidence. */
  readonly appendOnly: boolean;
  /** What a body points at; nothing is kept that points at what is not there. */
  readonly references: readonly Reference[];
  /** Fields that the service alone fills in, each with what stands there until it does: whoever sends a record sends
   *  them as they are. */
  readonly setByService: Readonly<Record<string, unknown>>;
  /** The id under which the one record of its kind is kept, such as a person's passport; any id where it is left out. */
  readonly idOf?: (body: unknown) => string;
  /** Whether a use case alone makes and changes it, which does more than keep a record: signing, for one. */
  readonly byUseCaseAlone?: true;
  /** Given where a record is its owner's own: it is removed for good, with what every version said, and so when its owner
   *  leaves. `keptMonths` after its last change it goes by itself; null as long as its owner stays. */
  readonly personal?: { readonly keptMonths: number | null };
  /** What a step must keep to beyond schema and states; nothing where it is left out. */
  readonly rule?: StepRule;
  /** The record that says who verifies this one; nothing where none does. */
  readonly standsUnder?: {
    readonly kind: string;
    readonly idOf: (body: unknown) => string;
    /** Code of the place that verifies, by a body of that other kind. */
    readonly verifierOf: (body: unknown) => string;
  };
};

export type RecordScope = {
  readonly place: string | null;
  readonly owner: string | null;
  readonly party: string | null;
};
