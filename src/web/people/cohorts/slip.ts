// How far a cohort has slipped.
import { monthOfText, type Cohort } from '#pathways';

/** Months by which it starts later than planned; below 0 where it starts earlier. */
export function slipMonths({ plannedStart, expectedStart }: Cohort): number {
  return monthOfText(expectedStart) - monthOfText(plannedStart);
}
