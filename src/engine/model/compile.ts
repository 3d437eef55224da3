// From a health system, a scenario and what the blueprint asks for to a model that runs.
import type { DemandLine } from '#blueprint';
import { placeTree } from '#workforce';
import type { Assumption, HealthSystem, PlaceTree, Scenario } from '#workforce';
import { ageAxisOf } from './age-axis.ts';
import { channelTableOf } from './channel-table.ts';
import { demandTableOf } from './demand-table.ts';
import { leverOf, optionalLeverOf, type LeverContext, type Members } from './lever.ts';
import { modelRolesOf, rowTableOf } from './row-table.ts';
import { placeFactorOf, scheduleBookOf } from './schedule.ts';
import { seatsOf } from './seats.ts';
import { unitTableOf } from './unit-table.ts';
import type { Levers, Model, ModelPlace, RowTable, Unit } from './model.ts';

export type CompileInput = {
  readonly system: HealthSystem;
  /** The effective register of the scenario; the samples' columns follow it. */
  readonly register: readonly Assumption[];
  readonly scenario: Scenario;
  /** What the resolved blueprint asks for. */
  readonly lines: readonly DemandLine[];
};

/** Compiles a checked pack; whatever the checks of a pack let through, compiles. */
export function compile(input: CompileInput): Model {
  const { system, register, scenario, lines } = input;
  const context = { register, baseMonth: system.baseMonth, steps: system.horizonMonths };
  const tree = placeTree(system.places);
  const seats = seatsOf(
    system,
    tree,
    lines.map((line) => line.place),
  );
  const places = modelPlacesOf(
    tree,
    seats.map((seat) => seat.code),
  );
  const placeIndex = new Map(places.map((place, index) => [place.code, index]));
  const ages = ageAxisOf(system.ageGroups);
  const rows = rowTableOf(system, context);
  const levers = leversOf(system, context);
  const seated = unitTableOf({ system, tree, ages, rows, seats, placeIndex });
  const book = scheduleBookOf({
    steps: context.steps,
    levers: datedLevers(levers, rows),
    placesAt: seated.map((unit) => unit.placeAt),
    placeFactors: places.map((place) => placeFactorOf(placeFactorsIn(register), tree, place.code)),
  });
  const units = seated.map((unit, index): Unit => ({ ...unit, schedule: book.scheduleOf[index] ?? 0 }));
  const roles = modelRolesOf(system);
  return {
    baseMonth: system.baseMonth,
    steps: system.horizonMonths,
    register,
    recruitment: scenario.recruitment,
    places,
    families: system.families.map((family) => family.id),
    bands: system.bands.map((band) => band.id),
    roles,
    rows,
    ages,
    levers,
    schedules: book.schedules,
    units,
    channels: channelTableOf({ system, context, ages, units }),
    demand: demandTableOf({ system, tree, context, rows, roles, units, lines }),
  };
}

/** The seats and every place above them, in the order of the tree. */
function modelPlacesOf(tree: PlaceTree, seats: readonly string[]): readonly ModelPlace[] {
  const codes = new Set(seats);
  for (const code of codes) {
    const parent = tree.byCode.get(code)?.parent ?? null;
    if (parent !== null) codes.add(parent);
  }
  const places = tree.places.filter((place) => codes.has(place.code));
  return places.map(({ code, tier, parent }) => ({
    code,
    tier,
    parent: places.findIndex((place) => place.code === parent),
  }));
}

function placeFactorsIn(register: readonly Assumption[]): Assumption | null {
  return register.find((each) => each.id === 'attrition.place-factor') ?? null;
}

const ONE: readonly Members[] = [{}];

function leversOf(system: HealthSystem, context: LeverContext): Levers {
  const families = system.families.map((family) => ({ family: family.id }));
  const bands = system.bands.map((band) => ({ band: band.id }));
  const bandsByAge = bands.flatMap((band) => system.ageGroups.map((group) => ({ ...band, ageGroup: group.id })));
  const factor = (id: string): Levers['stockLevel'] => optionalLeverOf(context, id, { members: ONE, value: 1 });
  const zero = (id: string): Levers['stockLevel'] => optionalLeverOf(context, id, { members: ONE, value: 0 });
  const placeFactors = placeFactorsIn(context.register);
  return {
    stockLevel: factor('stock.level'),
    attritionYearly: leverOf(context, 'attrition.yearly', bandsByAge),
    attritionFamilyFactor: optionalLeverOf(context, 'attrition.family-factor', { members: families, value: 1 }),
    attritionPlaceColumn: placeFactors?.spread ? context.register.indexOf(placeFactors) : -1,
    attritionLevel: factor('attrition.level'),
    reclassificationYearly: zero('reclassification.yearly'),
    recruitmentYearly: leverOf(context, 'recruitment.yearly', bandsByAge),
    recruitmentLevel: factor('recruitment.level'),
    establishmentLevel: factor('establishment.level'),
    vacancyShare: leverOf(context, 'vacancy.share', ONE),
    vacancyFilledMonthly: zero('vacancy.filled-monthly'),
    demandLevel: factor('demand.level'),
    productivityYearly: zero('productivity.yearly'),
    competenceMonths: zero('competence.months'),
    competenceNewcomers: zero('competence.newcomers-yearly'),
    competenceLevel: factor('competence.level'),
    salaryGbpPerYear: leverOf(context, 'pay.salary', bands),
    onCosts: leverOf(context, 'pay.on-costs', ONE),
  };
}

/** The dated values that rates of leaving, moving and recoding are made of. */
function datedLevers(levers: Levers, rows: RowTable): readonly Levers['stockLevel'][] {
  return [
    levers.attritionYearly,
    levers.attritionFamilyFactor,
    levers.attritionLevel,
    levers.reclassificationYearly,
    ...rows.edges.sharePerYear,
  ];
}
