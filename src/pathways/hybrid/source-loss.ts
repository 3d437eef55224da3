// What a source profession loses to a hybrid role: study time while people learn, and the share they give up after.

export type LossQuestion = {
  /** People who start in a year. */
  readonly startsPerYear: number;
  readonly trainingMonths: number;
  /** Starters who complete, 0..1. */
  readonly completionShare: number;
  /** Share of a starter's FTE given to study while in training. */
  readonly protectedTimeShare: number;
  /** Share of the hybrid post that is no longer given to the source profession. */
  readonly shareGivenUp: number;
  /** Share of what is lost that is filled by others, paid for. */
  readonly backfillShare: number;
  /** Pay with on-costs of one FTE of the source profession for a year. */
  readonly payGbpPerFteYear: number;
};

export type SourceLoss = {
  /** FTE away in study, once the first cohort would be through. */
  readonly studyFte: number;
  /** FTE given up for good by those who complete in one year. */
  readonly givenUpFtePerYear: number;
  /** What is lost in study and not filled by others. */
  readonly unfilledStudyFte: number;
  readonly backfillCostGbpPerYear: number;
};

/** With steady starts. Dropouts leave the training evenly over its months, so that half of them is there on average.
 *  @source docs/model/pathways.md, eq. 8 */
export function sourceLoss(question: LossQuestion): SourceLoss {
  const { startsPerYear, trainingMonths, completionShare, protectedTimeShare, shareGivenUp, backfillShare } = question;
  const inTraining = startsPerYear * (trainingMonths / 12) * ((1 + completionShare) / 2);
  const studyFte = inTraining * protectedTimeShare;
  return {
    studyFte,
    givenUpFtePerYear: startsPerYear * completionShare * shareGivenUp,
    unfilledStudyFte: studyFte * (1 - backfillShare),
    backfillCostGbpPerYear: studyFte * backfillShare * question.payGbpPerFteYear,
  };
}
