// The pack's planning rules as caps and as the rule of equity of the optimiser's question.
import { monthInWords } from '#kernel';
import type { CapTerm, PlanCap, PlanProblem } from '#optimiser';
import { driverReader, type PlanningRule } from '#workforce';
import { channelCaps, isInYear, optionsOf, startsInYear, startYears, type CapContext } from './pose-channel-caps.ts';
import { startsAnyway } from './pose-channels.ts';
import { placeName, yearInWords } from './posing.ts';
import { shareOfYearInTraining } from './training-months.ts';

/** A question without its rules. */
export type PlainProblem = Omit<PlanProblem, 'caps' | 'equity' | 'floors' | 'demandFte'>;

/** @param demandFte shape [place][period] */
export function withRules(context: CapContext, problem: PlainProblem, demandFte: Float64Array): PlanProblem {
  const rules = context.system.planningRules;
  const caps = [...channelCaps(context), ...rules.flatMap((rule) => capsOf(context, problem, rule))];
  const equity = rules.flatMap((rule) => {
    if (rule.kind !== 'equity') return [];
    const { mostShortShare, whenNationBelowShare, from, priceFactor } = rule;
    const fromPeriod = Math.max(0, Math.ceil((from - context.system.baseMonth) / 12));
    const priceGbpPerFteYear = priceFactor * problem.shortagePriceGbpPerFteYear;
    return [{ mostShortShare, whenNationBelowShare, fromPeriod, priceGbpPerFteYear }];
  })[0];
  return {
    ...problem,
    ...(caps.length === 0 ? {} : { caps }),
    ...(equity === undefined ? {} : { equity, demandFte }),
  };
}

function capsOf(context: CapContext, problem: PlainProblem, rule: PlanningRule): readonly PlanCap[] {
  switch (rule.kind) {
    case 'ramp':
      return channelsOf(context, rule.channels).flatMap((channel) => rampCaps(context, rule, channel));
    case 'quarter-capacity':
      return channelsOf(context, rule.channels).flatMap((channel) => quarterCaps(context, rule, channel));
    case 'pool':
      return [poolCap(context, rule)];
    case 'vacancies':
      return vacancyCaps(context, problem, rule);
    case 'source-floor':
      return sourceCaps(context, rule);
    case 'supervision':
      return supervisionCaps(context, rule);
    case 'fund-budget':
      return fundCaps(context, rule);
    case 'ambition':
      return ambitionCaps(context, problem, rule);
    case 'equity':
      return [];
  }
}

type RuleOf<Kind extends PlanningRule['kind']> = Extract<PlanningRule, { readonly kind: Kind }>;

const people = { counts: { kind: 'people' }, breach: null } as const;

function everywhere({ places }: CapContext): readonly number[] {
  return places.map((_, place) => place);
}

function channelsOf({ system }: CapContext, ids: readonly string[]): readonly number[] {
  return ids.map((id) => system.channels.findIndex((channel) => channel.id === id)).filter((index) => index >= 0);
}

/** Starts that happen anyway are part of what grows: (x[y] + b) ≤ (1 + growth) × (x[y−1] + b) + floor. */
function rampCaps(context: CapContext, rule: RuleOf<'ramp'>, index: number): readonly PlanCap[] {
  const channel = context.system.channels[index];
  if (channel === undefined) return [];
  return startYears(context).map((year) => {
    const before = year === 0 ? startsAnyway(context, channel, 0) : startsAnyway(context, channel, year - 1);
    const grown = (1 + rule.mostGrowthSharePerYear) * before - startsAnyway(context, channel, year);
    const amountOfStart = context.startMonths.map((month) => {
      if (isInYear(month, year)) return 1;
      return isInYear(month, year - 1) ? -1 - rule.mostGrowthSharePerYear : 0;
    });
    return {
      rule: 'ramp',
      where: `${channel.name} ${yearInWords(context, year)}`,
      places: everywhere(context),
      terms: [{ options: optionsOf(context, [index]), amountOfStart }],
      ...people,
      most: Math.max(0, grown + rule.floorPeoplePerYear),
    };
  });
}

function quarterCaps(context: CapContext, rule: RuleOf<'quarter-capacity'>, index: number): readonly PlanCap[] {
  const name = context.system.channels[index]?.name ?? '';
  return context.startMonths.map((month, start) => ({
    rule: 'quarter-capacity',
    where: `${name} in ${monthInWords(context.system.baseMonth + month)}`,
    places: everywhere(context),
    terms: [
      {
        options: optionsOf(context, [index]),
        amountOfStart: context.startMonths.map((_, each) => (each === start ? 1 : 0)),
      },
    ],
    ...people,
    most: rule.mostShareOfYear * (context.peoplePerYear[index]?.[Math.floor(month / 12)] ?? 0),
  }));
}

function poolCap(context: CapContext, rule: RuleOf<'pool'>): PlanCap {
  const options = optionsOf(context, channelsOf(context, rule.channels));
  return {
    rule: 'pool',
    where: rule.name,
    places: everywhere(context),
    terms: [{ options, amountOfStart: context.startMonths.map(() => 1) }],
    ...people,
    most: rule.mostPeople,
  };
}

/** Posts that stand empty: what the place is short of in that year without a plan, role by role. */
function vacancyCaps(context: CapContext, problem: PlainProblem, rule: RuleOf<'vacancies'>): readonly PlanCap[] {
  const channels = channelsOf(context, rule.channels);
  const { roles, periods, needFte } = problem;
  return context.places.flatMap((place, at) =>
    startYears(context).map((year): PlanCap => {
      let vacancies = 0;
      for (let role = 0; role < roles.length; role++) {
        vacancies += Math.max(0, needFte[(at * roles.length + role) * periods.length + year] ?? 0);
      }
      const terms = [startsInYear(context, channels, year)];
      const where = `${placeName(context, place)} ${yearInWords(context, year)}`;
      return { rule: 'vacancies', where, places: [at], terms, ...people, most: vacancies };
    }),
  );
}

function sourceCaps(context: CapContext, rule: RuleOf<'source-floor'>): readonly PlanCap[] {
  const driverOf = driverReader(context.system);
  const channels = context.system.channels.flatMap(({ sourceProfession }, index) =>
    sourceProfession === rule.profession ? [index] : [],
  );
  return context.places.flatMap((place, at) =>
    startYears(context).map((year): PlanCap => ({
      rule: 'source-floor',
      where: `${rule.profession}, ${placeName(context, place)} ${yearInWords(context, year)}`,
      places: [at],
      terms: [startsInYear(context, channels, year)],
      ...people,
      most: rule.mostShareLeavingPerYear * (driverOf(place, rule.driver) ?? 0),
    })),
  );
}

/** Each trainee counts for the part of a year in which they are in training. Experienced people are those of the base
 *  month, growing as the place grows without a plan. */
function supervisionCaps(context: CapContext, rule: RuleOf<'supervision'>): readonly PlanCap[] {
  const terms = (year: number): readonly CapTerm[] =>
    channelsOf(context, rule.channels).map((index) => ({
      options: optionsOf(context, [index]),
      amountOfStart: context.startMonths.map(
        (month) =>
          rule.supervisorFtePerTrainee *
          shareOfYearInTraining({ startMonth: month, months: context.system.channels[index]?.months ?? 0, year }),
      ),
    }));
  return context.places.flatMap((place, at) => {
    const experiencedFte = (context.stockOf.get(place) ?? [])
      .filter((row) => rule.supervisorBands.includes(row.band))
      .reduce((sum, { fte }) => sum + fte, 0);
    return Array.from({ length: context.years }, (_, year): PlanCap => ({
      rule: 'supervision',
      where: `${placeName(context, place)} ${yearInWords(context, year)}`,
      places: [at],
      terms: terms(year),
      ...people,
      most: rule.mostShareOfTime * experiencedFte * growthOf(context, at, year),
    }));
  });
}

/** Digital FTE in a place in the middle of a year, as a multiple of those at the base month. */
function growthOf({ projection, system }: CapContext, place: number, year: number): number {
  const { roles, fte } = projection.byRole;
  const width = system.horizonMonths + 1;
  const at = (month: number): number => {
    let sum = 0;
    for (let role = 0; role < roles.length; role++) sum += fte[(place * roles.length + role) * width + month] ?? 0;
    return sum;
  };
  const atBase = at(0);
  return atBase > 0 ? at(Math.min(system.horizonMonths, year * 12 + 6)) / atBase : 0;
}

function fundCaps(context: CapContext, rule: RuleOf<'fund-budget'>): readonly PlanCap[] {
  const channels = context.system.channels.flatMap(({ fund }, index) => (fund === rule.fund ? [index] : []));
  return startYears(context).map((year) => {
    const month = context.system.baseMonth + year * 12;
    const amounts = rule.gbpPerYear.filter(({ from }) => from <= month);
    return {
      rule: 'fund-budget',
      where: `${rule.fund} ${yearInWords(context, year)}`,
      places: everywhere(context),
      terms: [startsInYear(context, channels, year)],
      counts: { kind: 'costGbp' },
      most: (amounts.at(-1) ?? rule.gbpPerYear[0])?.gbp ?? 0,
      breach: null,
    };
  });
}

/** What lacks of the share in the year that the month falls into, to be made up by what starts give in that year. */
function ambitionCaps(context: CapContext, problem: PlainProblem, rule: RuleOf<'ambition'>): readonly PlanCap[] {
  const { system, projection } = context;
  const period = Math.ceil((rule.by - system.baseMonth) / 12) - 1;
  const span = problem.periods[period];
  if (span === undefined) return [];
  const families = new Set(rule.families);
  const isMember = (role: string): boolean => families.has(system.roles.find(({ id }) => id === role)?.family ?? '');
  const { roles, places, fte } = projection.byRole;
  const width = system.horizonMonths + 1;
  let supplyFte = 0;
  places.forEach((_, place) => {
    roles.forEach((role, index) => {
      if (!isMember(role)) return;
      const line = (place * roles.length + index) * width;
      for (let month = span.fromMonth; month < span.toMonth; month++) {
        supplyFte += (fte[line + month] ?? 0) / (span.toMonth - span.fromMonth);
      }
    });
  });
  const driverOf = driverReader(system);
  const staff = places.reduce((sum, place) => sum + (driverOf(place, rule.driver) ?? 0), 0);
  const options = problem.options.flatMap(({ role }, option) => (isMember(roles[role] ?? '') ? [option] : []));
  return [
    {
      rule: 'ambition',
      where: rule.name,
      places: everywhere(context),
      terms: [{ options, amountOfStart: context.startMonths.map(() => -1) }],
      counts: { kind: 'fte', period },
      most: supplyFte - rule.share * staff,
      breach: { priceGbp: rule.priceGbpPerFte, paidBy: null },
    },
  ];
}
