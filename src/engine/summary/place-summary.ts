// Place summaries: everything that is said of one place, where all its samples are there at once.
import type { MeasurePrecision, Series, Settling } from '../projection.ts';
import { lastGapFte, precisionOf, settlingOf } from './precision.ts';
import { chanceClosedOf, exactSeries, meanDemandOf, summarise, type SummaryInput } from './summarise.ts';

/** What is a mean over samples and no more. */
export type PlaceMeans = {
  readonly place: number;
  /** Shape [step]. */
  readonly chanceClosed: Float64Array;
  /** Shape [role][step]. */
  readonly fteByRole: Float64Array;
  readonly demandFteByRole: Float64Array;
};

export type PlaceSummary = PlaceMeans & {
  readonly kind: 'whole';
  readonly series: readonly Series[];
  /** Null for an organisation. */
  readonly precision: readonly MeasurePrecision[] | null;
  /** Null for all but the nation. */
  readonly settling: readonly Settling[] | null;
};

export function placeSummaryOf(input: SummaryInput): PlaceSummary {
  const { model, place, board } = input;
  return {
    kind: 'whole',
    ...meansOf(input),
    series: summarise(input, (sampled) => exactSeries(sampled, board.samples)),
    precision: model.places[place]?.tier === 'organisation' ? null : precisionOf(model, board),
    settling: model.places[place]?.parent === -1 ? settlingOf(lastGapFte(model, board)) : null,
  };
}

export function meansOf({ model, place, board }: SummaryInput): PlaceMeans {
  const width = model.steps + 1;
  const demandFteByRole = new Float64Array(model.roles.length * width);
  model.roles.forEach((_, role) => demandFteByRole.set(meanDemandOf(model, board, role), role * width));
  return {
    place,
    chanceClosed: chanceClosedOf(model, board),
    fteByRole: board.roles.expectedFte.map((sum) => sum / board.samples),
    demandFteByRole,
  };
}
