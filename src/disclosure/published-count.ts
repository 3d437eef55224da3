// A count of people as it is published: hidden, or shown and rounded; and what a reader can learn from it.
import { assert } from '#kernel';
import type { DisclosureRule } from './disclosure-rule.ts';

/** `kind` says whether the number itself may be shown; `people` is what it counts as in sums. */
export type PublishedCount = { readonly kind: 'hidden' | 'shown'; readonly people: number };

/** @param people whole people, 0 or more */
export function publishCount(rule: DisclosureRule, people: number): PublishedCount {
  assert(Number.isInteger(people) && people >= 0, `${people} is to be published as a count of people`);
  return isHidden(rule, people)
    ? { kind: 'hidden', people: rule.countHiddenAs }
    : { kind: 'shown', people: rounded(rule, people) };
}

/** Every count that is published like this one, as the least and the greatest of them: what a reader who knows the rule
 *  can learn from it, and no more. */
export function possibleCounts(
  rule: DisclosureRule,
  { kind, people }: PublishedCount,
): { readonly least: number; readonly greatest: number } {
  if (kind === 'hidden') return { least: rule.hideFrom, greatest: rule.hideTo };
  const candidates = Array.from({ length: 2 * rule.roundTo + 1 }, (_, index) => people - rule.roundTo + index).filter(
    (each) => each >= 0 && !isHidden(rule, each) && rounded(rule, each) === people,
  );
  const [least] = candidates;
  const greatest = candidates.at(-1);
  assert(least !== undefined && greatest !== undefined, `no count is published as ${people} by rule '${rule.name}'`);
  return { least, greatest };
}

/** How a count is written for readers: `*` where it is hidden. */
export function countInWords({ kind, people }: PublishedCount): string {
  return kind === 'hidden' ? '*' : String(people);
}

function isHidden({ hideFrom, hideTo }: DisclosureRule, people: number): boolean {
  return people > 0 && people >= hideFrom && people <= hideTo;
}

function rounded({ roundTo }: DisclosureRule, people: number): number {
  return Math.floor((people + roundTo / 2) / roundTo) * roundTo;
}
