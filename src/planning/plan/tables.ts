// The plan as tables for spreadsheets: what plan.json holds, one table a subject, figures once a year.
import { commitmentTable } from '../commitments/commitment-document.ts';
import { commitmentsOfPlan } from '../commitments/commitments-of-plan.ts';
import type { Table } from '../ports.ts';
import type { PlanDocument } from './plan-document.ts';

const MONTHS_A_YEAR = 12;

/** Names of the tables of every plan, in their order. */
export const PLAN_TABLES = [
  'projection',
  'projection-with-plan',
  'interventions',
  'commitments',
  'costs',
  'requirements',
  'assumptions',
  'sources',
] as const;

/** The tables of a plan one by one, each made when it is asked for; rows stand in the order of the document. */
export function* planTables(plan: PlanDocument): Generator<Table> {
  for (const name of PLAN_TABLES) yield tableNamed(name, plan);
}

function tableNamed(name: (typeof PLAN_TABLES)[number], plan: PlanDocument): Table {
  switch (name) {
    case 'projection':
      return seriesTable(name, plan.series, plan.months);
    case 'projection-with-plan':
      return seriesTable(name, plan.seriesWithPlan, plan.months);
    case 'interventions':
      return interventionTable(plan);
    case 'commitments':
      return commitmentTable(commitmentsOfPlan(plan));
    case 'costs':
      return costTable(plan);
    case 'requirements':
      return requirementTable(plan);
    case 'assumptions':
      return assumptionTable(plan);
    case 'sources':
      return sourceTable(plan);
  }
}

function seriesTable(name: string, series: PlanDocument['series'], months: readonly string[]): Table {
  return {
    name,
    columns: ['measure', 'place', 'family', 'role', 'band', 'month', 'mean', 'p10', 'p50', 'p90'],
    rows: series.flatMap((each) =>
      months.flatMap((month, index) =>
        index % MONTHS_A_YEAR === 0
          ? [
              [
                each.measure,
                each.place,
                each.family,
                each.role,
                each.band,
                month,
                each.mean[index] ?? 0,
                each.p10[index] ?? 0,
                each.p50[index] ?? 0,
                each.p90[index] ?? 0,
              ],
            ]
          : [],
      ),
    ),
  };
}

function interventionTable(plan: PlanDocument): Table {
  return {
    name: 'interventions',
    columns: [
      'id',
      'accountable_tier',
      'accountable_place',
      'channel',
      'role',
      'band',
      'place',
      'start_month',
      'in_post_month',
      'people',
      'cost_gbp',
      'fund',
      'requirements',
    ],
    rows: plan.interventions.map((each) => [
      each.id,
      each.accountableTier,
      each.accountablePlace,
      each.channel,
      each.role,
      each.band,
      each.place,
      each.startMonth,
      each.inPostMonth,
      each.people,
      each.costGbp,
      each.fund,
      each.requirements.join(' '),
    ]),
  };
}

function costTable(plan: PlanDocument): Table {
  return {
    name: 'costs',
    columns: ['financial_year_from', 'tier', 'fund', 'cost_gbp'],
    rows: plan.plan.costs.map(({ year, tier, fund, costGbp }) => [year, tier, fund, costGbp]),
  };
}

function requirementTable(plan: PlanDocument): Table {
  return {
    name: 'requirements',
    columns: [
      'id',
      'title',
      'domain',
      'accountable_tier',
      'from',
      'matures',
      'demand_fte_mean',
      'p10',
      'p50',
      'p90',
      'standards',
    ],
    rows: plan.requirements.map((each) => [
      each.id,
      each.title,
      each.domain,
      each.accountableTier,
      each.from,
      each.matures,
      each.demandFteAtMaturity.mean,
      each.demandFteAtMaturity.p10,
      each.demandFteAtMaturity.p50,
      each.demandFteAtMaturity.p90,
      each.standards.join('; '),
    ]),
  };
}

function assumptionTable(plan: PlanDocument): Table {
  return {
    name: 'assumptions',
    columns: [
      'id',
      'description',
      'unit',
      'value',
      'range',
      'kind',
      'source',
      'note',
      'reliability',
      'owner',
      'signed_off_by',
      'review_by',
    ],
    rows: plan.assumptions.map((each) => [
      each.id,
      each.description,
      each.unit,
      each.value,
      each.range ?? '',
      each.kind,
      each.source,
      each.note,
      each.reliability,
      each.owner,
      each.signedOffBy ?? '',
      each.reviewBy,
    ]),
  };
}

function sourceTable(plan: PlanDocument): Table {
  return {
    name: 'sources',
    columns: ['id', 'title', 'publisher', 'date', 'kind', 'licence'],
    rows: plan.sources.map(({ id, title, publisher, date, kind, licence }) => [
      id,
      title,
      publisher,
      date,
      kind,
      licence,
    ]),
  };
}
