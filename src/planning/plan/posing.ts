// What the optimiser's question is put together from: the pack, its register at stated values, and where places belong.
import type { Projection, ResponseTable } from '#engine';
import { assert, groupBy, monthInWords, type Month } from '#kernel';
import type { PlanPeriod } from '#optimiser';
import {
  ancestorsOf,
  centralSample,
  placeTree,
  valueAt,
  type Assumption,
  type HealthSystem,
  type PlaceTree,
  type ReadingPoint,
  type StockRow,
  type Tier,
} from '#workforce';

export const MONTHS_A_YEAR = 12;

/** What is known when the question is put. */
export type Posing = {
  readonly system: HealthSystem;
  readonly register: readonly Assumption[];
  readonly projection: Projection;
  readonly responses: ResponseTable;
};

/** The same with what every part of the question reads. */
export type PosingContext = Posing & {
  /** Codes of the places that may start people, as the question counts them. */
  readonly places: readonly string[];
  readonly tree: PlaceTree;
  /** The stock by code of its place; nothing for a place without any. */
  readonly stockOf: ReadonlyMap<string, readonly StockRow[]>;
  readonly readRegister: RegisterReader;
  readonly periods: readonly PlanPeriod[];
  /** Years after the base month. */
  readonly years: number;
  /** Months after the base month in which people may start. */
  readonly startMonths: readonly number[];
};

/** Reads the register at its stated values. */
export type RegisterReader = (id: string, month: Month, members: ReadingPoint['members']) => number;

export function posingContext(posing: Posing): PosingContext {
  const { system, projection, responses } = posing;
  return {
    ...posing,
    places: projection.byRole.places,
    tree: placeTree(system.places),
    stockOf: groupBy(system.stock, ({ place }) => place),
    readRegister: registerReader(posing),
    periods: yearlyPeriods(system.horizonMonths),
    years: Math.ceil(system.horizonMonths / MONTHS_A_YEAR),
    startMonths: responses.startMonths.map((month) => month - system.baseMonth),
  };
}

/** The month in which a year after the base month begins. */
export function monthOfYear({ system }: Posing, year: number): Month {
  return system.baseMonth + year * MONTHS_A_YEAR;
}

/** A year after the base month, as a message names it. */
export function yearInWords(posing: Posing, year: number): string {
  return `in the year from ${monthInWords(monthOfYear(posing, year))}`;
}

/** The place's own name. */
export function placeName({ tree }: PosingContext, place: string): string {
  return tree.byCode.get(place)?.name ?? place;
}

/** The place of a tier that a place is or stands below; the place itself where there is none. */
export function groupOf({ tree }: PosingContext, place: string, tier: Tier): string {
  if (tree.byCode.get(place)?.tier === tier) return place;
  return ancestorsOf(tree, place).find((above) => above.tier === tier)?.code ?? place;
}

function registerReader({ register }: Posing): RegisterReader {
  const { values } = centralSample(register);
  const columnOf = new Map(register.map(({ id }, column) => [id, column]));
  return (id, month, members) => {
    const column = columnOf.get(id);
    const assumption = column === undefined ? undefined : register[column];
    assert(column !== undefined && assumption !== undefined, `the register has '${id}'`);
    return valueAt(assumption, values[column] ?? 0, { month, members });
  };
}

/** Whole years after the base month, the last one cut where the horizon ends. */
function yearlyPeriods(horizonMonths: number): readonly PlanPeriod[] {
  const years = Math.ceil(horizonMonths / MONTHS_A_YEAR);
  return Array.from({ length: years }, (_, year) => ({
    fromMonth: year * MONTHS_A_YEAR + 1,
    toMonth: Math.min((year + 1) * MONTHS_A_YEAR, horizonMonths) + 1,
  }));
}
