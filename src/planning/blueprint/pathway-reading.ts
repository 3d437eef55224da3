// Persons' pathways, step by step: which requirements serve each step, whom they take, and where people are lacking.
import type { ResolvedRequirement } from '#blueprint';
import type { Month } from '#kernel';
import { digitalShareOfFte } from '../plan/context-rows.ts';
import type { BlueprintDemand } from './blueprint-demand.ts';
import type { BlueprintView } from './blueprint-view.ts';

export type PathwayStepReading = {
  /** `pathway/step`. */
  readonly step: string;
  readonly title: string;
  readonly requirements: readonly string[];
  /** Digital FTE that they ask for in the month. */
  readonly needFte: number;
  /** The part of it for which the roles asked for have nobody in post at the base month. */
  readonly lackingFte: number;
  /** Roles that lack people for this step, most lacking first. */
  readonly lackingRoles: readonly string[];
};

/** A role's shortfall is shared over all that ask for it, so that no person in post is counted at two steps.
 *  @param place code of the place that is read, with all below it */
export function pathwayReadings(
  view: BlueprintView,
  demand: BlueprintDemand,
  at: { readonly place: string; readonly month: Month },
): readonly PathwayStepReading[] {
  const stepOf = new Map(
    view.resolved.requirements.map(({ requirement }) => [requirement.id, requirement.pathwayStep]),
  );
  const asked = askedBySteps(view, demand, { ...at, stepOf });
  return view.pack.blueprint.catalogue.pathways.flatMap((pathway) =>
    pathway.steps.map((each) => {
      const step = `${pathway.id}/${each.id}`;
      const roles = asked.filter((one) => one.step === step).toSorted((a, b) => b.lackingFte - a.lackingFte);
      return {
        step,
        title: `${pathway.title}: ${each.title}`,
        requirements: requirementsOf(view.resolved.requirements, step),
        needFte: roles.reduce((sum, one) => sum + one.needFte, 0),
        lackingFte: roles.reduce((sum, one) => sum + one.lackingFte, 0),
        lackingRoles: roles.filter((one) => one.lackingFte >= 0.05).map((one) => one.role),
      };
    }),
  );
}

function requirementsOf(requirements: readonly ResolvedRequirement[], step: string): readonly string[] {
  const serving = requirements.filter(({ requirement }) => requirement.pathwayStep === step);
  return [...new Set(serving.map(({ requirement }) => requirement.id))];
}

type Asked = { readonly step: string; readonly role: string; readonly needFte: number; readonly lackingFte: number };

function askedBySteps(
  view: BlueprintView,
  demand: BlueprintDemand,
  at: { readonly place: string; readonly month: Month; readonly stepOf: ReadonlyMap<string, string | null> },
): readonly Asked[] {
  const { system } = view.pack;
  const askedOf = demand.byLineIn(at.month);
  return system.roles.flatMap((role) => {
    const byLine = askedOf(at.place, role.id);
    const need = [...byLine.values()].reduce((sum, fte) => sum + fte, 0);
    const inPost = system.stock.filter((row) => row.role === role.id && view.codes.has(row.place));
    const supply = inPost.reduce((sum, row) => sum + row.fte, 0) * digitalShareOfFte(system, role);
    const shareLacking = need <= 0 ? 0 : Math.max(0, 1 - supply / need);
    const byStep = new Map<string, number>();
    for (const [line, fte] of byLine) {
      const step = at.stepOf.get(demand.lines[line]?.requirement ?? '') ?? null;
      if (step !== null) byStep.set(step, (byStep.get(step) ?? 0) + fte);
    }
    return [...byStep].map(([step, needFte]) => ({ step, role: role.id, needFte, lackingFte: needFte * shareLacking }));
  });
}
