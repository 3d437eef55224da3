// Impulse responses: what one start of each option gives, month by month, at the central values.
import { assert, type Month } from '#kernel';
import { centralSample } from '#workforce';
import { completionOf } from '../mean/joiners.ts';
import { transitionsOf, type Transitions } from '../mean/transitions.ts';
import { birthdaysBetween } from '../model/intake.ts';
import { groupSharesAfter } from '../model/age-axis.ts';
import type { SampleRow } from '../model/lever.ts';
import type { Model, ModelChannel, Schedule } from '../model/model.ts';
import type { ResponseOption, ResponseTable } from '../projection.ts';
import { payGbpPerYear, startCostGbp } from '../summary/money.ts';

/** Flows are linear in starts, so a plan's effect is a sum of these. Units that leave and move alike are one class; a
 *  post's FTE per head is the nation's mean of its row and age group. @source docs/model/responses.md, eq. 1 */
export function responseTable(model: Model, startMonths: readonly Month[]): ResponseTable {
  const sample = { samples: centralSample(model.register), index: 0, width: model.register.length };
  const options = optionsOf(model);
  const width = model.steps + 1;
  const fte = new Float64Array(model.schedules.length * options.length * startMonths.length * width);
  const ftePerHead = nationalFtePerHead(model);
  model.schedules.forEach((schedule, index) => {
    const transitions = transitionsOf(model, schedule, sample);
    options.forEach((option, member) => {
      const read = responseReader(model, { schedule, transitions, sample, ftePerHead, ...option });
      startMonths.forEach((month, start) => {
        const into = ((index * options.length + member) * startMonths.length + start) * width;
        read(month - model.baseMonth, fte.subarray(into, into + width));
      });
    });
  });
  return {
    options: options.map((option) => describeOption(model, option, sample)),
    startMonths,
    classOfPlace: new Map(model.units.map((unit) => [unit.code, unit.schedule])),
    fte,
  };
}

type Option = { readonly channel: ModelChannel; readonly row: number };

function optionsOf(model: Model): readonly Option[] {
  return model.channels.flatMap((channel) => Array.from(channel.yields, (row) => ({ channel, row })));
}

function describeOption(model: Model, option: Option, sample: SampleRow): ResponseOption {
  const band = model.rows.band[option.row] ?? 0;
  return {
    channel: option.channel.id,
    role: model.roles[model.rows.role[option.row] ?? 0]?.id ?? '',
    band: model.bands[band] ?? '',
    costGbpPerStart: startCostGbp(model, { channel: option.channel, band, sample }),
    payGbpPerFteYear: payGbpPerYear(model, band, sample),
  };
}

type ReaderRequest = Option & {
  readonly schedule: Schedule;
  readonly transitions: Transitions;
  readonly sample: SampleRow;
  readonly ftePerHead: Float64Array;
};

/** Where no rate ever changes, starts a year apart give the same a year later: one is worked out, the others shifted. */
function responseReader(model: Model, request: ReaderRequest): (startStep: number, into: Float64Array) => void {
  const known = new Map<number, { readonly startStep: number; readonly fte: Float64Array }>();
  const isSteady = request.schedule.regimes.length === 1;
  return (startStep, into) => {
    const before = isSteady ? known.get(startStep % 12) : undefined;
    if (before !== undefined && before.startStep <= startStep) {
      into.set(
        before.fte.subarray(0, before.fte.length - (startStep - before.startStep)),
        startStep - before.startStep,
      );
      return;
    }
    fillResponse(model, request, { startStep, into });
    known.set(startStep % 12, { startStep, fte: into });
  };
}

function fillResponse(
  model: Model,
  request: ReaderRequest,
  at: { readonly startStep: number; readonly into: Float64Array },
): void {
  const { channel, row } = request;
  const { ages, rows } = model;
  const arrivalStep = Math.max(1, at.startStep + channel.months);
  if (arrivalStep > model.steps) return;
  const birthdays = birthdaysBetween(at.startStep, arrivalStep);
  const shares = groupSharesAfter(ages, channel.entrantAges, birthdays);
  const routes = { first: rows.routes.firstOf[row] ?? 0, last: rows.routes.firstOf[row + 1] ?? 0 };
  const people = new Float64Array((routes.last - routes.first) * ages.count);
  for (let age = 0; age < ages.count; age++) {
    const group = ages.groupOfAge[age] ?? 0;
    people[age] =
      ((shares[group] ?? 0) / (ages.yearsInGroup[group] ?? 1)) * completionOf(channel, request.sample).perStart;
  }
  for (let step = arrivalStep; step <= model.steps; step++) {
    if (step > arrivalStep) advancePeople(model, request, { people, routes, step });
    if (step % 12 === 0) growOlder(people, ages.count);
    at.into[step] = digitalFteOf(model, request, { people, routes });
  }
}

type Routes = { readonly first: number; readonly last: number };

type PeopleStep = { readonly people: Float64Array; readonly routes: Routes; readonly step: number };

/** One month of a cohort along the routes of its row, shape [route][age]. */
function advancePeople(model: Model, request: ReaderRequest, at: PeopleStep): void {
  const { ages, rows } = model;
  const { stay, flow } = request.transitions;
  const regime = request.schedule.regimeOfStep[at.step] ?? 0;
  const before = at.people.slice();
  for (let route = at.routes.first; route < at.routes.last; route++) {
    const stayAt = (regime * rows.count + (rows.routes.target[route] ?? 0)) * ages.groupCount;
    for (let age = 0; age < ages.count; age++) {
      const group = ages.groupOfAge[age] ?? 0;
      const here = (route - at.routes.first) * ages.count + age;
      let people = (stay[stayAt + group] ?? 0) * (before[here] ?? 0);
      for (let way = rows.routes.firstWay[route] ?? 0; way < (rows.routes.firstWay[route + 1] ?? 0); way++) {
        const edge = (regime * rows.edges.count + (rows.routes.wayEdge[way] ?? 0)) * ages.groupCount + group;
        const from = ((rows.routes.wayRoute[way] ?? 0) - at.routes.first) * ages.count + age;
        people += (flow[edge] ?? 0) * (before[from] ?? 0);
      }
      at.people[here] = people;
    }
  }
}

function growOlder(people: Float64Array, ageCount: number): void {
  for (let first = 0; first < people.length; first += ageCount) {
    const row = people.subarray(first, first + ageCount);
    const open = row[ageCount - 1] ?? 0;
    row.copyWithin(1, 0, ageCount - 1);
    row[0] = 0;
    row[ageCount - 1] = (row[ageCount - 1] ?? 0) + open;
  }
}

/** Digital FTE in the role that the start was for; who has moved to another role counts there no longer. */
function digitalFteOf(
  model: Model,
  request: ReaderRequest,
  at: { readonly people: Float64Array; readonly routes: Routes },
): number {
  const { ages, rows } = model;
  const role = rows.role[request.row] ?? 0;
  let fte = 0;
  for (let route = at.routes.first; route < at.routes.last; route++) {
    const row = rows.routes.target[route] ?? 0;
    if (rows.role[row] !== role) continue;
    for (let age = 0; age < ages.count; age++) {
      const perHead = request.ftePerHead[row * ages.groupCount + (ages.groupOfAge[age] ?? 0)] ?? 0;
      fte += (at.people[(route - at.routes.first) * ages.count + age] ?? 0) * perHead;
    }
  }
  return fte * (model.roles[role]?.digitalShare ?? 0);
}

/** Mean over units, weighted by the people in post in the row; shape [row][group]. */
function nationalFtePerHead(model: Model): Float64Array {
  const { groupCount, count } = model.ages;
  const sums = new Float64Array(model.rows.count * groupCount);
  const weights = new Float64Array(model.rows.count);
  for (const unit of model.units) {
    for (let row = 0; row < model.rows.count; row++) {
      // A whisker for units without the row, so that a row that nobody holds has the mean of its stand-ins.
      const people = unit.headcount.subarray(row * count, (row + 1) * count).reduce((sum, each) => sum + each, 1e-9);
      weights[row] = (weights[row] ?? 0) + people;
      for (let group = 0; group < groupCount; group++) {
        const cell = row * groupCount + group;
        sums[cell] = (sums[cell] ?? 0) + people * (unit.ftePerHead[cell] ?? 0);
      }
    }
  }
  assert(model.units.length > 0, 'a model has at least one unit.');
  return sums.map((sum, cell) => sum / (weights[Math.floor(cell / groupCount)] ?? 1));
}
