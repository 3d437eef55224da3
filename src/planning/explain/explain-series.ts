// A cell of a series, computed anew from the pack and taken apart.
import { partOf, type Start } from '#engine';
import { fail, formatMonth, ok, type Result } from '#kernel';
import { findSeries, seriesRow, type SeriesRow } from '../plan/figures.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import type { PreparedRun } from '../plan/plan-workforce.ts';
import type { RunControl, Simulator } from '../ports.ts';
import { assumptionPart, type ExplainedPart, type Explanation } from './explanation.ts';
import { demandExplained } from './explain-demand.ts';
import { supplyExplained } from './explain-supply.ts';
import type { FigureName } from './figure-name.ts';

export type SeriesFigure = Extract<FigureName, { readonly kind: 'series' }>;

export type SeriesQuestion = {
  readonly figure: SeriesFigure;
  readonly name: string;
  readonly plan: PlanDocument;
  readonly starts: readonly Start[];
};

/** Runs the part of the model that the place is the sum of, on the samples of the plan, and reads the figure again. */
export async function explainSeries(
  run: PreparedRun,
  question: SeriesQuestion,
  world: { readonly simulator: Simulator; readonly control: RunControl },
): Promise<Result<Explanation>> {
  const { figure, plan, name } = question;
  const step = figure.month - run.model.baseMonth;
  const stated = findSeries(figure.isWithPlan ? plan.seriesWithPlan : plan.series, figure)?.[figure.statistic][step];
  if (stated === undefined) return fail(unknownFigure(question));
  const part = partOf(run.model, figure.place);
  const units = new Set(part.units.map(({ code }) => code));
  const starts = figure.isWithPlan ? question.starts.filter(({ place }) => units.has(place)) : [];
  const request = { mode: run.options.mode, seed: run.options.seed, samples: run.samples, starts };
  const projection = await world.simulator.project(part, request, world.control);
  if (!projection.ok) return projection;
  const rows = projection.value.series.filter(({ place }) => place === figure.place).map(seriesRow);
  const value = findSeries(rows, figure)?.[figure.statistic][step] ?? Number.NaN;
  return ok({
    figure: name,
    says: inWords(figure, plan),
    unit: UNITS[figure.measure],
    value,
    stated,
    isReproduced: value === stated,
    formula: formulaOf(figure, run.samples.count),
    parts: partsOf(run, { figure, rows, step, starts }),
  });
}

type Taken = {
  readonly figure: SeriesFigure;
  readonly rows: readonly SeriesRow[];
  readonly step: number;
  readonly starts: readonly Start[];
};

function partsOf(run: PreparedRun, taken: Taken): readonly ExplainedPart[] {
  const { figure, rows, step, starts } = taken;
  const meanOf = (measure: SeriesRow['measure']): number => findSeries(rows, { ...figure, measure })?.mean[step] ?? 0;
  const supply = (measure: 'headcount' | 'fte'): readonly ExplainedPart[] =>
    supplyExplained(run, { slice: figure, step, starts, measure, mean: meanOf(measure) });
  const whole = (measure: 'fte' | 'demandFte', parts: readonly ExplainedPart[]): ExplainedPart => ({
    name: measure,
    value: meanOf(measure),
    unit: 'FTE',
    says: measure === 'fte' ? 'supply: the mean, by where people came from' : 'demand: the mean, by requirement',
    source: null,
    location: null,
    parts,
  });
  switch (figure.measure) {
    case 'headcount':
      return supply('headcount');
    case 'fte':
      return supply('fte');
    case 'demandFte':
      return demandExplained(run, { slice: figure, step });
    case 'gapFte':
    case 'shortageFte':
      return [whole('fte', supply('fte')), whole('demandFte', demandExplained(run, { slice: figure, step }))];
    case 'costGbp':
      return [
        whole('fte', supply('fte')),
        ...run.register
          .filter(({ id }) => id.startsWith('pay.'))
          .map((assumption) => assumptionPart(run.pack, assumption)),
      ];
  }
}

const UNITS: { readonly [measure in SeriesFigure['measure']]: string } = {
  headcount: 'people',
  fte: 'FTE',
  demandFte: 'FTE',
  gapFte: 'FTE',
  shortageFte: 'FTE',
  costGbp: 'GBP/month',
};

function formulaOf({ measure, statistic }: SeriesFigure, samples: number): string {
  const read =
    statistic === 'mean'
      ? `the mean over ${samples} samples`
      : `the ${PERCENTILES[statistic]} percentile over ${samples} samples`;
  const what = {
    headcount: 'people in post = those of the base month still here + each way in since',
    fte: 'digital FTE = Σ people × FTE a head × digital share of the role',
    demandFte: 'Σ over requirements of formula × course to maturity × level × productivity, digital share',
    gapFte: 'fte − demandFte; below 0 is a shortfall',
    shortageFte: 'Σ over roles and the finest places of max(0, demandFte − fte)',
    costGbp: 'Σ digital FTE × salary of the band × (1 + on-costs) ÷ 12 + cost of the starts of the month',
  }[measure];
  // Percentiles of parts do not add up to the percentile of the whole; means do.
  const parts = statistic === 'mean' ? '' : '; the parts below explain the mean, not this percentile';
  return `${what}; ${read}${parts}`;
}

const PERCENTILES = { p10: 'tenth', p50: 'fiftieth', p90: 'ninetieth' } as const;

function inWords({ measure, place, family, role, band, month, isWithPlan }: SeriesFigure, plan: PlanDocument): string {
  const slice = [
    family === '*' ? '' : `family ${family}`,
    role === '*' ? '' : `role ${role}`,
    band === '*' ? '' : `band ${band}`,
  ]
    .filter((each) => each !== '')
    .join(', ');
  const where = plan.places.find(({ code }) => code === place)?.name ?? place;
  return `${measure} of ${where}${slice === '' ? '' : `, ${slice}`}, ${formatMonth(month)}, ${isWithPlan ? 'with the plan' : 'without the plan'}`;
}

function unknownFigure({ name, figure, plan }: SeriesQuestion) {
  const isPlace = plan.places.some(({ code }) => code === figure.place);
  return {
    code: 'not-found',
    message: isPlace
      ? `Figure '${name}' is not in the plan: it has no such month, family, role or band for '${figure.place}'.`
      : `Figure '${name}': the plan has no place '${figure.place}'.`,
    path: 'FIGURE',
    hint: `Months run from ${plan.months[0]} to ${plan.months.at(-1)}; tables/projection.csv lists places and slices.`,
  } as const;
}
