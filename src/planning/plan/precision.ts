// How sure the headline is: the error bar of the national gap, and the samples it takes to make it as small as one wants.
import { MOST_EXACT, SKETCH_PARTS, type Projection } from '#engine';
import { fail, ok, type Result } from '#kernel';
import { roundFte } from './figures.ts';
import type { PlanDocument } from './plan-document.ts';
import { fteInWords, percentInWords } from './words.ts';

/** How far off the headline may be: so many FTE, or such a share of the gap itself. */
export type Tolerance =
  | { readonly kind: 'fte'; readonly fte: number }
  | { readonly kind: 'share'; readonly share: number };

/** A standard error of eight scrambles covers 95 times in 100 when it is taken so many times (Student, 7 degrees). */
export const ERRORS_IN_95 = 2.36;

/** Past this many samples a nation takes longer than anybody waits. */
export const MOST_SAMPLES_FOR_TOLERANCE = 4096;

/** As one asks for it on a command line. */
export function toleranceText(tolerance: Tolerance): string {
  return tolerance.kind === 'fte' ? String(tolerance.fte) : `${Math.round(tolerance.share * 100_000) / 1000}%`;
}

/** The widest error bar of the headline at the last month: of its mean and of both ends of its interval; digital FTE, 95
 *  times in 100. Infinite where there is but one scramble of samples, which says nothing. */
export function errorBarFte({ settling }: Projection): number {
  const errors = settling.at(-1)?.errorFte ?? null;
  return errors === null ? Number.POSITIVE_INFINITY : Math.max(errors.mean, errors.p10, errors.p90) * ERRORS_IN_95;
}

/** The tolerance in digital FTE. */
export function toleratedFte(tolerance: Tolerance, { settling }: Projection): number {
  if (tolerance.kind === 'fte') return tolerance.fte;
  return tolerance.share * Math.abs(settling.at(-1)?.gapFte.mean ?? 0);
}

/** Doubles the samples until the headline is as sure as one wants, or there are as many as there may be.
 *  @param samples how many to begin with
 *  @param projectOn projects on so many samples */
export async function projectWithin<Run extends { readonly projection: Projection }>(
  request: { readonly samples: number; readonly tolerance: Tolerance | null },
  projectOn: (samples: number) => Promise<Result<Run>>,
): Promise<Result<Run>> {
  const { tolerance } = request;
  for (let { samples } = request; ; samples *= 2) {
    const run = await projectOn(samples);
    if (!run.ok || tolerance === null) return run;
    const { projection } = run.value;
    const isMet = errorBarFte(projection) <= toleratedFte(tolerance, projection);
    if (isMet || samples * 2 > MOST_SAMPLES_FOR_TOLERANCE) return run;
  }
}

/** @returns what is wrong with asking for a tolerance in a mode without samples */
export function checkTolerance(mode: PlanDocument['engine']['mode'], tolerance: Tolerance | null): Result<null> {
  if (tolerance === null || mode !== 'expected') return ok(null);
  return fail({
    code: 'inconsistent',
    message: "A tolerance is asked for in the mode 'expected', which has one sample and no error bar.",
    path: 'tolerance',
    hint: 'Leave the tolerance out, or choose the mode exact or draws.',
  });
}

export function precisionRows(projection: Projection): Pick<PlanDocument, 'precision' | 'settling'> {
  const rounded = (values: Float64Array): number[] => Array.from(values, roundFte);
  return {
    precision: projection.precision.flatMap(({ place, measures }) =>
      measures.map(({ measure, mean, p10, p50, p90 }) => {
        return { place, measure, mean: rounded(mean), p10: rounded(p10), p50: rounded(p50), p90: rounded(p90) };
      }),
    ),
    settling: projection.settling.map(({ samples, gapFte, errorFte }) => ({
      samples,
      gapFte: { mean: roundFte(gapFte.mean), p10: roundFte(gapFte.p10), p90: roundFte(gapFte.p90) },
      errorFte:
        errorFte === null
          ? null
          : { mean: roundFte(errorFte.mean), p10: roundFte(errorFte.p10), p90: roundFte(errorFte.p90) },
    })),
  };
}

/** One sentence: how far off the headline may be because samples are finite, and whether that is what was asked for. */
export function precisionSentence(projection: Projection, tolerance: Tolerance | null): string {
  const samples = projection.settling.at(-1)?.samples ?? 0;
  const bar = errorBarFte(projection);
  const asked = tolerance === null ? '' : askedInWords(tolerance, projection);
  if (bar === Number.POSITIVE_INFINITY) {
    const why = `${samples} ${samples === 1 ? 'sample says' : 'samples say'} nothing of their own error`;
    return `How far off the headline may be is not known: ${why}; from 64 on they do.${asked}`;
  }
  return (
    `With ${samples} samples the gap of the last month and both ends of its interval are within ${fteInWords(bar)} posts ` +
    `of what endless samples would give, 95 times in 100.${asked}${sketchInWords(samples)}`
  );
}

/** Said where quantiles are not exact. @source docs/model/samples.md, eq. 9 */
function sketchInWords(samples: number): string {
  if (samples <= MOST_EXACT) return '';
  return (
    ` Of more than ${MOST_EXACT} samples the ends of every interval, and medians, are read from counts in narrow classes: each ` +
    `is off by at most a ${SKETCH_PARTS}th part of the distance between the lowest and the highest sample.`
  );
}

function askedInWords(tolerance: Tolerance, projection: Projection): string {
  const wanted =
    tolerance.kind === 'fte' ? `${fteInWords(tolerance.fte)} FTE` : `${percentInWords(tolerance.share)} of the gap`;
  const isMet = errorBarFte(projection) <= toleratedFte(tolerance, projection);
  return isMet
    ? ` The tolerance asked for, ${wanted}, is met.`
    : ` The tolerance asked for, ${wanted}, is not met: ${MOST_SAMPLES_FOR_TOLERANCE} samples are the most that are tried.`;
}
