// Impulse responses: what one start of each option gives, month by month, on the mean of the samples.
import { assert, type Month } from '#kernel';
import { centralSample } from '#workforce';
import { transitionsOf } from '../mean/transitions.ts';
import type { SampleRow } from '../model/lever.ts';
import type { Model } from '../model/model.ts';
import type { ResponseOption, ResponseTable, Samples } from '../projection.ts';
import { payGbpPerYear, startCostGbp } from '../summary/money.ts';
import { arrivalStepOf, type CourseRequest } from './course-of-start.ts';
import { placeFactorsOf, nationalFtePerHead, type ReachWeights } from './fte-of-places.ts';
import { reachReader, type Option, type ReachReader } from './reach-reader.ts';

/** As many samples tell the mean of a response to a half per cent, and take a second for a nation. */
const MOST_SAMPLES = 32;

/** Flows are linear in starts, so a plan's effect is a sum of these. Units that leave and move alike are one class; what a
 *  place's posts have of its class's FTE is a factor. @source docs/model/responses.md, eq. 1–4
 *  @param samples over the first of which the responses are averaged */
export function responseTable(model: Model, startMonths: readonly Month[], samples: Samples): ResponseTable {
  const width = model.steps + 1;
  const options = optionsOf(model);
  const central = centralRow(model);
  const ftePerHead = nationalFtePerHead(model);
  const startSteps = startMonths.map((month) => month - model.baseMonth);
  const readers = options.map((option) => reachReader(model, option, ftePerHead));
  const reaches = readers.flatMap(({ roles }, option) => roles.map((role) => ({ option, role: role.id })));
  const fte = new Float64Array(model.schedules.length * reaches.length * startMonths.length * width);
  const weights: ReachWeights[] = [];
  const shares = meanShares(model, readers, { samples, startStep: startSteps[0] ?? width });
  let next = 0;
  for (const schedule of model.schedules) {
    const transitions = transitionsOf(model, schedule, central);
    options.forEach((option, index) => {
      const [reader, share] = [readers[index], shares[index]];
      assert(reader !== undefined && share !== undefined, 'each option has its reader');
      const request = { ...option, schedule, transitions, sample: central };
      const responses = optionResponses(model, request, { startSteps, reader, share });
      fte.set(responses, next);
      next += responses.length;
      weights.push(...reader.weights(request, startSteps[0] ?? width));
    });
  }
  return {
    options: options.map((option) => describeOption(model, option, central)),
    reaches,
    startMonths,
    classOfPlace: new Map(model.units.map((unit) => [unit.code, unit.schedule])),
    placeFactors: placeFactorsOf(model, { weights, ftePerHead }),
    fte,
  };
}

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

function centralRow(model: Model): SampleRow {
  return { samples: centralSample(model.register), index: 0, width: model.register.length };
}

/** What the mean over samples has of the course at the central values, so many months after people come: by option, shape
 *  [reach][month]. The doubt about rates is the nation's, so it is read off the places of one schedule. */
function meanShares(
  model: Model,
  readers: readonly ReachReader[],
  at: { readonly samples: Samples; readonly startStep: number },
): readonly Float64Array[] {
  const { samples, startStep } = at;
  const [schedule] = model.schedules;
  assert(schedule !== undefined, 'a model has a schedule.');
  const rowsOfSamples = Array.from({ length: Math.min(MOST_SAMPLES, samples.count) }, (_, index) => ({
    samples,
    index,
    width: model.register.length,
  }));
  const courses = [centralRow(model), ...rowsOfSamples].map((sample) => ({
    sample,
    schedule,
    transitions: transitionsOf(model, schedule, sample),
  }));
  const width = model.steps + 1;
  return readers.map((reader) => {
    const [central, ...sampled] = courses.map((course) => reader.fte({ ...reader.option, ...course }, startStep));
    const arrival = arrivalStepOf(reader.option.channel, startStep);
    const share = new Float64Array(reader.roles.length * width).fill(1);
    for (let reach = 0; reach < reader.roles.length; reach++) {
      for (let step = arrival; step < width; step++) {
        const cell = reach * width + step;
        const sum = sampled.reduce((total, fte) => total + (fte[cell] ?? 0), 0);
        const middle = central?.[cell] ?? 0;
        if (middle > 0) share[cell - arrival] = sum / sampled.length / middle;
      }
    }
    return share;
  });
}

/** What one start gives at the central values, times what the mean has of that; shape [reach][start][step]. */
function optionResponses(
  model: Model,
  request: CourseRequest,
  given: { readonly startSteps: readonly number[]; readonly reader: ReachReader; readonly share: Float64Array },
): Float64Array {
  const { startSteps, reader, share } = given;
  const width = model.steps + 1;
  const reaches = reader.roles.length;
  const fte = new Float64Array(reaches * startSteps.length * width);
  const read = steadyReader(model, request, reader);
  startSteps.forEach((startStep, start) => {
    const arrival = arrivalStepOf(request.channel, startStep);
    const course = read(startStep);
    for (let reach = 0; reach < reaches; reach++) {
      for (let step = arrival; step < width; step++) {
        const factor = share[reach * width + step - arrival] ?? 1;
        fte[(reach * startSteps.length + start) * width + step] = factor * (course[reach * width + step] ?? 0);
      }
    }
  });
  return fte;
}

/** Where no rate ever changes, starts a year apart give the same a year later: one is worked out, the others shifted. */
function steadyReader(model: Model, request: CourseRequest, reader: ReachReader): (startStep: number) => Float64Array {
  const width = model.steps + 1;
  const known = new Map<number, { readonly startStep: number; readonly fte: Float64Array }>();
  const isSteady = request.schedule.regimes.length === 1;
  return (startStep) => {
    const before = isSteady ? known.get(startStep % 12) : undefined;
    if (before === undefined || before.startStep > startStep) {
      const fte = reader.fte(request, startStep);
      known.set(startStep % 12, { startStep, fte });
      return fte;
    }
    const later = startStep - before.startStep;
    const shifted = new Float64Array(before.fte.length);
    for (let first = 0; first < shifted.length; first += width) {
      shifted.set(before.fte.subarray(first, first + width - later), first + later);
    }
    return shifted;
  };
}
