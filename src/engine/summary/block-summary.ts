// Block summaries: what one block of samples says of a place, and the sum of all blocks in memory that does not grow.
import { assert } from '#kernel';
import { scramblesOf } from '#workforce';
import type { Model } from '../model/model.ts';
import type { Estimates, Measure, MeasurePrecision, Slice } from '../projection.ts';
import type { Board } from './board.ts';
import { meansOf, type PlaceMeans, type PlaceSummary } from './place-summary.ts';
import { asColumns, lastGapFte, scatterOf, settlingOf, yearEndValues } from './precision.ts';
import { addSketch, emptySketch, quantilesOfSketch, sketchOf, type Sketch } from './sketch.ts';
import { heldQuantiles, summarise, type SummaryInput } from './summarise.ts';

/** A mean over samples and a sketch of them, by step or by year. */
type Sketched = { readonly mean: Float64Array; readonly sketch: Sketch };

/** Plain data, whose buffers may be handed over between threads. */
export type BlockSummary = PlaceMeans & {
  readonly kind: 'block';
  readonly firstSample: number;
  readonly samples: number;
  readonly series: readonly (Slice & { readonly measure: Measure } & Sketched)[];
  /** By the end of each year; null for an organisation. */
  readonly yearEnds: readonly ({ readonly measure: Measure } & Sketched)[] | null;
  /** Shape [sample]; null for all but the nation. */
  readonly lastGapFte: Float64Array | null;
};

export function blockSummaryOf(input: SummaryInput, firstSample: number): BlockSummary {
  const { model, place, board } = input;
  return {
    kind: 'block',
    ...meansOf(input),
    firstSample,
    samples: board.samples,
    series: summarise(input, ({ values, ...sampled }) => ({ ...sampled, sketch: sketchOf(values, board.samples) })),
    yearEnds: model.places[place]?.tier === 'organisation' ? null : sketchedYears(model, board),
    lastGapFte: model.places[place]?.parent === -1 ? lastGapFte(model, board) : null,
  };
}

function sketchedYears(model: Model, board: Board): BlockSummary['yearEnds'] {
  return yearEndValues(model, board).map(({ measure, values }) => {
    const bySample = new Float64Array(values.length * board.samples);
    values.forEach((ofYear, year) =>
      ofYear.forEach((value, sample) => (bySample[sample * values.length + year] = value)),
    );
    const mean = Float64Array.from(values, (ofYear) => ofYear.reduce((sum, value) => sum + value, 0) / board.samples);
    return { measure, mean, sketch: sketchOf(bySample, board.samples) };
  });
}

export type BlockAdder = {
  /** Takes the blocks in the order of their samples: means are sums whose last bit depends on it. */
  readonly add: (block: BlockSummary) => void;
  /** To be called once, after the last. */
  readonly finish: () => PlaceSummary;
};

/** Adds up what the blocks say of one place. @param samples how many there are in all blocks */
export function blockAdder(samples: number): BlockAdder {
  const scrambles = scramblesOf(samples);
  const years: Map<Measure, Sketched>[] = Array.from({ length: scrambles }, () => new Map());
  const gap = new Float64Array(samples);
  let sum: BlockSummary | null = null;
  let counted = 0;
  return {
    add(block) {
      assert(block.firstSample === counted, 'blocks are added in the order of their samples');
      counted += block.samples;
      sum ??= emptyLike(block);
      addMeans(sum, block, block.samples / samples);
      addSketched(sum.series, block.series, block.samples / samples);
      addYears(
        years[Math.floor((block.firstSample * scrambles) / samples)],
        block,
        (block.samples * scrambles) / samples,
      );
      if (block.lastGapFte !== null) gap.set(block.lastGapFte, block.firstSample);
    },
    finish() {
      assert(sum !== null && counted === samples, 'every block is added before the last word');
      return {
        ...sum,
        kind: 'whole',
        series: sum.series.map(({ sketch, ...series }) => {
          return { ...series, ...heldQuantiles(series.measure, quantilesOfSketch(sketch)) };
        }),
        precision: sum.yearEnds === null ? null : precisionOfYears(years),
        settling: sum.lastGapFte === null ? null : settlingOf(gap),
      };
    },
  };
}

function emptyLike(block: BlockSummary): BlockSummary {
  return {
    ...block,
    chanceClosed: new Float64Array(block.chanceClosed.length),
    fteByRole: new Float64Array(block.fteByRole.length),
    demandFteByRole: new Float64Array(block.demandFteByRole.length),
    series: block.series.map((each) => ({ ...each, ...emptySketched(each.mean.length) })),
  };
}

function emptySketched(steps: number): Sketched {
  return { mean: new Float64Array(steps), sketch: emptySketch(steps) };
}

/** @param weight share of all samples that are in the block */
function addMeans(into: PlaceMeans, block: PlaceMeans, weight: number): void {
  addWeighted(into.chanceClosed, block.chanceClosed, weight);
  addWeighted(into.fteByRole, block.fteByRole, weight);
  addWeighted(into.demandFteByRole, block.demandFteByRole, weight);
}

function addSketched(into: readonly Sketched[], block: readonly Sketched[], weight: number): void {
  into.forEach(({ mean, sketch }, index) => {
    const part = block[index];
    assert(part !== undefined, 'every block has the same series');
    addWeighted(mean, part.mean, weight);
    addSketch(sketch, part.sketch);
  });
}

/** @param weight share of the scramble's samples that are in the block */
function addYears(scramble: Map<Measure, Sketched> | undefined, { yearEnds }: BlockSummary, weight: number): void {
  assert(scramble !== undefined, 'a block lies within a scramble');
  for (const year of yearEnds ?? []) {
    const sum = scramble.get(year.measure) ?? emptySketched(year.mean.length);
    scramble.set(year.measure, sum);
    addSketched([sum], [year], weight);
  }
}

function addWeighted(into: Float64Array, values: Float64Array, weight: number): void {
  for (let cell = 0; cell < into.length; cell++) into[cell] = (into[cell] ?? 0) + (values[cell] ?? 0) * weight;
}

/** As it is read of samples that are all there, from each scramble's own means and sketches.
 *  @source docs/model/samples.md, eq. 7 */
function precisionOfYears(scrambles: readonly ReadonlyMap<Measure, Sketched>[]): readonly MeasurePrecision[] {
  const measures = [...(scrambles[0]?.keys() ?? [])];
  return scrambles.length === 1
    ? []
    : measures.map((measure) => {
        const each = scrambles.map((scramble) => estimatesByYear(scramble.get(measure)));
        const years = each[0] ?? [];
        const errors = years.map((_, year) => scatterOf(each.flatMap((ofYears) => ofYears[year] ?? [])));
        return { measure, ...asColumns(errors) };
      });
}

function estimatesByYear(sketched: Sketched | undefined): readonly Estimates[] {
  assert(sketched !== undefined, 'every scramble has every measure');
  const { p10, p50, p90 } = quantilesOfSketch(sketched.sketch);
  return Array.from(sketched.mean, (mean, year) => {
    return { mean, p10: p10[year] ?? 0, p50: p50[year] ?? 0, p90: p90[year] ?? 0 };
  });
}
