// Sensitivity: what each uncertain assumption does to the national gap and to supply at the end of the horizon.
import { centralSample, quantileOfDistribution } from '#workforce';
import { coursesOf, fillDemand, lineReader } from '../mean/demand-unit.ts';
import { runMean } from '../mean/mean-unit.ts';
import { yearlyTransitionsOf } from '../mean/transitions.ts';
import { workspaceOf } from '../mean/unit-run.ts';
import { intakeReader } from '../model/intake.ts';
import type { Model } from '../model/model.ts';
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
  const { supplyFte, demandFte } = lastMonthOf(nation, samples);
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

/** National digital supply and demand at the last step, shape [sample]. */
function lastMonthOf(nation: Model, samples: Samples): LastMonth {
  const result = { supplyFte: new Float64Array(samples.count), demandFte: new Float64Array(samples.count) };
  const intakes = intakeReader(nation, []);
  const lines = lineReader(nation, samples);
  const rowsFte = new Float64Array(nation.rows.count * (nation.steps + 1));
  nation.units.forEach((unit, index) => {
    const intake = intakes(index);
    const workspace = workspaceOf(nation, unit, intake);
    const schedule = nation.schedules[unit.schedule];
    const shares = nation.demand.shares[index];
    if (schedule === undefined || shares === undefined) return;
    for (let each = 0; each < samples.count; each++) {
      const sample = { samples, index: each, width: nation.register.length };
      const run = { unit, intake, sample, transitions: yearlyTransitionsOf(nation, schedule, sample) };
      result.supplyFte[each] =
        (result.supplyFte[each] ?? 0) + digitalAtEnd(nation, runMean(nation, run, workspace).fte);
      fillDemand(nation, { shares, courses: coursesOf(nation, sample), lines, sample: each, demandFte: rowsFte });
      result.demandFte[each] =
        (result.demandFte[each] ?? 0) + endOf(nation, rowsFte).reduce((sum, fte) => sum + fte, 0);
    }
  });
  return result;
}

function digitalAtEnd(model: Model, fte: Float64Array): number {
  return endOf(model, fte).reduce(
    (sum, each, row) => sum + each * (model.roles[model.rows.role[row] ?? 0]?.digitalShare ?? 0),
    0,
  );
}

function endOf(model: Model, byRow: Float64Array): readonly number[] {
  const width = model.steps + 1;
  return Array.from({ length: model.rows.count }, (_, row) => byRow[row * width + width - 1] ?? 0);
}
