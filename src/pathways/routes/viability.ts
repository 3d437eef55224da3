// When a move can be made by learning beside the job: measures of how much of it one brings, each with its mark.
import type { RoleLevel } from './role-level.ts';

/** How two role levels compare, as a measure sees them. */
export type Comparison = {
  /** Share of the learning hours of the destination that one brings, 0..1; 0 where it does not say what it asks for. */
  readonly hoursBrought: number;
  /** The best credit that one brings for each skill of the destination, whatever its level, 0..1. */
  readonly bestCredits: readonly number[];
};

export type Measure = {
  readonly id: string;
  /** 0..1: how much of the destination one brings. */
  readonly score: (comparison: Comparison) => number;
  /** A move below this is not viable. */
  readonly viableFrom: number;
  /** The most steps of the pay scale, up or down. */
  readonly mostSteps: number;
  /** The least pay of the destination as a share of the pay before. */
  readonly leastPayRatio: number;
};

/** Coverage: the share of the learning hours that one brings; marks come from the pack's terms. */
export function coverageMeasure(viableFrom: number, mostSteps: number): Measure {
  return { id: 'coverage', score: ({ hoursBrought }) => hoursBrought, viableFrom, mostSteps, leastPayRatio: 0 };
}

/** The published rule of Mapping Career Causeways, as far as essential skills go: a soft count of the destination's
 *  skills that have a close match; viable above 0.30, one job zone apart at most, pay above 0.75 of before.
 *  @source Nesta, Mapping Career Causeways, 2020; docs/model/pathways.md, eq. 7 */
export const CAREER_CAUSEWAYS: Measure = {
  id: 'career-causeways',
  score: ({ bestCredits }) => matchOverlap(bestCredits),
  viableFrom: 0.3,
  mostSteps: 1,
  leastPayRatio: 0.75,
};

/** The share of a destination's skills that have a match: each counts by a logistic curve that is near 1 above a
 *  similarity of 0.95 and near 0 below 0.80.
 *  @param similarities the best match of each of the destination's skills, 0..1 */
export function matchOverlap(similarities: readonly number[]): number {
  if (similarities.length === 0) return 0;
  return similarities.reduce((sum, similarity) => sum + matchScore(similarity), 0) / similarities.length;
}

/** @param similarity of a skill held to a skill asked, 0..1 */
export function matchScore(similarity: number): number {
  return 1 / (1 + Math.exp(43.5 - 50 * similarity));
}

/** Whether one may move from one level to another by learning beside the job. What is not known about pay stops nobody.
 *  A registration cannot be learned beside the job. */
export function isViable(
  { from, to }: { readonly from: RoleLevel; readonly to: RoleLevel },
  score: number,
  measure: Measure,
): boolean {
  if (score < measure.viableFrom) return false;
  if (!to.registrations.every((each) => from.registrations.includes(each))) return false;
  if (from.payStep !== null && to.payStep !== null && Math.abs(to.payStep - from.payStep) > measure.mostSteps) {
    return false;
  }
  if (from.payGbpPerYear === null || to.payGbpPerYear === null) return true;
  return to.payGbpPerYear >= measure.leastPayRatio * from.payGbpPerYear;
}
