// Poses the optimiser's question: who is short of whom in the projection, what one start gives, and what limits starts.
import type { Projection, ResponseTable } from '#engine';
import { assert, type Month } from '#kernel';
import type { PlanBudget, PlanOption, PlanPeriod, PlanProblem, PlanReaches } from '#optimiser';
import { TIERS, type HealthSystem } from '#workforce';
import { planChannel } from './pose-channels.ts';
import { withRules, type PlainProblem } from './pose-rules.ts';
import { monthOfYear, posingContext, type Posing, type PosingContext } from './posing.ts';

const MONTHS_A_QUARTER = 3;

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
  const context = posingContext(posing);
  const { system, projection, responses, periods, places, readRegister } = context;
  const { roles, demandFte } = projection.byRole;
  const monthCount = system.horizonMonths + 1;
  const channels = system.channels.map((channel) => planChannel(context, channel));
  const problem: PlainProblem = {
    places,
    roles,
    channels,
    options: responses.options.map((option): PlanOption => {
      const channel = system.channels.findIndex(({ id }) => id === option.channel);
      const role = roles.indexOf(option.role);
      assert(channel >= 0 && role >= 0, `option ${option.channel} into ${option.role} has its channel and role`);
      const { costGbpPerStart, payGbpPerFteYear } = option;
      return { channel, role, band: option.band, costGbpPerStart, payGbpPerFteYear };
    }),
    startMonths: context.startMonths,
    periods,
    classOfPlace: places.map((place) => responses.classOfPlace.get(place) ?? 0),
    responseFte: meansOver(responses.fte, periods, monthCount),
    reaches: reachesOf(responses, roles),
    placeFactors: joined(places.map((place) => factorsOf(responses, place))),
    needFte: needs(projection, periods, monthCount),
    budgets: planBudgets(context),
    shortagePriceGbpPerFteYear: readRegister('plan.shortage-price', system.baseMonth, {}),
  };
  const capContext = {
    ...context,
    options: problem.options,
    peoplePerYear: channels.map(({ peoplePerYear }) => peoplePerYear),
  };
  return withRules(capContext, problem, sumOverRoles(meansOver(demandFte, periods, monthCount), problem));
}

function reachesOf({ options, reaches }: ResponseTable, roles: readonly string[]): PlanReaches {
  const counts = options.map((_, option) => reaches.filter((reach) => reach.option === option).length);
  const firstOf = new Int32Array(options.length + 1);
  counts.forEach((count, option) => (firstOf[option + 1] = (firstOf[option] ?? 0) + count));
  return { firstOf, role: Int32Array.from(reaches, ({ role }) => roles.indexOf(role)) };
}

function factorsOf({ placeFactors, reaches }: ResponseTable, place: string): Float64Array {
  return placeFactors.get(place) ?? new Float64Array(reaches.length).fill(1);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const width = parts[0]?.length ?? 0;
  const whole = new Float64Array(parts.length * width);
  parts.forEach((part, index) => whole.set(part, index * width));
  return whole;
}

/** Shape [place][role][period] → [place][period]. */
function sumOverRoles(values: Float64Array, { places, roles, periods }: PlainProblem): Float64Array {
  const sums = new Float64Array(places.length * periods.length);
  values.forEach((value, index) => {
    const cell = Math.floor(index / (roles.length * periods.length)) * periods.length + (index % periods.length);
    sums[cell] = (sums[cell] ?? 0) + value;
  });
  return sums;
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

/** A budget for each tier that the register gives one; tiers it does not name are free. */
function planBudgets(context: PosingContext): readonly PlanBudget[] {
  const budget = context.register.find(({ id }) => id === 'plan.budget-yearly');
  if (budget === undefined || budget.value.kind !== 'table') return [];
  const named = new Set(budget.value.cells.flatMap(({ at }) => at));
  return TIERS.filter((tier) => named.has(tier) || named.has('*')).map((tier) => ({
    tier,
    gbpPerYear: Array.from({ length: context.years }, (_, year) =>
      context.readRegister(budget.id, monthOfYear(context, year), { tier }),
    ),
  }));
}
