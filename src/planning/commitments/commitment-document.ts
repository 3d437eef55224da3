// commitments.json and its table: the commitments of a plan with their sums, for whoever follows them.
import type { PlanDocument } from '../plan/plan-document.ts';
import type { Table } from '../ports.ts';
import type { Commitment, CommitmentDocument } from './commitment.ts';
import { commitmentsOfPlan } from './commitments-of-plan.ts';
import { rollUpCommitments } from './roll-up.ts';

export function commitmentDocument(plan: PlanDocument): CommitmentDocument {
  const commitments = commitmentsOfPlan(plan);
  return {
    format: 'cadre-commitments/1',
    pack: plan.pack,
    scenario: { id: plan.scenario.id, name: plan.scenario.name },
    commitments: [...commitments],
    rollUps: [...rollUpCommitments(commitments, plan.places)],
  };
}

/** One row a commitment; the posts of each stand in one cell, as `role band: people`. */
export function commitmentTable(commitments: readonly Commitment[]): Table {
  return {
    name: 'commitments',
    columns: [
      'id',
      'tier',
      'accountable_place',
      'place',
      'channel',
      'family',
      'financial_year_from',
      'posts',
      'people',
      'first_start_month',
      'last_start_month',
      'in_post_month',
      'cost_gbp',
      'fund',
      'requirements',
      'measure',
      'measure_month',
      'without_plan_fte',
      'with_plan_fte',
      'interventions',
    ],
    rows: commitments.map((each) => [
      each.id,
      each.tier,
      each.accountablePlace,
      each.place,
      each.channel,
      each.family,
      each.financialYear,
      each.posts.map(({ role, band, people }) => `${role} ${band}: ${people}`).join('; '),
      each.people,
      each.firstStartMonth,
      each.lastStartMonth,
      each.inPostMonth,
      each.costGbp,
      each.fund,
      each.requirements.join(' '),
      `${each.measure.measure} of ${each.measure.family} in ${each.measure.place}`,
      each.measure.month,
      each.measure.withoutPlanFte,
      each.measure.withPlanFte,
      each.interventions.join(' '),
    ]),
  };
}
