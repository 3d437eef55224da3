// National supply and demand at one step, sample by sample, by the fastest way there is.
import { assert } from '#kernel';
import { lineFte } from '../mean/demand-unit.ts';
import { runMean } from '../mean/mean-unit.ts';
import { yearlyTransitionsOf } from '../mean/transitions.ts';
import { workspaceOf } from '../mean/unit-run.ts';
import { intakeReader, type Intake } from '../model/intake.ts';
import type { SampleRow } from '../model/lever.ts';
import type { Lever, Model, Unit } from '../model/model.ts';
import type { Samples } from '../projection.ts';
import { nationOf } from '../readings/nation.ts';
import { digitalShareOfRow } from '../readings/slice-rows.ts';
import { courseLevels, weightsOfLines } from './line-weights.ts';

/** Reads the mean gap of all units of a model together, supply less demand in digital FTE. */
export type GapReader = {
  readonly supplyFte: (samples: Samples, sample: number) => number;
  readonly demandFte: (samples: Samples, sample: number) => number;
  /** Columns of the samples that move supply, and those that move demand; whatever else is uncertain leaves it alone. */
  readonly movesSupply: ReadonlySet<number>;
  readonly movesDemand: ReadonlySet<number>;
};

/** Units that leave and move alike run as one: docs/model/sensitivity.md says what that leaves out. */
export function gapReader(model: Model, step: number): GapReader {
  const nation = nationOf({ ...model, steps: step });
  const rowAt = (samples: Samples, index: number): SampleRow => ({ samples, index, width: model.register.length });
  const intakes = intakeReader(nation, []);
  const units = nation.units.map((unit, index) => supplyReader(nation, unit, intakes(index)));
  const weights = weightsOfLines(nation, step);
  return {
    supplyFte: (samples, sample) => units.reduce((sum, read) => sum + read(rowAt(samples, sample)), 0),
    demandFte: (samples, sample) => {
      const row = rowAt(samples, sample);
      const levels = courseLevels(nation, row, step);
      let fte = 0;
      for (const [line, { today, beyondToday }] of weights) {
        const asked = nation.demand.lines[line];
        if (asked === undefined) continue;
        fte += (today + beyondToday * levels.level) * levels.taken * lineFte(nation, asked, row);
      }
      return fte;
    },
    movesSupply: supplyColumns(model),
    movesDemand: demandColumns(model),
  };
}

/** Reads the digital supply of a unit at the last step in a sample. */
function supplyReader(model: Model, unit: Unit, intake: Intake): (sample: SampleRow) => number {
  const workspace = workspaceOf(model, unit, intake);
  const schedule = model.schedules[unit.schedule];
  assert(schedule !== undefined, `unit '${unit.code}' has a schedule.`);
  return (sample) => {
    const run = { unit, intake, sample, transitions: yearlyTransitionsOf(model, schedule, sample) };
    const { fte } = runMean(model, run, workspace);
    let sum = 0;
    for (let row = 0; row < model.rows.count; row++) {
      sum += (fte[(row + 1) * (model.steps + 1) - 1] ?? 0) * digitalShareOfRow(model, row);
    }
    return sum;
  };
}

function supplyColumns(model: Model): ReadonlySet<number> {
  const { levers, rows, channels } = model;
  const still = new Set<Lever | number>([
    levers.demandLevel,
    levers.productivityYearly,
    levers.competenceMonths,
    levers.competenceNewcomers,
    levers.competenceLevel,
    levers.salaryGbpPerYear,
    levers.onCosts,
  ]);
  return new Set(
    [
      levers.attritionPlaceColumn,
      ...Object.values(levers).flatMap((lever) => (typeof lever === 'number' || still.has(lever) ? [] : lever.column)),
      ...rows.edges.sharePerYear.map((lever) => lever.column),
      ...channels.flatMap((channel) => [channel.completion.column, channel.baselineStartsPerYear?.column ?? -1]),
    ].filter((column) => column >= 0),
  );
}

function demandColumns(model: Model): ReadonlySet<number> {
  const { demandLevel, productivityYearly, stockLevel, vacancyShare } = model.levers;
  const { competenceMonths, competenceNewcomers, competenceLevel } = model.levers;
  const whole = [demandLevel, productivityYearly, competenceMonths, competenceNewcomers, competenceLevel];
  const named = model.demand.lines.flatMap(({ names }) =>
    names.flatMap(({ value }) => (value === 'posts-today' ? [stockLevel.column, vacancyShare.column] : value.column)),
  );
  return new Set([...whole.map(({ column }) => column), ...named].filter((column) => column >= 0));
}
