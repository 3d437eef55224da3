// What a hybrid role does to the gap: the pack projected with its starts and without, all else the same.
import type { Series } from '#engine';
import { fail, ok, type Month, type Problem, type Result } from '#kernel';
import type { Assumption, Channel, HealthSystem, Role } from '#workforce';
import { prepareRun } from '../plan/plan-workforce.ts';
import type { Pack, RunControl, Simulator } from '../ports.ts';
import type { HybridDesign } from './hybrid-design.ts';

/** A month, and what differs in it; a positive gap effect closes a shortfall. */
export type EffectPoint = {
  readonly month: Month;
  readonly supplyFte: number;
  readonly gapFte: number;
  readonly shortageFte: number;
  readonly costGbp: number;
};

export type EffectWorld = { readonly simulator: Simulator; readonly control: RunControl };

/** The effect year by year, and whether the blueprint asks for the role at all. */
export type HybridEffect = { readonly points: readonly EffectPoint[]; readonly isAskedFor: boolean };

/** At the stated values of the register, in the nation, once a year from the base month on. */
export async function hybridEffect(
  pack: Pack,
  request: { readonly design: HybridDesign; readonly scenario: string; readonly asOf: Month },
  world: EffectWorld,
): Promise<Result<HybridEffect>> {
  const template = pack.system.channels.find(({ kind }) => kind === 'reskilling' || kind === 'training');
  if (template === undefined) return fail(NO_TEMPLATE);
  const passes: Series[][] = [];
  let isAskedFor = false;
  for (const startsPerYear of [0, request.design.startsPerYear]) {
    const system = systemWith(pack.system, { ...request.design, startsPerYear }, template);
    const run = prepareRun({ ...pack, system }, { ...RUN, scenario: request.scenario, asOf: request.asOf });
    if (!run.ok) return run;
    const { model, samples, input } = run.value;
    isAskedFor = input.lines.some(({ role }) => role === request.design.id);
    const projected = await world.simulator.project(
      model,
      { mode: RUN.mode, seed: RUN.seed, samples, starts: [] },
      world.control,
    );
    if (!projected.ok) return projected;
    const nation = model.places.find(({ parent }) => parent < 0)?.code;
    passes.push(projected.value.series.filter((each) => each.place === nation && isWhole(each)));
  }
  const [without = [], withIt = []] = passes;
  return ok({ points: pointsOf(without, withIt, pack.system), isAskedFor });
}

/** The mean at stated values: one sample, no draws. */
const RUN = { mode: 'expected', seed: 1, samples: 1, timeLimitSeconds: 1, relativeGap: 0 } as const;

function isWhole({ family, role, band }: Series): boolean {
  return family === '*' && role === '*' && band === '*';
}

function pointsOf(without: readonly Series[], withIt: readonly Series[], system: HealthSystem): readonly EffectPoint[] {
  const difference = (measure: Series['measure'], step: number): number => {
    const [before, after] = [without, withIt].map(
      (list) => list.find((each) => each.measure === measure)?.mean[step] ?? 0,
    );
    return (after ?? 0) - (before ?? 0);
  };
  const years = Math.floor(system.horizonMonths / 12);
  return Array.from({ length: years }, (_, year) => {
    const step = (year + 1) * 12;
    return {
      month: system.baseMonth + step,
      supplyFte: difference('fte', step),
      gapFte: difference('gapFte', step),
      shortageFte: difference('shortageFte', step),
      costGbp: difference('costGbp', step),
    };
  });
}

/** The system with the design's role, where it has none of that id, and a channel that leads to it. */
function systemWith(system: HealthSystem, design: HybridDesign, template: Channel): HealthSystem {
  const isKnown = system.roles.some((role) => role.id === design.id);
  const value = (name: string, unit: string, amount: number): Assumption => ({
    id: `hybrid-design.${name}`,
    description: `${design.name}: ${name}`,
    unit,
    value: { kind: 'scalar', value: amount },
    spread: null,
    kind: 'judgement',
    source: template.source,
    note: 'From the design.',
    reliability: 'low',
    owner: 'Whoever designs the role',
    signedOffBy: null,
    reviewBy: system.baseMonth + system.horizonMonths,
  });
  const assumptions = [
    value('completion', 'share', design.completionShare),
    value('cost', 'GBP/start', design.costGbpPerStart),
    value('protected-time', 'share', design.protectedTimeShare),
    value('starts', 'people/year', design.startsPerYear),
  ];
  const channel: Channel = {
    ...template,
    id: 'hybrid-design',
    name: design.name,
    kind: 'reskilling',
    sourceProfession: design.sourceProfession,
    yields: [{ role: design.id, band: design.band }],
    months: design.trainingMonths,
    completion: 'hybrid-design.completion',
    costPerStart: 'hybrid-design.cost',
    protectedTime: 'hybrid-design.protected-time',
    capacityPerYear: 'hybrid-design.starts',
    baselineStartsPerYear: 'hybrid-design.starts',
    minimumCohort: 1,
    opens: null,
    closes: null,
  };
  return {
    ...system,
    roles: isKnown ? system.roles : [...system.roles, roleOf(design, template.source)],
    assumptions: [...system.assumptions, ...assumptions],
    channels: [...system.channels, channel],
  };
}

function roleOf({ id, name, family, band, parts, registrations, skills }: HybridDesign, source: string): Role {
  return {
    id,
    name,
    family,
    bands: [band],
    composition: parts.map(({ profession, shareOfFte }) => ({ profession, shareOfFte })),
    registrations,
    skills,
    source,
  };
}

const NO_TEMPLATE: Problem = {
  code: 'not-found',
  message: 'the pack has no channel of training or reskilling; a hybrid role is projected like one of them',
  path: 'channels.yaml',
  hint: 'Add a channel to channels.yaml; packs/hamlet has one of each kind.',
};
