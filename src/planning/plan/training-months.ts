// How much of a year somebody is in training.

/** The part of a year after the base month, 0..1, in which one who starts in a month is in training.
 *  @param at.startMonth months after the base month */
export function shareOfYearInTraining(at: {
  readonly startMonth: number;
  readonly months: number;
  readonly year: number;
}): number {
  const from = Math.max(at.startMonth, at.year * 12);
  const to = Math.min(at.startMonth + at.months, (at.year + 1) * 12);
  return Math.max(0, to - from) / 12;
}
