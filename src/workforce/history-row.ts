// One line of what was counted in the past: people in post at a moment, and who came and went in the year before it.
import type { Month } from '#kernel';

/** The member that stands for everybody on an axis that a row does not split. */
export const EVERYBODY = '*';

export type HistoryRow = {
  /** The month in which, or at whose end, people were counted; joiners and leavers are those of the twelve months up
   *  to it. */
  readonly period: Month;
  /** The workforce that is counted, such as a staff group. */
  readonly group: string;
  readonly place: string;
  readonly band: string;
  readonly ageGroup: string;
  /** People, or FTE where the file counts in FTE; null where the file does not say. */
  readonly stock: number | null;
  readonly joiners: number | null;
  readonly leavers: number | null;
  /** What the file itself calls the year, such as a freeze; null where it does not say. */
  readonly regime: string | null;
};
