// From what a share of people who stay or move on is worth to the assumptions that the shares are made of.
import { leavingChance, MOST_LEAVERS_PER_YEAR } from '../mean/transitions.ts';
import { factorOf, memberOf, scalarOf, type SampleRow } from '../model/lever.ts';
import type { Model, Regime } from '../model/model.ts';
import { addProductSlopes, addSlope, type Slopes } from './slopes.ts';

/** What one unit more of a monthly share is worth, all steps of one regime together. */
export type ShareWorth = {
  /** Shape [row][group]. */
  readonly stay: Float64Array;
  /** Shape [edge][group]. */
  readonly flow: Float64Array;
};

/** Goes back through the equations of leaving, recoding and moving.
 *  @source docs/model/sensitivity.md, eq. 5 */
export function addRateSlopes(
  model: Model,
  slopes: Slopes,
  at: { readonly regime: Regime; readonly sample: SampleRow; readonly worth: ShareWorth },
): void {
  const { rows, levers } = model;
  const { regime, sample } = at;
  const moving = rows.edges.sharePerYear.map((lever) => leavingChance(scalarOf(lever, sample, regime.step)));
  const recoding = -scalarOf(levers.reclassificationYearly, sample, regime.step);
  const context: Context = { model, ...at, moving, recoded: leavingChance(recoding), chances: leaversOf(model, at) };
  const worthOfStaying = worthOfRemaining(context);
  addLeavingSlopes(context, slopes, worthOfStaying);
  addMovingSlopes(context, slopes);
  let worthOfRecoding = 0;
  worthOfStaying.forEach((worth, cell) => {
    worthOfRecoding -= worth * (1 - (context.chances[cell] ?? 0));
  });
  addSlope(slopes, levers.reclassificationYearly, {
    gradient: -worthOfRecoding * slopeOfChance(recoding),
    at: { step: regime.step, member: 0 },
  });
}

type Context = {
  readonly model: Model;
  readonly regime: Regime;
  readonly sample: SampleRow;
  readonly worth: ShareWorth;
  /** Chance per month of each edge. */
  readonly moving: readonly number[];
  /** Chance per month of being recoded away. */
  readonly recoded: number;
  /** Chance per month of leaving, shape [row][group]. */
  readonly chances: Float64Array;
};

type Leaving = Pick<Context, 'regime' | 'sample'>;

function leaversOf(model: Model, at: Leaving): Float64Array {
  const groups = model.ages.groupCount;
  return Float64Array.from({ length: model.rows.count * groups }, (_, cell) =>
    leavingChance(yearlyOf(model, at, cell)),
  );
}

/** Yearly share that leaves a row and group, before it is held below the most that may. */
function yearlyOf(model: Model, { regime, sample }: Leaving, cell: number): number {
  const { family, member } = membersOf(model, cell);
  let share = regime.placeFactor * scalarOf(model.levers.attritionLevel, sample, regime.step);
  for (let count = 0; count < regime.placeFactorCount; count++) {
    share *= factorOf({ column: model.levers.attritionPlaceColumn }, sample);
  }
  share *= memberOf(model.levers.attritionFamilyFactor, sample, { step: regime.step, member: family });
  return share * memberOf(model.levers.attritionYearly, sample, { step: regime.step, member });
}

function membersOf(model: Model, cell: number): { readonly family: number; readonly member: number } {
  const groups = model.ages.groupCount;
  const row = Math.floor(cell / groups);
  const family = model.roles[model.rows.role[row] ?? 0]?.family ?? 0;
  return { family, member: (model.rows.band[row] ?? 0) * groups + (cell % groups) };
}

/** What it is worth that a person of a row and group neither leaves nor is recoded, wherever they go then. */
function worthOfRemaining({ model, worth, moving }: Context): Float64Array {
  const { edges } = model.rows;
  const groups = model.ages.groupCount;
  const remaining = worth.stay.slice();
  for (let edge = 0; edge < edges.count; edge++) {
    for (let group = 0; group < groups; group++) {
      const cell = (edges.from[edge] ?? 0) * groups + group;
      const gain = (worth.flow[edge * groups + group] ?? 0) - (worth.stay[cell] ?? 0);
      remaining[cell] = (remaining[cell] ?? 0) + (moving[edge] ?? 0) * gain;
    }
  }
  return remaining;
}

function addLeavingSlopes(context: Context, slopes: Slopes, remaining: Float64Array): void {
  const { model, regime, sample, recoded } = context;
  const { levers } = model;
  remaining.forEach((worth, cell) => {
    if (worth === 0) return;
    const { family, member } = membersOf(model, cell);
    const gradient = -worth * (1 - recoded) * slopeOfChance(yearlyOf(model, context, cell));
    addProductSlopes(
      slopes,
      [
        { lever: levers.attritionYearly, at: { step: regime.step, member } },
        { lever: levers.attritionFamilyFactor, at: { step: regime.step, member: family } },
        { lever: levers.attritionLevel, at: { step: regime.step, member: 0 } },
        { column: levers.attritionPlaceColumn, power: regime.placeFactorCount },
      ],
      { gradient, constant: regime.placeFactor, sample },
    );
  });
}

function addMovingSlopes({ model, regime, sample, worth, recoded, chances }: Context, slopes: Slopes): void {
  const { edges } = model.rows;
  const groups = model.ages.groupCount;
  edges.sharePerYear.forEach((lever, edge) => {
    let gradient = 0;
    for (let group = 0; group < groups; group++) {
      const cell = (edges.from[edge] ?? 0) * groups + group;
      const gain = (worth.flow[edge * groups + group] ?? 0) - (worth.stay[cell] ?? 0);
      gradient += gain * (1 - (chances[cell] ?? 0)) * (1 - recoded);
    }
    const slope = slopeOfChance(scalarOf(lever, sample, regime.step));
    addSlope(slopes, lever, { gradient: gradient * slope, at: { step: regime.step, member: 0 } });
  });
}

/** Change of the monthly chance for one unit of the yearly share; nothing where the share is held at a bound. */
function slopeOfChance(sharePerYear: number): number {
  if (sharePerYear <= 0 || sharePerYear >= MOST_LEAVERS_PER_YEAR) return 0;
  return (1 - leavingChance(sharePerYear)) / (12 * (1 - sharePerYear));
}
