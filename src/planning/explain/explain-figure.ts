// Explains any figure of a plan: value, formula, inputs, sources; computed anew, not remembered.
import { fail, ok, parseMonth, type Problem, type Result } from '#kernel';
import type { Start } from '#engine';
import type { PlanDocument } from '../plan/plan-document.ts';
import { prepareRun, type PreparedRun } from '../plan/plan-workforce.ts';
import type { Pack, RunControl, Simulator } from '../ports.ts';
import { explainSeries, type SeriesFigure } from './explain-series.ts';
import {
  comparisonFigure,
  explainAssumption,
  explainIntervention,
  explainProgrammeCost,
  explainRequirement,
} from './explain-things.ts';
import type { Explanation } from './explanation.ts';
import { explainInPost } from './explain-in-post.ts';
import { explainStarts } from './explain-starts.ts';
import { parseFigureName, type FigureName } from './figure-name.ts';

export type ExplainWorld = { readonly simulator: Simulator; readonly control: RunControl };

/** A plan and the pack that it was made from. */
export type PlanWithPack = { readonly plan: PlanDocument; readonly pack: Pack };

/** @param name the figure as `parseFigureName` reads it
 *  @returns the explanation, or what is wrong with the name, or that the pack is not the plan's */
export async function explainFigure(
  { plan, pack }: PlanWithPack,
  name: string,
  world: ExplainWorld,
): Promise<Result<Explanation>> {
  const figure = parseFigureName(name);
  if (!figure.ok) return figure;
  if (pack.hash !== plan.pack.hash) return fail(otherPack(plan, pack));
  const run = prepareRun(pack, optionsOf(plan));
  if (!run.ok) return run;
  const { value: named } = figure;
  switch (named.kind) {
    case 'series':
      return explainSeries(run.value, { figure: named, name, plan, starts: startsOf(plan) }, world);
    case 'intervention':
      return explainIntervention(run.value, { name, id: named.id, plan });
    case 'requirement':
      return explainRequirement(run.value, { name, id: named.id, plan });
    case 'assumption':
      return explainAssumption(run.value, { name, id: named.id, plan });
    case 'programme-cost':
      return ok(explainProgrammeCost({ name, plan }));
    case 'comparison':
      return explainComparison(run.value, { name, id: named.id, plan }, world);
    case 'in-post':
      return explainInPost(pack, named, name);
    case 'starts':
      return explainStartsOf(plan, named, name);
    case 'undertaken':
      return fail(onlyOnRecord(name));
  }
}

/** Every intervention of the place and of all below it, one by one. */
function explainStartsOf(
  plan: PlanDocument,
  figure: Extract<FigureName, { readonly kind: 'starts' }>,
  name: string,
): Result<Explanation> {
  const place = plan.places.find(({ code }) => code === figure.place);
  if (place === undefined) return fail(unknownPlace(name));
  const parentOf = new Map(plan.places.map(({ code, parent }) => [code, parent]));
  const isWithin = (code: string): boolean => {
    const above = parentOf.get(code) ?? null;
    return code === figure.place || (above !== null && isWithin(above));
  };
  const own = plan.interventions.filter((each) => isWithin(each.place));
  const meant = own.filter(({ channel }) => figure.channel === null || channel === figure.channel);
  const stated = meant.reduce((sum, each) => sum + (figure.unit === 'people' ? each.people : each.costGbp), 0);
  const called = (named: readonly { readonly id: string; readonly name: string }[]) => (id: string) =>
    named.find((each) => each.id === id)?.name ?? id;
  const [channelName, roleName] = [called(plan.channels), called(plan.roles)];
  return ok(explainStarts({ placeName: place.name, own, below: [], stated, channelName, roleName }, figure, name));
}

function unknownPlace(name: string): Problem {
  const hint = 'Name a place of the plan by its code.';
  return { code: 'not-found', message: `Figure '${name}': the plan has no such place.`, path: 'FIGURE', hint };
}

function onlyOnRecord(name: string): Problem {
  return {
    code: 'not-found',
    message: `Figure '${name}': commitments are on record in the service, and no plan holds what came of them.`,
    path: 'FIGURE',
    hint: 'Open the figure on the delivery page of the service.',
  };
}

async function explainComparison(
  run: PreparedRun,
  thing: { readonly name: string; readonly id: string; readonly plan: PlanDocument },
  world: ExplainWorld,
): Promise<Result<Explanation>> {
  const beside = comparisonFigure(thing);
  if (!beside.ok) return beside;
  const { system } = run.pack;
  const measure = system.comparisons.find(({ id }) => id === thing.id)?.measure ?? 'fte';
  const place = system.places.find(({ parent }) => parent === null)?.code ?? '';
  const figure: SeriesFigure = {
    kind: 'series',
    isWithPlan: false,
    measure,
    month: beside.value.month,
    statistic: 'mean',
    place,
    family: '*',
    role: '*',
    band: '*',
  };
  const ours = await explainSeries(run, { figure, name: thing.name, plan: thing.plan, starts: [] }, world);
  return ours.ok ? ok({ ...ours.value, says: `${beside.value.says} Ours: ${ours.value.says}` }) : ours;
}

/** What the plan was asked for with, so that it can be run again. */
export function optionsOf(plan: PlanDocument): Parameters<typeof prepareRun>[1] {
  return {
    scenario: plan.scenario.id,
    mode: plan.engine.mode,
    seed: plan.seed,
    samples: plan.engine.samples,
    asOf: parseMonth(plan.asOf) ?? 0,
    timeLimitSeconds: 0,
    relativeGap: 0,
  };
}

/** Starts of a plan in the engine’s words; a shared post in parts, one for each place that it serves. */
export function startsOf(plan: PlanDocument): readonly Start[] {
  return plan.interventions.flatMap(({ channel, role, band, place: host, startMonth, people, serves }) =>
    (serves ?? [{ place: host, share: 1 }]).map(({ place, share }) => ({
      channel,
      role,
      band,
      place,
      month: parseMonth(startMonth) ?? 0,
      people: people * share,
    })),
  );
}

function otherPack(plan: PlanDocument, pack: Pack): Problem {
  return {
    code: 'inconsistent',
    message: `The plan was made from pack ${plan.pack.hash.slice(0, 12)}…, the pack beside it is ${pack.hash.slice(0, 12)}…: they must be the same.`,
    path: 'plan.json: pack.hash',
    hint: 'Run ./cadre plan again, or put back the inputs folder that the plan was written with.',
  };
}
