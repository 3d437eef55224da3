// The assumptions that the model itself asks a pack for, by id; everything else in the register is named by the pack.
import type { Axis } from './assumption.ts';

export type Parameter = {
  readonly id: string;
  readonly unit: string;
  /** Axes a table may have, in this order; none means a scalar or dated value. */
  readonly axes: readonly Axis[];
  /** A pack without a required one is refused; an optional one that is missing has no effect. */
  readonly isRequired: boolean;
  readonly meaning: string;
};

/** Every id that the model knows by name, with the unit and the axes it must have. */
export const PARAMETERS = [
  {
    id: 'stock.level',
    unit: 'factor',
    axes: [],
    isRequired: false,
    meaning: 'Multiplies the whole opening stock: how sure we are of how many people there are.',
  },
  {
    id: 'attrition.yearly',
    unit: 'share/year',
    axes: ['band', 'ageGroup'],
    isRequired: true,
    meaning: 'Share of people who leave in a year, retirement included.',
  },
  {
    id: 'attrition.family-factor',
    unit: 'factor',
    axes: ['family'],
    isRequired: false,
    meaning: 'Multiplies attrition of a role family.',
  },
  {
    id: 'attrition.place-factor',
    unit: 'factor',
    axes: ['place'],
    isRequired: false,
    meaning: 'Multiplies attrition in a place and all below it.',
  },
  {
    id: 'attrition.level',
    unit: 'factor',
    axes: [],
    isRequired: false,
    meaning: 'Multiplies all attrition: the regime, and the retention lever.',
  },
  {
    id: 'promotion.yearly',
    unit: 'share/year',
    axes: ['band'],
    isRequired: true,
    meaning: 'Share of people in a band who move up to the next band of their role in a year.',
  },
  {
    id: 'reclassification.yearly',
    unit: 'share/year',
    axes: [],
    isRequired: false,
    meaning:
      'Net share of the opening stock that enters (or, below 0, leaves) in a year by recoding and internal transfer.',
  },
  {
    id: 'recruitment.yearly',
    unit: 'share/year',
    axes: ['band', 'ageGroup'],
    isRequired: true,
    meaning: 'Market joiners in a year in this age group as a share of the whole opening stock in the band.',
  },
  {
    id: 'recruitment.level',
    unit: 'factor',
    axes: [],
    isRequired: false,
    meaning: 'Multiplies market recruitment: the regime of growth or freeze.',
  },
  {
    id: 'establishment.level',
    unit: 'factor',
    axes: [],
    isRequired: false,
    meaning:
      'Funded posts as a multiple of the posts of the base month, by date; used where recruitment fills an establishment.',
  },
  {
    id: 'vacancy.share',
    unit: 'share',
    axes: [],
    isRequired: true,
    meaning: 'Share of funded posts that is vacant at the base month.',
  },
  {
    id: 'vacancy.filled-monthly',
    unit: 'share/month',
    axes: [],
    isRequired: false,
    meaning: 'Share of vacancies filled in a month where recruitment fills an establishment.',
  },
  {
    id: 'demand.level',
    unit: 'factor',
    axes: [],
    isRequired: false,
    meaning: 'Multiplies what the blueprint asks beyond the posts of today.',
  },
  {
    id: 'productivity.yearly',
    unit: 'share/year',
    axes: [],
    isRequired: false,
    meaning: 'Yearly fall in the FTE that the same work takes; an explicit lever, never folded into demand.',
  },
  {
    id: 'competence.months',
    unit: 'months',
    axes: [],
    isRequired: false,
    meaning: 'Months from coming into a post to doing the whole of its work; until then one grows into it evenly.',
  },
  {
    id: 'competence.newcomers-yearly',
    unit: 'share/year',
    axes: [],
    isRequired: false,
    meaning: 'Share of the people in post who are new to it in a year.',
  },
  {
    id: 'competence.level',
    unit: 'factor',
    axes: [],
    isRequired: false,
    meaning:
      'Multiplies the time to competence: what communities of practice do to it, say. Without a study it spans 1.',
  },
  {
    id: 'pay.salary',
    unit: 'GBP/year',
    axes: ['band'],
    isRequired: true,
    meaning: 'Salary of a full-time post in the band at base-month prices.',
  },
  {
    id: 'pay.on-costs',
    unit: 'share',
    axes: [],
    isRequired: true,
    meaning: 'Employer on-costs as a share of salary.',
  },
  {
    id: 'plan.shortage-price',
    unit: 'GBP/FTE-year',
    axes: [],
    isRequired: true,
    meaning: 'What a year without one full-time equivalent is held to cost; it makes the plan choose.',
  },
  {
    id: 'plan.budget-yearly',
    unit: 'GBP/year',
    axes: ['tier'],
    isRequired: false,
    meaning: 'The most the plan may spend on starts in a year, by the tier that is accountable.',
  },
] as const satisfies readonly Parameter[];

/** An id that the model knows by name. */
export type ParameterId = (typeof PARAMETERS)[number]['id'];
