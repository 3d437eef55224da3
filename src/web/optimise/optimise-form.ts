// What a planner asks of the optimiser, read from the fields of its form.
import type { PageRequest } from '#http';
import type { OptimiseOrder } from '#service';
import type { FormProblem } from '../shell/problem-summary.tsx';

const SEEKS = ['frontier', 'budget', 'target', 'cost'] as const;
export type Seek = (typeof SEEKS)[number];

/** A dozen points and the end at which more money no longer helps. */
const USUAL_POINTS = 13;
/** Share of futures that count as the worst. */
const TAIL_SHARE = 0.1;

export type OptimiseFields = {
  readonly scenario: string;
  readonly seek: string;
  readonly budgetMillions: string;
  readonly per: string;
  readonly targetPercent: string;
  readonly riskPercent: string;
  readonly without: readonly string[];
  readonly chosenPoint: string;
};

export function fieldsIn({ form }: PageRequest): OptimiseFields {
  const of = (name: string) => form.find(([field]) => field === name)?.[1].trim() ?? '';
  return {
    scenario: of('scenario'),
    seek: of('seek'),
    budgetMillions: of('budgetMillions'),
    per: of('per'),
    targetPercent: of('targetPercent'),
    riskPercent: of('riskPercent'),
    without: form.filter(([field]) => field === 'without').map(([, id]) => id),
    chosenPoint: of('chosenPoint'),
  };
}

export const EMPTY_FIELDS: OptimiseFields = {
  scenario: '',
  seek: 'frontier',
  budgetMillions: '',
  per: 'plan',
  targetPercent: '',
  riskPercent: '',
  without: [],
  chosenPoint: '',
};

export type OrderRead =
  | { readonly ok: true; readonly order: OptimiseOrder }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

export function readOrder(fields: OptimiseFields): OrderRead {
  const problems: FormProblem[] = [];
  const seek = SEEKS.find((known) => known === fields.seek);
  if (seek === undefined) problems.push({ field: 'seek-1', message: 'Choose what the plan is to be best at.' });
  const number = (text: string, rule: { field: string; low: number; high: number; what: string }): number => {
    const value = text === '' ? Number.NaN : Number(text);
    if (!(value >= rule.low && value <= rule.high)) problems.push({ field: rule.field, message: rule.what });
    return value;
  };
  const millions =
    seek === 'budget'
      ? number(fields.budgetMillions, {
          field: 'budgetMillions',
          low: 0,
          high: 1e6,
          what: 'Give the budget as a number of million pounds, 0 or more.',
        })
      : null;
  const target =
    seek === 'target'
      ? number(fields.targetPercent, {
          field: 'targetPercent',
          low: 1,
          high: 100,
          what: 'Give the share of the shortage to close, from 1 to 100 percent.',
        })
      : null;
  const risk =
    fields.riskPercent === ''
      ? null
      : number(fields.riskPercent, {
          field: 'riskPercent',
          low: 0,
          high: 100,
          what: 'Give the weight of the worst futures from 0 to 100 percent, or leave it empty.',
        });
  if (risk !== null && seek === 'target') {
    problems.push({ field: 'riskPercent', message: 'A target is set for the mean course: leave the weight empty.' });
  }
  const point = fields.chosenPoint === '' ? null : Number(fields.chosenPoint);
  if (point !== null && !(Number.isInteger(point) && point >= 1 && point <= USUAL_POINTS)) {
    problems.push({ field: 'chosenPoint', message: `Choose a point from 1 to ${USUAL_POINTS}.` });
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    order: {
      scenario: fields.scenario,
      frontierPoints: seek === 'frontier' ? USUAL_POINTS : 0,
      chosenPoint: seek === 'frontier' ? point : null,
      aim: {
        budget: millions === null ? null : { gbp: millions * 1e6, per: fields.per === 'year' ? 'year' : 'plan' },
        targetShare: target === null ? null : target / 100,
        risk: risk === null ? null : { weight: risk / 100, tailShare: TAIL_SHARE },
        without: fields.without,
      },
    },
  };
}
