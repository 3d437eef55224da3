// What a step from one version of a record to the next must keep to beyond its schema and its states, as data.
import { onlyAddsTo } from '#delivery';
import { canonicalJson, type Problem } from '#kernel';
import type { Below } from '../access/permit.ts';
import type { Member } from '../access/member.ts';
import type { Action } from '../access/permissions.ts';
import type { StoredRecord } from '../ports.ts';

export type StepRule = {
  /** States in which the terms may still change. */
  readonly openIn: readonly string[];
  /** Fields that are fixed once a record has left those states. */
  readonly terms: readonly string[];
  /** Lists that are only ever added to. */
  readonly addsTo: readonly string[];
  /** What one must do to bring a record into a state; a state that is not named takes what any change takes. */
  readonly actionInto: Readonly<Record<string, Action>>;
  /** States into which somebody else brings it than whoever wrote the version before or brought it to where it was:
   *  four eyes, and both names on record. */
  readonly byAnother: readonly string[];
  /** Field with the place that a member must answer for to approve; null where the record's own place is enough. */
  readonly approvedAt: string | null;
  /** Field with the member to whom a new record belongs; null where it belongs to none. */
  readonly madeBy: string | null;
  /** Field with the place of whoever makes a new record or moves one; null where it may be any. */
  readonly madeAt: string | null;
  /** Field with a verdict that names its `verifier`, who is whoever gives it; null where none is named. */
  readonly verdictBy: string | null;
  /** Field with the place in whose name something is verified; null where none is named. */
  readonly verifiedAs: string | null;
};

/** Nothing beyond schema and states. */
export const NO_RULE: StepRule = {
  openIn: [],
  terms: [],
  addsTo: [],
  actionInto: {},
  byAnother: [],
  approvedAt: null,
  madeBy: null,
  madeAt: null,
  verdictBy: null,
  verifiedAs: null,
};

export type RecordStep = {
  readonly actor: Member;
  readonly action: Action;
  readonly before: StoredRecord | null;
  readonly after: { readonly state: string; readonly body: unknown; readonly party: string | null };
  readonly isBelow: Below;
  /** Members who wrote the version before, and who brought the record into its state. */
  readonly hands: readonly string[];
  /** Place that verifies by the record which this one stands under; null where it stands under none. */
  readonly verifier: string | null;
  /** Whether the state before leads nowhere, in a kind of more than one. */
  readonly hasEnded: boolean;
};

export type Refusal = Pick<Problem, 'code' | 'message' | 'hint'>;

/** @returns why a step is refused; null where it may be taken */
export function stepRefusal(rule: StepRule, step: RecordStep): Refusal | null {
  return termsRefusal(rule, step) ?? actorRefusal(rule, step);
}

function termsRefusal(rule: StepRule, { before, after, hasEnded }: RecordStep): Refusal | null {
  if (before === null) return null;
  const [old, now] = [fieldsOf(before.body), fieldsOf(after.body)];
  if (hasEnded && canonicalJson(before.body) !== canonicalJson(after.body)) {
    return refusal(`What is '${before.state}' stays as it is.`, 'Keep a new record for what comes after it.');
  }
  const changed = rule.openIn.includes(before.state)
    ? undefined
    : rule.terms.find((field) => canonicalJson(old.get(field)) !== canonicalJson(now.get(field)));
  if (changed !== undefined) {
    return refusal(
      `'${changed}' was settled when this left '${rule.openIn.join("', '")}' and cannot change.`,
      'Send it as it was; what has changed since goes into a new record.',
    );
  }
  const rewritten = rule.addsTo.find((field) => !onlyAddsTo(listOf(old.get(field)), listOf(now.get(field))));
  if (rewritten === undefined) return null;
  return refusal(
    `'${rewritten}' is only ever added to; an earlier entry was changed, moved or taken out.`,
    'Send every earlier entry as it was; put a correction after them.',
  );
}

function actorRefusal(rule: StepRule, step: RecordStep): Refusal | null {
  const { actor, action, before, after } = step;
  const body = fieldsOf(after.body);
  if (rule.madeAt !== null && body.get(rule.madeAt) !== actor.place) {
    const isMoved = before === null || fieldsOf(before.body).get(rule.madeAt) !== body.get(rule.madeAt);
    if (isMoved) return forbidden(`'${rule.madeAt}' is not your own place.`, `Put '${actor.place}' there.`);
  }
  if (before === null) {
    if (rule.madeBy !== null && body.get(rule.madeBy) !== actor.id) {
      return forbidden(`'${rule.madeBy}' names somebody else; one puts one's own name.`, 'Leave your own id there.');
    }
    return null;
  }
  if (before.state === after.state) return null;
  const needed = rule.actionInto[after.state];
  if (needed !== undefined && needed !== action) {
    return forbidden(
      `To make this '${after.state}' takes the action '${needed}', not '${action}'.`,
      `Send '${needed}'.`,
    );
  }
  if (needed === 'verify' && after.party !== null && actor.supplier === after.party) {
    return forbidden('A supplier cannot verify itself.', 'Ask the verifier whom the agreement names.');
  }
  if (needed === 'verify' && rule.verifiedAs !== null && step.verifier !== actor.place) {
    return forbidden('Only the verifier whom the agreement names can judge this.', 'Ask that body.');
  }
  if (rule.byAnother.includes(after.state) && step.hands.includes(actor.id)) {
    return forbidden(
      `Whoever wrote it, or brought it to '${before.state}', cannot make it '${after.state}'.`,
      'Ask a second person.',
    );
  }
  if (needed === 'verify' && rule.verdictBy !== null) {
    const verifier = fieldsOf(body.get(rule.verdictBy)).get('verifier');
    if (verifier !== actor.id)
      return forbidden('A verdict names whoever gives it.', 'Put your own id as the verifier.');
  }
  if (needed === 'approve' && rule.approvedAt !== null && !answersFor(body.get(rule.approvedAt), step)) {
    return forbidden(`Only the body at '${rule.approvedAt}', or one above it, can agree to this.`, 'Ask that body.');
  }
  if (rule.verifiedAs !== null && after.state === 'verified' && body.get(rule.verifiedAs) !== actor.place) {
    return forbidden(`'${rule.verifiedAs}' is not the body that you speak for.`, `Put '${actor.place}' there.`);
  }
  return null;
}

function answersFor(place: unknown, { actor, isBelow }: RecordStep): boolean {
  return typeof place === 'string' && isBelow(place, actor.place);
}

function fieldsOf(body: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function refusal(message: string, hint: string): Refusal {
  return { code: 'inconsistent', message, hint };
}

function forbidden(message: string, hint: string): Refusal {
  return { code: 'forbidden', message, hint };
}
