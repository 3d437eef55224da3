// What a programme in whole people needs beyond one in fractions: cohorts that run or do not, openings with a start.
import { atMostOne } from './formulate-rules.ts';
import type { Draft } from './formulate-rules.ts';
import { valueOfLimit } from './plan-limit.ts';
import { itemAt, yearOfStart } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { StartColumn } from './start-columns.ts';

/** A column for each cohort that may not be of one: whether it runs. Then as many start together as the channel asks at
 *  least, and no more than there is room for in the place. */
export function writeCohorts(problem: PlanProblem, { starts, columns, choices, rows, entries }: Draft): void {
  const cohorts = new Map<string, { readonly start: StartColumn; readonly members: number[] }>();
  starts.forEach((start, column) => {
    const { channel } = itemAt(problem.options, start.option);
    if (itemAt(problem.channels, channel).minimumCohort <= 1) return;
    const key = `${channel}:${start.place}:${start.start}`;
    const cohort = cohorts.get(key) ?? { start, members: [] };
    cohorts.set(key, cohort);
    cohort.members.push(column);
  });
  for (const [key, { start, members }] of cohorts) {
    const { channel } = itemAt(problem.options, start.option);
    const { minimumCohort } = itemAt(problem.channels, channel);
    const cohort = { kind: 'cohort', channel, place: start.place, start: start.start } as const;
    const least = rows.add({ ...cohort, bound: 'least' });
    const most = rows.add({ ...cohort, bound: 'most' });
    for (const column of members) {
      entries.pushInto(column, least, -1);
      entries.pushInto(column, most, 1);
    }
    const year = yearOfStart(problem, start.start);
    choices.add(columns.length);
    columns.push(atMostOne(`cohort:${key}`, 0));
    entries.push(least, minimumCohort);
    entries.push(most, -valueOfLimit(problem, { kind: 'place-capacity', channel, place: start.place, year }));
    entries.closeColumn();
  }
}

/** A channel opens in the year of its first start, and not before, so that its cost falls into that year's budgets. */
export function writeFirstStarts(problem: PlanProblem, { starts, openings, rows, entries }: Draft): void {
  openings.forEach(({ channel, group, year }, column) => {
    const row = rows.add({ kind: 'opening', channel, group, year });
    entries.pushInto(column, row, 1);
    const { opening } = itemAt(problem.channels, channel);
    starts.forEach((start, startColumn) => {
      const isItsOwn =
        itemAt(problem.options, start.option).channel === channel &&
        opening?.groupOfPlace[start.place] === group &&
        yearOfStart(problem, start.start) === year;
      if (isItsOwn) entries.pushInto(startColumn, row, -1);
    });
  });
}
