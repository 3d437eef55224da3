// Prepares a workbench: every place in every sample as things go, and what each lever does there for one unit of it.
import { assert, fail, ok, type Month, type Problem, type Result } from '#kernel';
import { centralSample } from '#workforce';
import { coursesOf, lineReader } from '../mean/demand-unit.ts';
import { runMean } from '../mean/mean-unit.ts';
import { yearlyTransitionsOf, type YearlyTransitions } from '../mean/transitions.ts';
import { workspaceOf } from '../mean/unit-run.ts';
import { intakeReader, type Intake } from '../model/intake.ts';
import type { SampleRow } from '../model/lever.ts';
import type { Model, Unit } from '../model/model.ts';
import type { Samples, Start } from '../projection.ts';
import { digitalShareOfRow } from '../readings/slice-rows.ts';
import { startCostGbp } from '../summary/money.ts';
import { leverModel } from './lever-model.ts';
import {
  joinerValues,
  plannedResponse,
  recruitmentResponse,
  startsResponse,
  type ResponseRun,
} from './start-responses.ts';
import type { WorkbenchData, WorkbenchLever, WorkbenchTerm } from './workbench-data.ts';

export type WorkbenchRequest = {
  readonly samples: Samples;
  /** Levers act from the month after it. */
  readonly fromMonth: Month;
  /** The starts of a plan; none for a workbench without one. */
  readonly plan: readonly Start[];
};

/** @returns the data, or why there are none: where hires fill an establishment, effects do not add up
 *  @source docs/model/workbench.md */
export function prepareWorkbench(model: Model, request: WorkbenchRequest): Result<WorkbenchData> {
  const steps = workbenchSteps(model, request);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, unit by unit, for a thread that has other things to do between: yields the share that is done, 0..1. */
export function* workbenchSteps(model: Model, request: WorkbenchRequest): Generator<number, Result<WorkbenchData>> {
  if (model.recruitment !== 'trend') return fail(notLinear());
  const bench = benchOf(model, request);
  for (const [index, unit] of model.units.entries()) {
    addUnit(bench, unit, index);
    yield (index + 1) / model.units.length;
  }
  return ok({ ...bench.data, terms: bench.terms });
}

/** The change of leaving at which its effect is read, down and up: within it a parabola is right to a thousandth. */
const RETENTION_STEP = 0.25;

type Bench = {
  readonly model: Model;
  readonly request: WorkbenchRequest;
  readonly data: Omit<WorkbenchData, 'terms'>;
  readonly terms: readonly WorkbenchTerm[];
  /** Steps of the data's months after the first. */
  readonly yearEnds: readonly number[];
  readonly fromStep: number;
  /** Index in the data of a place of the model, −1 for organisations. */
  readonly placeIndex: Int32Array;
  readonly readers: Readers;
};

type Readers = {
  readonly lines: ReturnType<typeof lineReader>;
  readonly intakes: (unit: number) => Intake;
  readonly planned: (unit: number) => Intake;
  /** The model, and the same where fewer leave and where more do. */
  readonly asThingsGo: ReadModel;
  readonly retained: ReadModel;
  readonly unretained: ReadModel;
};

/** A model, and its transitions by schedule in a sample, each worked out once: about 30 kB each. */
type ReadModel = { readonly model: Model; readonly read: TransitionReader };
type TransitionReader = (schedule: number, sample: SampleRow) => YearlyTransitions;

function readModel(model: Model): ReadModel {
  const known = model.schedules.map((): YearlyTransitions[] => []);
  const read: TransitionReader = (index, sample) => {
    const schedule = model.schedules[index];
    const kept = known[index];
    assert(schedule !== undefined && kept !== undefined, `schedule ${index} is in the model.`);
    const transitions = kept[sample.index] ?? yearlyTransitionsOf(model, schedule, sample);
    kept[sample.index] = transitions;
    return transitions;
  };
  return { model, read };
}

function benchOf(model: Model, request: WorkbenchRequest): Bench {
  const { samples, fromMonth, plan } = request;
  const fromStep = fromMonth - model.baseMonth;
  const yearEnds = Array.from({ length: Math.floor(model.steps / 12) }, (_, year) => (year + 1) * 12);
  const kept = [...model.places.keys()].filter((place) => model.places[place]?.tier !== 'organisation');
  const levers = leversOf(model, plan);
  const cells = kept.length * (yearEnds.length + 1) * samples.count;
  const grid = (): Float32Array => new Float32Array(cells);
  const retention = (change: number): ReadModel =>
    readModel(leverModel(model, { fromStep, retention: change, recruitment: 0, demand: 0, productivity: 0 }));
  return {
    model,
    request,
    data: {
      fromMonth,
      months: [0, ...yearEnds].map((step) => model.baseMonth + step),
      places: kept.flatMap((place) => {
        const { code = '', tier = 'national' } = model.places[place] ?? {};
        return { code, tier };
      }),
      samples: samples.count,
      levers,
      supplyFte: grid(),
      demandTodayFte: grid(),
      demandBeyondFte: grid(),
    },
    terms: levers.flatMap(({ kind }, lever): readonly WorkbenchTerm[] => {
      if (kind === 'demand' || kind === 'productivity') return [];
      const linear = { lever, power: 1, fte: grid() } as const;
      return kind === 'retention' ? [linear, { lever, power: 2, fte: grid() }] : [linear];
    }),
    yearEnds,
    fromStep,
    placeIndex: Int32Array.from(model.places.keys(), (place) => kept.indexOf(place)),
    readers: {
      lines: lineReader(model, samples),
      intakes: intakeReader(model, []),
      planned: intakeReader(model, plan),
      asThingsGo: readModel(model),
      retained: retention(RETENTION_STEP),
      unretained: retention(-RETENTION_STEP),
    },
  };
}

function leversOf(model: Model, plan: readonly Start[]): readonly WorkbenchLever[] {
  const sample = { samples: centralSample(model.register), index: 0, width: model.register.length };
  const starts = model.channels.map((channel): WorkbenchLever => {
    const costs = Array.from(channel.yields, (row) =>
      startCostGbp(model, { channel, band: model.rows.band[row] ?? 0, sample }),
    );
    const costGbpPerStart = costs.reduce((sum, cost) => sum + cost, 0) / Math.max(costs.length, 1);
    return { kind: 'starts', channel: channel.id, costGbpPerStart };
  });
  const people = plan.reduce((sum, start) => sum + start.people, 0);
  return [
    ...starts,
    ...(plan.length > 0 ? [{ kind: 'plan', people } as const] : []),
    { kind: 'recruitment' },
    { kind: 'retention' },
    { kind: 'demand' },
    { kind: 'productivity' },
  ];
}

function addUnit(bench: Bench, unit: Unit, index: number): void {
  const { samples } = bench.request;
  const { intakes, planned, asThingsGo, retained, unretained } = bench.readers;
  const intake = intakes(index);
  const [asIs, fewer, more] = [asThingsGo, retained, unretained].map(({ model, read }) =>
    supplyReader(model, unit, { intake, yearEnds: bench.yearEnds, read }),
  );
  assert(asIs !== undefined && fewer !== undefined && more !== undefined, 'a unit runs in three models.');
  const plannedIntake = planned(index);
  for (let sample = 0; sample < samples.count; sample++) {
    const row = { samples, index: sample, width: bench.model.register.length };
    const at = { bench, unit, sample };
    const base = asIs(row);
    const [up, down] = [fewer(row).fte, more(row).fte];
    addSeries(at, bench.data.supplyFte, base.fte);
    const responses = responsesOf(bench, { unit, index, row, intake: plannedIntake, transitions: base.transitions });
    for (const { lever, power, fte } of bench.terms) {
      if (bench.data.levers[lever]?.kind !== 'retention') addSeries(at, fte, responses[lever] ?? NOTHING);
      else
        addSeries(
          at,
          fte,
          base.fte.map((middle, year) => parabola(power, [down[year] ?? 0, middle, up[year] ?? 0])),
        );
    }
    addDemand(at, index, row);
  }
}

const NOTHING = new Float64Array(0);

/** Coefficient of a power of x of the parabola through the values at −h, 0 and h. */
function parabola(power: 1 | 2, [below, middle, above]: readonly [number, number, number]): number {
  if (power === 1) return (above - below) / (2 * RETENTION_STEP);
  return (above + below - 2 * middle) / (2 * RETENTION_STEP * RETENTION_STEP);
}

type UnitSample = {
  readonly unit: Unit;
  readonly index: number;
  readonly row: SampleRow;
  readonly intake: Intake;
  readonly transitions: YearlyTransitions;
};

/** One response a lever with one, shape [lever] → [base month and year ends]. */
function responsesOf(bench: Bench, { unit, index, row, intake, transitions }: UnitSample): readonly Float64Array[] {
  const { model, fromStep, yearEnds } = bench;
  const schedule = model.schedules[unit.schedule];
  assert(schedule !== undefined, `unit '${unit.code}' has a schedule.`);
  const run: ResponseRun = { unit, schedule, transitions, sample: row, yearEnds };
  const values = joinerValues(model, run);
  return bench.data.levers.map((lever) => {
    if (lever.kind === 'recruitment') return fromBase(recruitmentResponse(model, run, { fromStep, values }));
    if (lever.kind === 'plan') return fromBase(plannedResponse(model, run, { intake, values }));
    const channel = lever.kind === 'starts' ? model.channels.find(({ id }) => id === lever.channel) : undefined;
    if (channel === undefined) return NOTHING;
    const share = channel.unitShares[index] ?? 0;
    return fromBase(startsResponse(model, run, { channel, share, fromStep, values }));
  });
}

/** Nothing has happened by the base month. */
function fromBase(response: Float64Array): Float64Array {
  return Float64Array.of(0, ...response);
}

type UnitReading = { readonly intake: Intake; readonly yearEnds: readonly number[]; readonly read: TransitionReader };

type Supply = { readonly fte: Float64Array; readonly transitions: YearlyTransitions };

/** Reads a unit's digital supply in a sample: at the base month and at the end of each year. */
function supplyReader(
  model: Model,
  unit: Unit,
  { intake, yearEnds, read }: UnitReading,
): (sample: SampleRow) => Supply {
  const workspace = workspaceOf(model, unit, intake);
  return (sample) => {
    const transitions = read(unit.schedule, sample);
    const { fte } = runMean(model, { unit, intake, sample, transitions }, workspace);
    const supply = Float64Array.from([0, ...yearEnds], (step) => {
      let sum = 0;
      for (let row = 0; row < model.rows.count; row++) {
        sum += (fte[row * (model.steps + 1) + step] ?? 0) * digitalShareOfRow(model, row);
      }
      return sum;
    });
    return { fte: supply, transitions };
  };
}

type Adding = { readonly bench: Bench; readonly unit: Unit; readonly sample: number };

/** Adds a unit's series to the places that it is counted at. @param series at the base month and the end of each year */
function addSeries({ bench, unit, sample }: Adding, grid: Float32Array, series: Float64Array): void {
  const { model, data } = bench;
  series.forEach((value, month) => {
    if (value === 0) return;
    const step = (data.months[month] ?? 0) - model.baseMonth;
    for (let place = unit.placeAt[step] ?? -1; place >= 0; place = model.places[place]?.parent ?? -1) {
      const kept = bench.placeIndex[place] ?? -1;
      if (kept < 0) continue;
      const cell = (kept * data.samples + sample) * data.months.length + month;
      grid[cell] = (grid[cell] ?? 0) + value;
    }
  });
}

function addDemand(at: Adding, index: number, row: SampleRow): void {
  const { model, data, readers } = at.bench;
  const shares = model.demand.shares[index];
  if (shares === undefined) return;
  const width = model.steps + 1;
  const courses = coursesOf(model, row);
  const [today, beyond] = [new Float64Array(data.months.length), new Float64Array(data.months.length)];
  shares.line.forEach((line, entry) => {
    const fte = (shares.weight[entry] ?? 0) * (readers.lines(line)[at.sample] ?? 0);
    const course = shares.course[entry] ?? 0;
    const into = model.demand.courses[course]?.isBeyondToday === true ? beyond : today;
    data.months.forEach((month, place) => {
      into[place] = (into[place] ?? 0) + fte * (courses[course * width + month - model.baseMonth] ?? 0);
    });
  });
  addSeries(at, data.demandTodayFte, today);
  addSeries(at, data.demandBeyondFte, beyond);
}

function notLinear(): Problem {
  return {
    code: 'inconsistent',
    message: 'A workbench adds up the effects of levers, which it cannot where hires fill an establishment.',
    path: 'scenario',
    hint: 'Choose a scenario whose recruitment is trend, or run the scenario as a whole.',
  };
}
