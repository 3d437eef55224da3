// What starts and market joiners of one unit give at each year's end in one sample, read from the value of a person.
import { completionOf, marketJoinersOf } from '../mean/joiners.ts';
import type { Transitions } from '../mean/transitions.ts';
import { groupSharesAfter } from '../model/age-axis.ts';
import { birthdaysBetween } from '../model/intake.ts';
import { scalarOf, type SampleRow } from '../model/lever.ts';
import type { Model, ModelChannel, Schedule, Unit } from '../model/model.ts';
import type { Cohort, Intake } from '../model/intake.ts';
import { digitalShareOfRow } from '../readings/slice-rows.ts';
import { valueOfJoiners, valueOfPeople } from '../sensitivity/value-of-people.ts';

export type ResponseRun = {
  readonly unit: Unit;
  readonly schedule: Schedule;
  readonly transitions: Transitions;
  readonly sample: SampleRow;
  /** Steps at which people are counted: multiples of twelve, in order. */
  readonly yearEnds: readonly number[];
};

/** Digital FTE at the year's end `end` of one who joins at a step, shape [row][group]. */
export type JoinerValues = (end: number, step: number) => Float64Array;

/** Where no rate ever changes, somebody who joins is worth as much at the end of a year as one who joins a year later at the
 *  end of the next: one way back serves every year. */
export function joinerValues(model: Model, run: ResponseRun): JoinerValues {
  const last = run.yearEnds.at(-1) ?? 0;
  if (run.schedule.regimes.length === 1) {
    const values = valuesAt(model, run, last);
    return (end, step) => values[step + last - end] ?? NOBODY;
  }
  const byEnd = new Map(run.yearEnds.map((end) => [end, valuesAt(model, run, end)]));
  return (end, step) => byEnd.get(end)?.[step] ?? NOBODY;
}

const NOBODY = new Float64Array(0);

function valuesAt(model: Model, run: ResponseRun, lastStep: number): readonly Float64Array[] {
  const groups = model.ages.groupCount;
  const weight = run.unit.ftePerHead.map((fte, cell) => fte * digitalShareOfRow(model, Math.floor(cell / groups)));
  const values: Float64Array[] = [NOBODY];
  valueOfPeople(model, { ...run, lastStep, weight }, ({ step, value }) => {
    values[step] = valueOfJoiners(model, value);
  });
  return values;
}

/** One start a year in a channel from a step on, in all units together: what the unit's part of it gives, shape [year end]. */
export function startsResponse(
  model: Model,
  run: ResponseRun,
  at: {
    readonly channel: ModelChannel;
    readonly share: number;
    readonly fromStep: number;
    readonly values: JoinerValues;
  },
): Float64Array {
  const { channel, share, fromStep, values } = at;
  const { perStart } = completionOf(channel, run.sample);
  const perMonth = (share * perStart) / (12 * channel.yields.length);
  const first = Math.max(fromStep + 1, Math.ceil(channel.opensStep));
  const last = Math.min(model.steps, channel.closesStep - 1);
  const readers = new Map<number, WorthReader>();
  return Float64Array.from(run.yearEnds, (end) => {
    let fte = 0;
    for (let start = first; start <= last && start + channel.months <= end; start++) {
      const arrival = Math.max(1, start + channel.months);
      const birthdays = birthdaysBetween(start, arrival);
      const read = readers.get(birthdays) ?? entrantReader(model, channel, birthdays);
      readers.set(birthdays, read);
      fte += read(values(end, arrival));
    }
    return fte * perMonth;
  });
}

/** What a list of planned starts gives, shape [year end]. */
export function plannedResponse(
  model: Model,
  run: ResponseRun,
  at: { readonly intake: Intake; readonly values: JoinerValues },
): Float64Array {
  const planned = at.intake.cohorts.filter(({ isBaseline }) => !isBaseline);
  return Float64Array.from(run.yearEnds, (end) =>
    planned.reduce((sum, cohort) => sum + cohortWorth(model, run, { cohort, end, values: at.values }), 0),
  );
}

type CohortAt = { readonly cohort: Cohort; readonly end: number; readonly values: JoinerValues };

function cohortWorth(model: Model, run: ResponseRun, { cohort, end, values }: CohortAt): number {
  const channel = model.channels[cohort.channel];
  if (channel === undefined || cohort.arrivalStep > end) return 0;
  const worth = worthIn(model, values(end, cohort.arrivalStep), { row: cohort.row, shares: cohort.groupShares });
  return cohort.people * completionOf(channel, run.sample).perStart * worth;
}

/** The whole of the market's joiners from a step on, shape [year end]: a tenth more of them give a tenth of it. */
export function recruitmentResponse(
  model: Model,
  run: ResponseRun,
  at: { readonly fromStep: number; readonly values: JoinerValues },
): Float64Array {
  const stockLevel = scalarOf(model.levers.stockLevel, run.sample, 0);
  const market = marketJoinersOf(model, { ...run, intake: { cohorts: [], firstAt: new Int32Array(0) } }, stockLevel);
  const worthOfMarket = onceEach((worth) => market.reduce((sum, people, cell) => sum + people * (worth[cell] ?? 0), 0));
  return Float64Array.from(run.yearEnds, (end) => {
    let fte = 0;
    for (let step = at.fromStep + 1; step <= end; step++) {
      const level = Math.max(0, scalarOf(model.levers.recruitmentLevel, run.sample, step));
      fte += level * worthOfMarket(at.values(end, step));
    }
    return fte;
  });
}

/** What some people are worth who join when one of each row and group is worth so much. */
type WorthReader = (worth: Float64Array) => number;

/** One entrant of a channel, spread over its posts: the sum over all of these. */
function entrantReader(model: Model, channel: ModelChannel, birthdays: number): WorthReader {
  const shares = groupSharesAfter(model.ages, channel.entrantAges, birthdays);
  return onceEach((worth) => channel.yields.reduce((sum, row) => sum + worthIn(model, worth, { row, shares }), 0));
}

/** The same values serve several years, so each is read once. */
function onceEach(read: WorthReader): WorthReader {
  const known = new Map<Float64Array, number>();
  return (worth) => {
    const before = known.get(worth);
    if (before !== undefined) return before;
    const value = read(worth);
    known.set(worth, value);
    return value;
  };
}

type Entrants = { readonly row: number; readonly shares: Float64Array };

function worthIn(model: Model, worth: Float64Array, { row, shares }: Entrants): number {
  let sum = 0;
  for (let group = 0; group < model.ages.groupCount; group++) {
    sum += (shares[group] ?? 0) * (worth[row * model.ages.groupCount + group] ?? 0);
  }
  return sum;
}
