// Cohorts as starts in a channel: as they were planned, and as they are forecast today.
import { assert, type Month } from '#kernel';
import { type Cohort, monthOfText } from './cohort.ts';
import { forecastFunnel } from './funnel-forecast.ts';
import type { TrainingProgramme } from './programme.ts';

export type CohortStart = {
  readonly channel: string;
  readonly role: string;
  readonly band: string;
  readonly place: string;
  readonly month: Month;
  /** Starters of whom, at the channel's own completion, as many come into post as in the cohort. Below 0 they take back
   *  what happens anyway. */
  readonly people: number;
};

export type CohortStarts = { readonly planned: readonly CohortStart[]; readonly forecast: readonly CohortStart[] };

/** A cohort of the plan is a start in both; of one that is part of what happens anyway the planned start is there already,
 *  so its forecast takes that back and puts itself in its place.
 *  @param completionOf share of a channel's starters who complete, more than 0
 *  @source docs/model/cohorts.md, eq. 3 */
export function cohortStarts(
  cohorts: readonly Cohort[],
  programmes: readonly TrainingProgramme[],
  completionOf: (channel: string) => number,
): CohortStarts {
  const planned: CohortStart[] = [];
  const forecast: CohortStart[] = [];
  for (const cohort of cohorts) {
    const programme = programmes.find(({ id }) => id === cohort.programme);
    assert(programme !== undefined, `cohort '${cohort.id}' names a programme that is there.`);
    const { channel, role, band } = programme;
    const seat = { channel, role, band, place: cohort.place };
    const completion = completionOf(channel);
    const wished = { ...seat, month: monthOfText(cohort.plannedStart), people: cohort.planned.inPost / completion };
    const expected = {
      ...seat,
      month: monthOfText(cohort.expectedStart),
      people: forecastFunnel(cohort).inPost / completion,
    };
    if (cohort.countedIn === 'plan') planned.push(wished);
    else forecast.push({ ...wished, people: -wished.people });
    forecast.push(expected);
  }
  return { planned, forecast };
}
