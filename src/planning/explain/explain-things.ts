// The figures of a plan that are no series: interventions, requirements, comparisons, assumptions and the cost of all.
import { demandLines, namesIn } from '#blueprint';
import { requirementDemand, responseTable } from '#engine';
import { fail, ok, parseMonth, type Problem, type Result } from '#kernel';
import { centralSample } from '#workforce';
import { estimateOf } from '../plan/figures.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import { quarterStarts } from '../plan/pose.ts';
import type { PreparedRun } from '../plan/plan-workforce.ts';
import { assumptionPart, sourceInWords, type ExplainedPart, type Explanation } from './explanation.ts';

type Thing = { readonly name: string; readonly id: string; readonly plan: PlanDocument };

/** Cost of an intervention: people × cost of one start, worked out from the register. */
export function explainIntervention(run: PreparedRun, { name, id, plan }: Thing): Result<Explanation> {
  const stated = plan.interventions.find((each) => each.id === id);
  const channel = run.pack.system.channels.find((each) => each.id === stated?.channel);
  if (stated === undefined || channel === undefined) {
    return fail(unknown(name, `intervention '${id}'`, 'tables/interventions.csv lists them.'));
  }
  const firstQuarter = quarterStarts(run.pack.system, run.options.asOf).slice(0, 1);
  const option = responseTable(run.model, firstQuarter, centralSample(run.model.register)).options.find(
    (each) => each.channel === stated.channel && each.role === stated.role && each.band === stated.band,
  );
  const { extraCostGbp = 0 } = stated;
  const value = Math.round(stated.people * (option?.costGbpPerStart ?? Number.NaN)) + extraCostGbp;
  const governing = new Set([
    channel.costPerStart,
    channel.completion,
    channel.protectedTime,
    channel.coverPremium,
    channel.capacityPerYear,
    channel.opening?.cost ?? null,
    channel.placements?.cost ?? null,
    ...(channel.retention?.steps ?? []).map((step) => step.extraCost),
    'pay.salary',
    'pay.on-costs',
  ]);
  return ok({
    figure: name,
    says: `Cost of starting ${stated.people} in ${channel.name} for ${stated.place} in ${stated.startMonth}; it serves ${stated.requirements.join(', ')}`,
    unit: 'GBP',
    value,
    stated: stated.costGbp,
    isReproduced: value === stated.costGbp,
    formula: 'people × (cost per start + protected time × months ÷ 12 × salary × (1 + on-costs)), rounded to the pound',
    parts: [
      plainPart({
        name: 'people',
        value: stated.people,
        unit: 'people',
        says: 'chosen by the optimiser: the cheapest plan within capacity and budget',
      }),
      plainPart({
        name: 'cost of one start',
        value: option?.costGbpPerStart ?? null,
        unit: 'GBP/start',
        says: sourceInWords(run.pack.system, channel.source),
      }),
      ...run.register.filter((each) => governing.has(each.id)).map((each) => assumptionPart(run.pack, each)),
    ],
  });
}

/** What a requirement asks of the nation when mature. */
export function explainRequirement(run: PreparedRun, { name, id, plan }: Thing): Result<Explanation> {
  const stated = plan.requirements.find((each) => each.id === id);
  const requirement =
    run.resolved.requirements.find((each) => each.requirement.id === id)?.requirement ??
    run.pack.blueprint.catalogue.requirements.find((each) => each.id === id);
  if (stated === undefined || requirement === undefined) {
    return fail(unknown(name, `requirement '${id}'`, 'tables/requirements.csv lists them.'));
  }
  const demand = requirementDemand(run.model, run.samples).find((each) => each.requirement === id);
  const value = demand === undefined ? 0 : estimateOf(demand.fte).mean;
  const lines = demandLines(run.resolved).filter((line) => line.requirement === id);
  const formulas = [...new Set(lines.map((line) => `${line.role}: ${line.formula.text}`))];
  const used = new Set(
    lines.flatMap((line) => {
      const names = new Set(namesIn(line.formula));
      return line.parameters.flatMap((each) =>
        names.has(each.id) && each.value.kind === 'assumption' ? [each.value.id] : [],
      );
    }),
  );
  return ok({
    figure: name,
    says: `${requirement.title}: digital FTE asked for in the nation when mature, mean over the samples`,
    unit: 'FTE',
    value,
    stated: stated.demandFteAtMaturity.mean,
    isReproduced: value === stated.demandFteAtMaturity.mean,
    formula: `Σ over ${new Set(lines.map(({ place }) => place)).size} places of ${formulas.join('; ')}`,
    parts: [
      plainPart({
        name: 'statement',
        value: null,
        unit: '',
        says: `${requirement.statement} (${sourceInWords(run.pack.system, requirement.source)})`,
      }),
      ...run.register.filter((each) => used.has(each.id)).map((each) => assumptionPart(run.pack, each)),
    ],
  });
}

/** An assumption as it stands in the register. */
export function explainAssumption(run: PreparedRun, { name, id, plan }: Thing): Result<Explanation> {
  const column = run.register.findIndex((each) => each.id === id);
  const assumption = run.register[column];
  if (assumption === undefined || !plan.assumptions.some((each) => each.id === id)) {
    return fail(unknown(name, `assumption '${id}'`, 'tables/assumptions.csv lists them.'));
  }
  const value = centralSample(run.register).values[column] ?? Number.NaN;
  const isScalar = assumption.value.kind === 'scalar';
  return ok({
    figure: name,
    says: `${assumption.description}; ${isScalar ? 'its stated value' : 'the factor on its values, which is 1 where nothing is sampled'}`,
    unit: isScalar ? assumption.unit : 'factor',
    value,
    stated: value,
    isReproduced: true,
    formula: 'read from the register',
    parts: [assumptionPart(run.pack, assumption)],
  });
}

/** The cost of all starts: the sum of the interventions'. */
export function explainProgrammeCost({ name, plan }: Omit<Thing, 'id'>): Explanation {
  const channels = [...new Set(plan.interventions.map(({ channel }) => channel))];
  const parts = channels.map((channel) => {
    const costs = plan.interventions.filter((each) => each.channel === channel).map(({ costGbp }) => costGbp);
    const total = costs.reduce((sum, costGbp) => sum + costGbp, 0);
    const says = `${costs.length} interventions; explain one with intervention:ID`;
    return plainPart({ name: channel, value: total, unit: 'GBP', says });
  });
  const value = parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
  const stated = plan.plan.programmeCostGbp;
  return {
    figure: name,
    says: 'Cost of starting everyone the plan starts',
    unit: 'GBP',
    value,
    stated,
    isReproduced: value === stated,
    formula: 'Σ over interventions of people × cost of one start',
    parts: parts.toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0)),
  };
}

/** A published figure and the series that stands beside it; the series is explained under its own name. */
export function comparisonFigure({
  name,
  id,
  plan,
}: Thing): Result<{ readonly month: number; readonly published: number; readonly says: string }> {
  const stated = plan.comparisons.find((each) => each.id === id);
  const month = parseMonth(stated?.month ?? '');
  if (stated === undefined || month === null) return fail(unknown(name, `comparison '${id}'`, 'plan.json lists them.'));
  return ok({
    month,
    published: stated.published,
    says: `${stated.description}: published ${stated.published}. ${stated.note}`,
  });
}

function plainPart(part: Pick<ExplainedPart, 'name' | 'value' | 'unit' | 'says'>): ExplainedPart {
  return { ...part, source: null, location: null, parts: [] };
}

function unknown(name: string, thing: string, hint: string): Problem {
  return { code: 'not-found', message: `Figure '${name}': the plan has no ${thing}.`, path: 'FIGURE', hint };
}
