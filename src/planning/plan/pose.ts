// Poses the optimiser's question: who is short of whom in the projection, what one start gives, and what limits starts.
import type { Projection, ResponseTable } from '#engine';
import { assert, type Month } from '#kernel';
import type { PlanBudget, PlanChannel, PlanOption, PlanPeriod, PlanProblem } from '#optimiser';
import {
  TIERS,
  centralSample,
  driverReader,
  valueAt,
  type Assumption,
  type Channel,
  type HealthSystem,
} from '#workforce';

const MONTHS_A_YEAR = 12;
const MONTHS_A_QUARTER = 3;

/** What is known when the question is put. */
export type Posing = {
  readonly system: HealthSystem;
  readonly register: readonly Assumption[];
  readonly projection: Projection;
  readonly responses: ResponseTable;
};

/** The months in which a plan may start people: each quarter after the base month that begins after `asOf`, since nobody
 *  can be started in the past. */
export function quarterStarts(system: HealthSystem, asOf: Month): readonly Month[] {
  const quarters = Math.floor((system.horizonMonths - 1) / MONTHS_A_QUARTER);
  return Array.from({ length: quarters }, (_, quarter) => system.baseMonth + (quarter + 1) * MONTHS_A_QUARTER).filter(
    (month) => month > asOf,
  );
}

/** @returns the question in the optimiser's terms; places, roles and options keep the order of projection and responses */
export function posePlan(posing: Posing): PlanProblem {
  const { system, projection, responses } = posing;
  const readRegister = registerReader(posing);
  const periods = yearlyPeriods(system.horizonMonths);
  const { places, roles } = projection.byRole;
  return {
    places,
    roles,
    channels: system.channels.map((channel) => planChannel(channel, { system, places, readRegister })),
    options: responses.options.map((option): PlanOption => {
      const channel = system.channels.findIndex(({ id }) => id === option.channel);
      const role = roles.indexOf(option.role);
      assert(channel >= 0 && role >= 0, `option ${option.channel} into ${option.role} has its channel and role`);
      const { costGbpPerStart, payGbpPerFteYear } = option;
      return { channel, role, band: option.band, costGbpPerStart, payGbpPerFteYear };
    }),
    startMonths: responses.startMonths.map((month) => month - system.baseMonth),
    periods,
    classOfPlace: places.map((place) => responses.classOfPlace.get(place) ?? 0),
    responseFte: meansOver(responses.fte, periods, system.horizonMonths + 1),
    needFte: needs(projection, periods, system.horizonMonths + 1),
    budgets: planBudgets(posing, readRegister),
    shortagePriceGbpPerFteYear: readRegister('plan.shortage-price', system.baseMonth, {}),
  };
}

type RegisterReader = (id: string, month: Month, members: { readonly tier?: string }) => number;

/** Reads the register at its stated values. */
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

/** Means over periods of values by month, the months standing last: shape [any][month] → [any][period]. */
function meansOver(values: Float64Array, periods: readonly PlanPeriod[], monthCount: number): Float64Array {
  const lines = values.length / monthCount;
  const means = new Float64Array(lines * periods.length);
  for (let line = 0; line < lines; line++) {
    periods.forEach(({ fromMonth, toMonth }, period) => {
      let sum = 0;
      for (let month = fromMonth; month < toMonth; month++) sum += values[line * monthCount + month] ?? 0;
      means[line * periods.length + period] = sum / (toMonth - fromMonth);
    });
  }
  return means;
}

function needs(projection: Projection, periods: readonly PlanPeriod[], monthCount: number): Float64Array {
  const { fte, demandFte } = projection.byRole;
  return meansOver(
    demandFte.map((demand, index) => demand - (fte[index] ?? 0)),
    periods,
    monthCount,
  );
}

type ChannelContext = {
  readonly system: HealthSystem;
  readonly places: readonly string[];
  readonly readRegister: RegisterReader;
};

function planChannel(channel: Channel, { system, places, readRegister }: ChannelContext): PlanChannel {
  const driverOf = driverReader(system);
  const amounts = places.map((place) => driverOf(place, channel.sharedBy) ?? 0);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  assert(total > 0, `driver '${channel.sharedBy}' that shares out channel '${channel.id}' has a value somewhere`);
  const years = Math.ceil(system.horizonMonths / MONTHS_A_YEAR);
  const { baseMonth } = system;
  return {
    id: channel.id,
    accountableTier: channel.accountableTier,
    fund: channel.fund,
    minimumCohort: channel.minimumCohort,
    opensMonth: channel.opens === null ? null : channel.opens - baseMonth,
    closesMonth: channel.closes === null ? null : channel.closes - baseMonth,
    peoplePerYear: Array.from({ length: years }, (_, year) => {
      const month = baseMonth + year * MONTHS_A_YEAR;
      const anyway =
        channel.baselineStartsPerYear === null ? 0 : readRegister(channel.baselineStartsPerYear, month, {});
      return Math.max(0, readRegister(channel.capacityPerYear, month, {}) - anyway);
    }),
    shareOfPlace: amounts.map((amount) => Math.min(1, (amount / total) * channel.placeHeadroom)),
  };
}

/** A budget for each tier that the register gives one; tiers it does not name are free. */
function planBudgets({ system, register }: Posing, readRegister: RegisterReader): readonly PlanBudget[] {
  const budget = register.find(({ id }) => id === 'plan.budget-yearly');
  if (budget === undefined || budget.value.kind !== 'table') return [];
  const named = new Set(budget.value.cells.flatMap(({ at }) => at));
  const years = Math.ceil(system.horizonMonths / MONTHS_A_YEAR);
  return TIERS.filter((tier) => named.has(tier) || named.has('*')).map((tier) => ({
    tier,
    gbpPerYear: Array.from({ length: years }, (_, year) =>
      readRegister(budget.id, system.baseMonth + year * MONTHS_A_YEAR, { tier }),
    ),
  }));
}
