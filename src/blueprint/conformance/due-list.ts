// What falls due in each place: dates to mature, departures that lapse, evidence that expires, reviews and actions.
import type { Month } from '#kernel';
import type { BlueprintRecords } from '../records/blueprint-records.ts';
import type { ResolvedBlueprint } from '../resolved.ts';

/** Dates to mature, lapses of departures, ends of arrangements and of evidence, reviews of risks, and actions. */
export const DUE_KINDS = ['matures', 'deviation', 'statement', 'evidence', 'risk', 'action'] as const;

export type Due = {
  readonly month: Month;
  readonly kind: (typeof DUE_KINDS)[number];
  readonly place: string;
  readonly requirement: string;
  /** What falls due, in words. */
  readonly what: string;
};

/** @param span the months `from` ≤ month ≤ `to`; what should have been done before `from` and was not comes too
 *  @returns by month, then place, then requirement */
export function dueList(
  resolved: ResolvedBlueprint,
  records: BlueprintRecords,
  span: { readonly from: Month; readonly to: Month },
): readonly Due[] {
  const dues = [...askedFor(resolved), ...recorded(records)];
  return dues
    .filter((each) => each.month <= span.to && (each.month >= span.from || isOutstanding(each)))
    .sort((a, b) => a.month - b.month || compare(a.place, b.place) || compare(a.requirement, b.requirement));
}

/** Evidence, reviews and actions stay due until they are renewed or done; a date to mature just passes. */
function isOutstanding(due: Due): boolean {
  return due.kind === 'evidence' || due.kind === 'risk' || due.kind === 'action';
}

function askedFor(resolved: ResolvedBlueprint): readonly Due[] {
  return resolved.requirements.flatMap(({ place, requirement, matures, deviations }) => [
    {
      month: matures,
      kind: 'matures',
      place,
      requirement: requirement.id,
      what: `${requirement.title}: to be met in full`,
    },
    ...deviations.map((each): Due => {
      const subject = each.subject === '*' ? 'the requirement' : `'${each.subject}'`;
      const what = `the departure from ${subject} lapses (${each.reason})`;
      return { month: each.reviewBy, kind: 'deviation', place, requirement: requirement.id, what };
    }),
  ]);
}

function recorded(records: BlueprintRecords): readonly Due[] {
  const renewed = new Map<string, Month>();
  for (const { place, requirement, expires } of records.evidence) {
    const key = JSON.stringify([place, requirement]);
    renewed.set(key, Math.max(expires, renewed.get(key) ?? expires));
  }
  const due = (of: Pick<Due, 'place' | 'requirement'>, kind: Due['kind'], told: Pick<Due, 'month' | 'what'>): Due => ({
    ...told,
    kind,
    place: of.place,
    requirement: of.requirement,
  });
  return [
    ...records.statements.flatMap((each) =>
      each.until === null
        ? []
        : [due(each, 'statement', { month: each.until, what: `${each.provides}: the arrangement ends` })],
    ),
    // Evidence that newer evidence outlasts has been renewed, and its end is no matter.
    ...records.evidence
      .filter((each) => renewed.get(JSON.stringify([each.place, each.requirement])) === each.expires)
      .map((each) => due(each, 'evidence', { month: each.expires, what: `${each.summary}: the evidence expires` })),
    ...records.risks.map((each) =>
      due(each, 'risk', { month: each.reviewBy, what: `${each.summary}: the risk is reviewed by ${each.owner}` }),
    ),
    ...records.actions
      .filter((each) => each.done === null)
      .map((each) =>
        due(each, 'action', { month: each.due, what: `${each.summary}: ${each.owner} is to have done it` }),
      ),
  ];
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
