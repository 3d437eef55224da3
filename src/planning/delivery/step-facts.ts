// What is known of a place when its six steps are read: from the plan, the pack, and the records of delivery.
import { monthOf, type StepFacts } from '#delivery';
import { parseMonth, type Month } from '#kernel';
import { subtreeOf, placeTree } from '#workforce';
import { findSeries } from '../plan/figures.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import type { Pack } from '../ports.ts';
import type { DeliveryRecords } from './delivery-records.ts';
import type { SlippedGap } from './slipped-gap.ts';

export type FactsGiven = {
  readonly pack: Pack;
  readonly plan: PlanDocument;
  readonly records: DeliveryRecords;
  readonly gaps: readonly SlippedGap[];
  readonly place: string;
  readonly now: Month;
};

export function stepFacts({ pack, plan, records, gaps, place, now }: FactsGiven): StepFacts {
  const below = new Set(subtreeOf(placeTree(pack.system.places), place).map(({ code }) => code));
  const commitments = records.commitments.filter((each) => below.has(each.accountablePlace) || below.has(each.place));
  const months = records.evidence
    .filter((each) => each.state === 'verified' && below.has(each.place))
    .map(({ month }) => monthOf(month));
  const stated = new Set(
    pack.records.statements.filter((each) => below.has(each.place)).map((each) => each.requirement),
  );
  const lastStep = plan.months.length - 1;
  const at = (measure: 'fte' | 'demandFte', step: number) =>
    findSeries(plan.series, { measure, place })?.mean[step] ?? 0;
  const present = gaps.filter((each) => each.place === place).at(-1)?.presentGapFte;
  return {
    now,
    purpose: plan.intendedUse === '' ? null : plan.intendedUse,
    requirements: plan.requirements.length,
    requirementsUnstated: plan.requirements.map(({ id }) => id).filter((id) => !stated.has(id)),
    demandFte: at('demandFte', lastStep),
    supplyFte: at('fte', 0),
    assumptionsOverdue: plan.assumptions
      .filter(({ reviewBy }) => (parseMonth(reviewBy) ?? 0) < now)
      .map(({ id }) => id),
    assumptionsUnsigned: plan.assumptions.filter(({ signedOffBy }) => signedOffBy === null).length,
    commitments: {
      all: commitments.length,
      agreed: commitments.filter(({ state }) => state !== 'proposed' && state !== 'withdrawn').length,
      late: commitments.filter(({ state }) => state === 'late').length,
    },
    gapFte: present ?? 0,
    lastEvidence: months.length === 0 ? null : Math.max(...months),
    casesWithoutOutcome: records.cases
      .filter((each) => below.has(each.place) && each.outcomes.length === 0)
      .map(({ title }) => title),
  };
}
