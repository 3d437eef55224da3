// Which uncertain values go up and down together, and what that makes of numbers that were drawn apart.
import { assert, choleskyFactor, normalCdf, normalQuantile, sineOfSmall } from '#kernel';
import type { Assumption } from './assumption.ts';

/** Two assumptions with a range and the rank correlation (Spearman's) of their samples, with the same particulars as any
 *  figure of the register. */
export type Correlation = Pick<
  Assumption,
  'kind' | 'source' | 'note' | 'reliability' | 'owner' | 'signedOffBy' | 'reviewBy'
> & {
  readonly between: readonly [string, string];
  /** −1 to 1. */
  readonly rank: number;
};

/** Dimensions that go together, and the root of the correlations of their normal scores. */
export type CorrelatedGroup = { readonly members: readonly number[]; readonly factor: Float64Array };

/** The groups into which correlations tie the dimensions; whoever is in none is independent of all others.
 *  @param ids in the order of their dimensions
 *  @returns null where the correlations contradict each other: no numbers could have them all */
export function correlatedGroups(
  ids: readonly string[],
  correlations: readonly Correlation[],
): readonly CorrelatedGroup[] | null {
  const groups = membersTogether(ids, correlations).map((members) => ({
    members,
    factor: choleskyFactor(scoreCorrelations(ids, members, correlations), members.length),
  }));
  const sound = groups.flatMap(({ members, factor }) => (factor === null ? [] : [{ members, factor }]));
  return sound.length === groups.length ? sound : null;
}

/** Ties points together that were drawn apart: each stays uniform, the first member of a group stays as it is.
 *  @param points strictly between 0 and 1, shape [point][dimension]; changed in place
 *  @source docs/model/samples.md, eq. 5–6 */
export function correlatePoints(points: Float64Array, dimensions: number, groups: readonly CorrelatedGroup[]): void {
  for (const { members, factor } of groups) {
    for (let first = 0; first < points.length; first += dimensions) {
      const scores = members.map((dimension) => normalQuantile(points[first + dimension] ?? 0.5));
      members.forEach((dimension, row) => {
        if (row === 0) return;
        let score = 0;
        for (let column = 0; column <= row; column++) {
          score += (factor[row * members.length + column] ?? 0) * (scores[column] ?? 0);
        }
        points[first + dimension] = Math.min(Math.max(normalCdf(score), LEAST), 1 - LEAST);
      });
    }
  }
}

/** A chance of exactly 0 or 1 has no quantile; as close to it as any point that is drawn. */
const LEAST = 1.164_153_218_269_348_1e-10;

function membersTogether(ids: readonly string[], correlations: readonly Correlation[]): readonly (readonly number[])[] {
  const groupOf = ids.map((_, dimension) => dimension);
  for (const { between } of correlations) {
    const [one, other] = between.map((id) => groupOf[ids.indexOf(id)]);
    if (one === undefined || other === undefined) continue;
    groupOf.forEach((group, dimension) => {
      if (group === Math.max(one, other)) groupOf[dimension] = Math.min(one, other);
    });
  }
  return [...new Set(groupOf)]
    .map((group) => [...ids.keys()].filter((dimension) => groupOf[dimension] === group))
    .filter((members) => members.length > 1);
}

/** Correlations of normal scores whose ranks have the stated ones. */
function scoreCorrelations(
  ids: readonly string[],
  members: readonly number[],
  correlations: readonly Correlation[],
): Float64Array {
  const size = members.length;
  const matrix = new Float64Array(size * size);
  for (let member = 0; member < size; member++) matrix[member * size + member] = 1;
  for (const { between, rank } of correlations) {
    assert(rank >= -1 && rank <= 1, `a rank correlation lies between −1 and 1, not at ${rank}`);
    const [one = -1, other = -1] = between.map((id) => members.indexOf(ids.indexOf(id)));
    if (one < 0 || other < 0) continue;
    const score = 2 * sineOfSmall((Math.PI * rank) / 6);
    matrix[one * size + other] = score;
    matrix[other * size + one] = score;
  }
  return matrix;
}
