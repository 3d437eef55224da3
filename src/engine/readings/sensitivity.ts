// Sensitivity: what each uncertain assumption does to the national gap and to supply at the end of the horizon.
import { assert } from '#kernel';
import { centralSample, quantileOfDistribution } from '#workforce';
import { coursesOf, demandGroupsOf, lineReader, matureFteOf } from '../mean/demand-unit.ts';
import { runMean } from '../mean/mean-unit.ts';
import { yearlyTransitionsOf } from '../mean/transitions.ts';
import { workspaceOf } from '../mean/unit-run.ts';
import { intakeReader, type Intake } from '../model/intake.ts';
import type { SampleRow } from '../model/lever.ts';
import type { Lever, Model, Unit } from '../model/model.ts';
import type { Samples } from '../projection.ts';
import { nationOf } from './nation.ts';

export type Sensitivity = {
  /** Id of the assumption. */
  readonly assumption: string;
  /** National gap at the last month, digital FTE, with the assumption at its tenth percentile and all others central. */
  readonly low: number;
  /** The same at its ninetieth percentile. */
  readonly high: number;
  /** Percent change of national supply at the last month for one percent more of the assumption. */
  readonly elasticity: number;
};

/** One entry for each assumption with a range, in the order of the register. @source docs/model/sensitivity.md */
export function sensitivity(model: Model): readonly Sensitivity[] {
  const nation = nationOf(model);
  const uncertain = [...model.register.keys()].filter((column) => model.register[column]?.spread !== null);
  const samples = probesOf(model, uncertain);
  const { supplyFte, demandFte } = lastMonthOf(
    nation,
    samples,
    uncertain.flatMap((column) => Array.from({ length: PROBES }, () => column)),
  );
  const gapAt = (sample: number): number => (supplyFte[sample] ?? 0) - (demandFte[sample] ?? 0);
  return uncertain.map((column, index) => {
    const first = index * PROBES;
    const change = (supplyFte[first + 3] ?? 0) - (supplyFte[first + 2] ?? 0);
    const middle = ((supplyFte[first + 3] ?? 0) + (supplyFte[first + 2] ?? 0)) / 2;
    return {
      assumption: model.register[column]?.id ?? '',
      low: gapAt(first),
      high: gapAt(first + 1),
      elasticity: middle === 0 ? 0 : change / (2 * NUDGE * middle),
    };
  });
}

/** Each assumption is put at its tenth and ninetieth percentile, and a nudge below and above its central value. */
const PROBES = 4;
/** Small enough for a straight line, large enough for the difference to keep ten digits. */
const NUDGE = 0.001;

function probesOf(model: Model, uncertain: readonly number[]): Samples {
  const central = centralSample(model.register).values;
  const width = model.register.length;
  const values = new Float64Array(uncertain.length * PROBES * width);
  uncertain.forEach((column, index) => {
    const spread = model.register[column]?.spread ?? null;
    const stated = central[column] ?? 0;
    const probes =
      spread === null
        ? []
        : [
            quantileOfDistribution(spread, 0.1),
            quantileOfDistribution(spread, 0.9),
            stated * (1 - NUDGE),
            stated * (1 + NUDGE),
          ];
    probes.forEach((probe, which) => {
      const first = (index * PROBES + which) * width;
      values.set(central, first);
      values[first + column] = probe;
    });
  });
  return { count: uncertain.length * PROBES, values };
}

type LastMonth = { readonly supplyFte: Float64Array; readonly demandFte: Float64Array };

/** National digital supply and demand at the last step, shape [sample].
 *  @param columns the column that each sample probes, shape [sample] */
function lastMonthOf(nation: Model, samples: Samples, columns: readonly number[]): LastMonth {
  const result = { supplyFte: new Float64Array(samples.count), demandFte: new Float64Array(samples.count) };
  const width = nation.register.length;
  const rowAt = (index: number): SampleRow => ({ samples, index, width });
  const central = { samples: centralSample(nation.register), index: 0, width };
  const moving = supplyColumns(nation);
  const intakes = intakeReader(nation, []);
  const lines = lineReader(nation, samples);
  const courses = columns.map((_, index) => coursesOf(nation, rowAt(index)));
  const everyRow = new Int32Array(nation.rows.count);
  nation.units.forEach((unit, index) => {
    const shares = nation.demand.shares[index];
    assert(shares !== undefined, `unit '${unit.code}' has shares of demand.`);
    const supplyAt = supplyReader(nation, unit, intakes(index));
    const centralFte = supplyAt(central);
    const groups = demandGroupsOf(shares, everyRow);
    columns.forEach((column, each) => {
      const supplyFte = moving.has(column) ? supplyAt(rowAt(each)) : centralFte;
      const matureFte = matureFteOf(groups, shares.weight, (entry) => lines(shares.line[entry] ?? 0)[each] ?? 0);
      result.supplyFte[each] = (result.supplyFte[each] ?? 0) + supplyFte;
      matureFte.forEach((fte, group) => {
        const share = courses[each]?.[((groups.course[group] ?? 0) + 1) * (nation.steps + 1) - 1] ?? 0;
        result.demandFte[each] = (result.demandFte[each] ?? 0) + fte * share;
      });
    });
  });
  return result;
}

/** Columns of the samples that move people; whatever else is uncertain leaves supply as it is at the central values. */
function supplyColumns(model: Model): ReadonlySet<number> {
  const { levers, rows, channels } = model;
  const still = new Set<Lever | number>([
    levers.demandLevel,
    levers.productivityYearly,
    levers.salaryGbpPerYear,
    levers.onCosts,
  ]);
  return new Set([
    levers.attritionPlaceColumn,
    ...Object.values(levers).flatMap((lever) => (typeof lever === 'number' || still.has(lever) ? [] : lever.column)),
    ...rows.edges.sharePerYear.map((lever) => lever.column),
    ...channels.flatMap((channel) => [channel.completion.column, channel.baselineStartsPerYear?.column ?? -1]),
  ]);
}

/** Reads the digital supply of a unit at the last step in a sample. */
function supplyReader(model: Model, unit: Unit, intake: Intake): (sample: SampleRow) => number {
  const workspace = workspaceOf(model, unit, intake);
  const schedule = model.schedules[unit.schedule];
  assert(schedule !== undefined, `unit '${unit.code}' has a schedule.`);
  return (sample) => {
    const run = { unit, intake, sample, transitions: yearlyTransitionsOf(model, schedule, sample) };
    return digitalAtEnd(model, runMean(model, run, workspace).fte);
  };
}

function digitalAtEnd(model: Model, fte: Float64Array): number {
  const width = model.steps + 1;
  let sum = 0;
  for (let row = 0; row < model.rows.count; row++) {
    sum += (fte[row * width + width - 1] ?? 0) * (model.roles[model.rows.role[row] ?? 0]?.digitalShare ?? 0);
  }
  return sum;
}
