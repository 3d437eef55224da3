// What a lock class lets a profile do: nothing, only make it stricter, or anything in its range.
import { assert, formatMonth } from '#kernel';
import type { LockClass, ParameterValue } from '../catalogue.ts';
import type { Deviation } from '../profile.ts';
import type { ResolvedRequirement } from '../resolved.ts';

/** A change as the lock sees it; `subject` is a parameter's id, `matures`, or `*` for the whole requirement. */
type LockedChange = {
  readonly requirement: string;
  readonly subject: string;
  readonly value: ParameterValue | null;
  readonly deviation: Deviation | null;
};

/** How the lock is broken, as the rest of a sentence that begins with the profile's name. */
export type LockBreach = { readonly message: string; readonly hint: string };

/** A lasting change obeys the lock. A departure is let through by every lock but `mandatory`, for there the binding value
 *  stays and holds again when the departure lapses. */
export function lockBreach(resolved: Omit<ResolvedRequirement, 'place'>, change: LockedChange): LockBreach | null {
  if (change.subject === '*' || change.value === null) {
    return resolved.requirement.lock === 'mandatory' ? excludedMandatory(change.requirement) : null;
  }
  const held = heldBy(resolved, change.subject);
  if (held.lock === 'free' || isSameValue(held.value, change.value)) return null;
  if (held.lock === 'mandatory') return changedMandatory(change, held);
  if (change.deviation !== null || isStricter(change.value, held)) return null;
  return loosened(change, held);
}

export function isSameValue(left: ParameterValue | null, right: ParameterValue | null): boolean {
  if (left === null || right === null) return left === right;
  if (left.kind === 'number') return right.kind === 'number' && left.value === right.value;
  return right.kind === 'assumption' && left.id === right.id;
}

type Held = { readonly lock: LockClass; readonly value: ParameterValue; readonly stricter: 'higher' | 'lower' };

/** A date to mature by has the lock of its requirement, and an earlier one is stricter. */
function heldBy(resolved: Omit<ResolvedRequirement, 'place'>, subject: string): Held {
  const { requirement } = resolved;
  if (subject === 'matures') {
    return { lock: requirement.lock, value: { kind: 'number', value: resolved.matures }, stricter: 'lower' };
  }
  const parameter = requirement.parameters.find((each) => each.id === subject);
  const value = resolved.parameters.find((each) => each.id === subject)?.value;
  assert(
    parameter !== undefined && value !== undefined,
    `requirement '${requirement.id}' has a parameter '${subject}'.`,
  );
  return { lock: parameter.lock, value, stricter: parameter.stricter };
}

/** Only numbers can be compared; an assumption's value is known to the register alone. */
function isStricter(value: ParameterValue, held: Held): boolean {
  if (value.kind !== 'number' || held.value.kind !== 'number') return false;
  return held.stricter === 'higher' ? value.value > held.value.value : value.value < held.value.value;
}

function excludedMandatory(requirement: string): LockBreach {
  return {
    message: `leaves out requirement '${requirement}', which is mandatory; no explanation sets a mandatory requirement aside`,
    hint: 'Take the exclusion out.',
  };
}

function changedMandatory(change: LockedChange, held: Held): LockBreach {
  return {
    message: `sets '${change.subject}' of '${change.requirement}' to ${inWords(change, change.value)}; it is mandatory and stays ${inWords(change, held.value)}`,
    hint: 'Take the setting out.',
  };
}

function loosened(change: LockedChange, held: Held): LockBreach {
  const than = change.subject === 'matures' ? 'earlier' : held.stricter;
  return {
    message: `sets '${change.subject}' of '${change.requirement}' to ${inWords(change, change.value)}; it may only be made stricter, which is ${than} than ${inWords(change, held.value)}`,
    hint: 'Set a stricter number, or explain the departure with a reason, an approver and a review date.',
  };
}

function inWords(change: LockedChange, value: ParameterValue | null): string {
  if (value === null) return 'nothing';
  if (value.kind === 'assumption') return `assumption '${value.id}'`;
  return change.subject === 'matures' ? formatMonth(value.value) : String(value.value);
}
