// A scenario: an overlay on the register and the levers, never a copy.
import type { Month } from '#kernel';
import type { Assumption } from './assumption.ts';

/** How market recruitment answers: as it has gone so far, or by filling the posts that are funded. */
export const RECRUITMENT_MODES = ['trend', 'establishment'] as const;
export type RecruitmentMode = (typeof RECRUITMENT_MODES)[number];

export type Scenario = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly recruitment: RecruitmentMode;
  /** Assumptions that stand in place of the register's, by id. */
  readonly assumptions: readonly Assumption[];
  /** Share of all staff at a tier that is to be digital by a month; shown beside the blueprint's need. */
  readonly ambition: Ambition | null;
};

export type Ambition = {
  readonly share: number;
  readonly by: Month;
  /** Driver that counts all staff in FTE. */
  readonly driver: string;
  readonly source: string;
};
