// The intake of each unit: who starts in a channel, when they come, at which ages, and what the start is for.
import { assert } from '#kernel';
import type { Start } from '../projection.ts';
import { groupSharesAfter } from './age-axis.ts';
import type { Model, ModelChannel } from './model.ts';

/** Cohorts of one unit, in the order of the steps in which they come. */
export type Intake = {
  readonly cohorts: readonly Cohort[];
  /** Cohorts that come at step t are `firstAt[t]` to `firstAt[t + 1]` − 1; those after the last step follow them. */
  readonly firstAt: Int32Array;
};

export type Cohort = {
  readonly channel: number;
  readonly row: number;
  /** Below 0 for those who started before the base month. */
  readonly startStep: number;
  readonly arrivalStep: number;
  /** Starters; of a baseline cohort, the part of the nation's yearly starts that it is. */
  readonly people: number;
  readonly isBaseline: boolean;
  /** Share of those who come in each age group. */
  readonly groupShares: Float64Array;
  /** Twelfth steps passed in training, at each of which all grew a year older. */
  readonly birthdays: number;
};

/** Reads the intake of a unit, one unit at a time: together they would not fit in memory. */
export type IntakeReader = (unit: number) => Intake;

export function intakeReader(model: Model, starts: readonly Start[]): IntakeReader {
  const sharesAfter = shareReader(model);
  const unitOf = starts.map((start) => unitOfStart(model, start));
  return (unit) => {
    const pattern = { unit, sharesAfter };
    const cohorts = [
      ...model.channels.flatMap((_, channel) => baselineOf(model, { ...pattern, channel })),
      ...starts.filter((_, index) => unitOf[index] === unit).map((start) => cohortOfStart(model, start, sharesAfter)),
    ];
    return intakeOf(model, cohorts);
  };
}

/** The shares of a channel's entrants after so many birthdays, each worked out once. */
type ShareReader = (channel: number, birthdays: number) => Float64Array;

function shareReader(model: Model): ShareReader {
  const known = new Map<string, Float64Array>();
  return (channel, birthdays) => {
    const key = `${channel} ${birthdays}`;
    const shares = known.get(key) ?? groupSharesAfter(model.ages, channelAt(model, channel).entrantAges, birthdays);
    known.set(key, shares);
    return shares;
  };
}

function unitOfStart(model: Model, start: Start): number {
  const unit = model.units.findIndex((each) => each.code === start.place);
  assert(unit >= 0, `a start in '${start.channel}' is in a place that holds people, not in '${start.place}'.`);
  return unit;
}

type BaselineRequest = { readonly channel: number; readonly unit: number; readonly sharesAfter: ShareReader };

/** @source docs/model/channels.md, eq. 3: those who started before the base month are in training when it comes */
function baselineOf(model: Model, at: BaselineRequest): readonly Cohort[] {
  const channel = channelAt(model, at.channel);
  if (channel.baselineStartsPerYear === null) return [];
  const people = (channel.unitShares[at.unit] ?? 0) / (12 * channel.yields.length);
  if (people === 0) return [];
  const first = Math.max(1 - channel.months, Math.ceil(channel.opensStep));
  const last = Math.min(model.steps, channel.closesStep - 1);
  const cohorts: Cohort[] = [];
  for (let startStep = first; startStep <= last; startStep++) {
    const timing = timingOf(model, { channel: at.channel, startStep, sharesAfter: at.sharesAfter });
    for (const row of channel.yields) cohorts.push({ ...timing, row, people, isBaseline: true });
  }
  return cohorts;
}

function cohortOfStart(model: Model, start: Start, sharesAfter: ShareReader): Cohort {
  const channel = model.channels.findIndex((each) => each.id === start.channel);
  const startStep = start.month - model.baseMonth;
  assert(channel >= 0, `a start names a channel of the pack, not '${start.channel}'.`);
  const months = model.channels[channel]?.months ?? 0;
  assert(
    startStep >= 0 || startStep + months > 0,
    `a start in '${start.channel}' lies in the months of the plan, or is still on its way when they begin.`,
  );
  const row = rowOf(model, start);
  assert(
    row >= 0,
    `a start in '${start.channel}' names a post that a role has: '${start.role}', band '${start.band}'.`,
  );
  return { ...timingOf(model, { channel, startStep, sharesAfter }), row, people: start.people, isBaseline: false };
}

export function rowOf(model: Model, post: { readonly role: string; readonly band: string }): number {
  const role = model.roles.findIndex((each) => each.id === post.role);
  const band = model.bands.indexOf(post.band);
  return model.rows.role.findIndex((each, row) => each === role && model.rows.band[row] === band);
}

type Timing = Pick<Cohort, 'channel' | 'startStep' | 'arrivalStep' | 'birthdays' | 'groupShares'>;

type TimingRequest = { readonly channel: number; readonly startStep: number; readonly sharesAfter: ShareReader };

function timingOf(model: Model, request: TimingRequest): Timing {
  const { channel, startStep } = request;
  // The first step is the earliest in which anybody can come.
  const arrivalStep = Math.max(1, startStep + channelAt(model, channel).months);
  const birthdays = birthdaysBetween(startStep, arrivalStep);
  return { channel, startStep, arrivalStep, birthdays, groupShares: request.sharesAfter(channel, birthdays) };
}

function channelAt(model: Model, index: number): ModelChannel {
  const channel = model.channels[index];
  assert(channel !== undefined, `channel ${index} is in the model.`);
  return channel;
}

/** Everyone grows a year older when a step that is a multiple of 12 ends. */
export function birthdaysBetween(startStep: number, arrivalStep: number): number {
  return Math.floor((arrivalStep - 1) / 12) - Math.floor((startStep - 1) / 12);
}

function intakeOf(model: Model, cohorts: readonly Cohort[]): Intake {
  const ordered = cohorts.toSorted((a, b) => a.arrivalStep - b.arrivalStep);
  const firstAt = new Int32Array(model.steps + 2);
  let next = 0;
  for (let step = 0; step <= model.steps + 1; step++) {
    while (next < ordered.length && (ordered[next]?.arrivalStep ?? 0) < step) next++;
    firstAt[step] = next;
  }
  return { cohorts: ordered, firstAt };
}
