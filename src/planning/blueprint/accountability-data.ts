// Who answers for what in the view of a place, and what is wrong with it: orphans, claims and spans in one list.
import {
  accountableBodies,
  claimFindings,
  responsibilityChart,
  sharedServices,
  spanReadings,
  type ClaimFinding,
  type Orphan,
  type Responsibility,
  type SharedService,
  type SpanReading,
} from '#blueprint';
import { counted } from './blueprint-page.ts';
import type { BlueprintView } from './blueprint-view.ts';

export type AccountabilityData = {
  readonly chart: readonly Responsibility[];
  readonly orphans: readonly Orphan[];
  readonly claims: readonly ClaimFinding[];
  readonly spans: readonly SpanReading[];
  readonly shared: readonly SharedService[];
};

export function accountabilityData({ pack, resolved, resolvedWhole, month, codes }: BlueprintView): AccountabilityData {
  const { places, stock } = pack.system;
  const { orphans } = accountableBodies(resolved, places);
  const chart = responsibilityChart(resolved, places);
  const statements = pack.records.statements.filter((each) => codes.has(each.place));
  const rule = pack.blueprint.catalogue.spanOfControl;
  // A body's span is read over all it answers for, wherever that is.
  const { accountabilities } = accountableBodies(resolvedWhole, places);
  const answering = new Set(chart.map((each) => each.accountable));
  const spans = rule === null ? [] : spanReadings({ accountabilities, places, stock, rule });
  return {
    chart,
    orphans,
    claims: claimFindings({ resolved, places, statements, month }),
    spans: spans.filter((each) => answering.has(each.body)),
    shared: sharedServices(statements, month),
  };
}

const CLAIM_WORDS: Readonly<Record<ClaimFinding['kind'], string>> = {
  overlap: 'claimed twice',
  'left-out': 'left out',
  stray: 'claimed for nothing',
};

/** Something wrong with who answers, in words. */
export type AccountabilityFinding = {
  readonly finding: string;
  /** Null where a body answers for too many of them. */
  readonly requirement: string | null;
  /** Code of the place, or of the body. */
  readonly place: string;
  readonly sentence: string;
};

export function accountabilityFindings({
  orphans,
  claims,
  spans,
}: AccountabilityData): readonly AccountabilityFinding[] {
  return [
    ...orphans.map(({ requirement, place, message }) => ({
      finding: 'nobody answers',
      requirement,
      place,
      sentence: message,
    })),
    ...claims.map(({ kind, requirement, place, message }) => ({
      finding: CLAIM_WORDS[kind],
      requirement,
      place,
      sentence: message,
    })),
    ...spans
      .filter((each) => each.isOverstretched)
      .map((each) => ({
        finding: 'answers for too much',
        requirement: null,
        place: each.body,
        sentence: `'${each.body}' answers for ${counted(each.requirements, 'requirement', 'requirements')} in ${counted(each.places, 'place', 'places')} with ${counted(each.seniorPeople, 'senior person', 'senior people')}, who can answer for ${each.capacity}`,
      })),
  ];
}
