// Writes the plan down: everything that the report, the tables and the explanations are made from.
import type { ResolvedBlueprint } from '#blueprint';
import { financialYearOf, formatMonth, parseMonth, type Problem } from '#kernel';
import type { Projection } from '#engine';
import type { Assumption, Channel, HealthSystem, Scenario } from '#workforce';
import type { Pack } from '../ports.ts';
import { actionRows } from './action-rows.ts';
import { ambitionRow, comparisonRows, digitalShareOfFte, hybridRows, isHybrid } from './context-rows.ts';
import { roundChance, seriesRow, type Estimate } from './figures.ts';
import type { Intervention } from './interventions.ts';
import type { PlanDocument } from './plan-document.ts';
import type { PlanOptions } from './plan-options.ts';
import type { Outcome } from './outcome.ts';
import { precisionRows, precisionSentence, toleranceText } from './precision.ts';
import { assumptionRow, registerWarnings } from './register-rows.ts';
import { summarise } from './summary.ts';

/** Everything that was found out on the way to a plan. */
export type Findings = {
  readonly pack: Pack;
  readonly scenario: Scenario;
  readonly options: PlanOptions;
  readonly engineVersion: string;
  readonly register: readonly Assumption[];
  readonly resolved: ResolvedBlueprint;
  readonly before: Projection;
  readonly after: Projection;
  readonly interventions: readonly Intervention[];
  readonly outcome: Outcome;
  /** What the plan leaves unmet. */
  readonly warnings: readonly Problem[];
  readonly promise: string;
  readonly reasons: readonly string[];
  readonly elasticities: PlanDocument['elasticities'];
  /** Digital FTE that each requirement asks for in the nation when mature. */
  readonly demandOf: ReadonlyMap<string, Estimate>;
};

export function describePlan(findings: Findings): PlanDocument {
  const { pack, scenario, options, before, after } = findings;
  const { system } = pack;
  const series = before.series.map(seriesRow);
  const assumptions = findings.register.map((each) => assumptionRow(each, options.asOf));
  const plan: Omit<PlanDocument, 'summary'> = {
    format: 'cadre-plan/1',
    pack: { id: system.id, name: system.name, version: system.version, hash: pack.hash },
    ...ruleKept(pack),
    blueprint: blueprintRow(pack),
    scenario: {
      id: scenario.id,
      name: scenario.name,
      description: scenario.description,
      recruitment: scenario.recruitment,
    },
    seed: options.seed,
    asOf: formatMonth(options.asOf),
    engine: { version: findings.engineVersion, mode: options.mode, samples: options.samples },
    months: before.months.map(formatMonth),
    ...namesOf(system),
    series,
    seriesWithPlan: after.series.map(seriesRow),
    chanceClosed: chances(before, after),
    ...precisionRows(before),
    precisionSentence: precisionSentence(before, options.tolerance ?? null),
    tolerance: options.tolerance === undefined ? null : toleranceText(options.tolerance),
    plan: {
      ...findings.outcome,
      programmeCostGbp: findings.interventions.reduce((sum, { costGbp }) => sum + costGbp, 0),
      costs: costsOf(findings.interventions),
      promise: findings.promise,
      reasons: [...findings.reasons],
    },
    interventions: [...findings.interventions],
    requirements: requirementRows(findings),
    actions: actionRows(system, pack.records.actions, { ...findings, asOf: options.asOf }),
    comparisons: comparisonRows(system, series),
    elasticities: findings.elasticities,
    assumptions,
    sources: system.sources.map((source) => ({ ...source })),
    hybrids: hybridRows(system),
    ambition: ambitionRow(system, scenario, series),
    intendedUse: system.intendedUse,
    limits: [...system.limits],
    figuresLicence: system.figuresLicence,
    problems: [],
    warnings: [...registerWarnings(assumptions), ...findings.warnings],
  };
  return { ...plan, summary: summarise(plan) };
}

function blueprintRow({ blueprint }: Pack): PlanDocument['blueprint'] {
  const { title, version, status } = blueprint.catalogue;
  return { title, version, status };
}

function namesOf(system: HealthSystem): Pick<PlanDocument, 'places' | 'families' | 'roles' | 'bands' | 'channels'> {
  return {
    places: system.places.map(({ code, name, tier, parent }) => ({ code, name, tier, parent })),
    families: system.families.map(({ id, name }) => ({ id, name })),
    roles: system.roles.map((role) => ({
      id: role.id,
      name: role.name,
      family: role.family,
      isHybrid: isHybrid(role),
      digitalShareOfFte: digitalShareOfFte(system, role),
    })),
    bands: system.bands.map(({ id, name }) => ({ id, name })),
    channels: system.channels.map(channelRow),
  };
}

function channelRow({ id, name, kind, months, fund, accountableTier }: Channel): PlanDocument['channels'][number] {
  return { id, name, kind, months, fund, accountableTier };
}

function chances(before: Projection, after: Projection): PlanDocument['chanceClosed'] {
  const withPlan = new Map(after.chanceClosed.map(({ place, chance }) => [place, chance]));
  return before.chanceClosed.map(({ place, chance }) => ({
    place,
    before: Array.from(chance, roundChance),
    after: Array.from(withPlan.get(place) ?? chance, roundChance),
  }));
}

/** Costs by financial year of the start (April to March), tier and fund. */
function costsOf(interventions: readonly Intervention[]): PlanDocument['plan']['costs'] {
  const sums = new Map<string, PlanDocument['plan']['costs'][number]>();
  for (const { startMonth, accountableTier: tier, fund, costGbp } of interventions) {
    const year = financialYearOf(parseMonth(startMonth) ?? 0);
    const key = `${year}\n${tier}\n${fund}`;
    const sum = sums.get(key);
    sums.set(key, { year, tier, fund, costGbp: (sum?.costGbp ?? 0) + costGbp });
  }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, cost]) => cost);
}

function requirementRows({ pack, resolved, interventions, demandOf }: Findings): PlanDocument['requirements'] {
  // Those of the catalogue, then those that profiles add; both as tailored where they apply.
  const all = new Map(pack.blueprint.catalogue.requirements.map((each) => [each.id, each]));
  for (const { requirement } of resolved.requirements) all.set(requirement.id, requirement);
  return [...all.values()].map((requirement) => ({
    id: requirement.id,
    title: requirement.title,
    domain: pack.blueprint.catalogue.domains.find(({ id }) => id === requirement.domain)?.title ?? requirement.domain,
    accountableTier: requirement.accountableTier,
    standards: [...requirement.standards],
    pathwayStep: requirement.pathwayStep,
    from: formatMonth(requirement.from),
    matures: formatMonth(requirement.matures),
    demandFteAtMaturity: demandOf.get(requirement.id) ?? NO_DEMAND,
    interventions: interventions.filter((each) => each.requirements.includes(requirement.id)).map(({ id }) => id),
  }));
}

const NO_DEMAND: Estimate = { mean: 0, p10: 0, p50: 0, p90: 0 };

function ruleKept({ published }: Pack): Pick<PlanDocument, 'disclosure'> {
  if (published === undefined) return {};
  const { name, version } = published.rule;
  return { disclosure: { name, version } };
}
