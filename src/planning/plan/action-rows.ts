// What bodies have said they will do for the blueprint, each with the interventions of the plan that carry it out.
import type { Action } from '#blueprint';
import { formatMonth, parseMonth, type Month } from '#kernel';
import { ancestorsOf, placeTree, subtreeOf, type HealthSystem } from '#workforce';
import type { Intervention } from './interventions.ts';
import type { PlanDocument } from './plan-document.ts';

export type ActionRow = PlanDocument['actions'][number];

/** Open actions by the month they are due. An intervention carries one out when it serves the action's requirement in
 *  the action's place, below it or above it, and by the action's channel where one is named.
 *  @param plan.asOf actions done by then are left out */
export function actionRows(
  system: HealthSystem,
  actions: readonly Action[],
  plan: { readonly interventions: readonly Intervention[]; readonly asOf: Month },
): ActionRow[] {
  const tree = placeTree(system.places);
  return actions
    .filter(({ done }) => done === null || done > plan.asOf)
    .toSorted((one, other) => one.due - other.due || (one.id < other.id ? -1 : 1))
    .map((action) => {
      const near = new Set(
        [...subtreeOf(tree, action.place), ...ancestorsOf(tree, action.place)].map(({ code }) => code),
      );
      const carrying = plan.interventions.filter(
        ({ place, requirements, channel }) =>
          near.has(place) &&
          requirements.includes(action.requirement) &&
          (action.channel === null || action.channel === channel),
      );
      const inTime = carrying.filter(({ inPostMonth }) => (parseMonth(inPostMonth) ?? action.due + 1) <= action.due);
      return {
        id: action.id,
        place: action.place,
        requirement: action.requirement,
        summary: action.summary,
        owner: action.owner,
        due: formatMonth(action.due),
        channel: action.channel,
        interventions: carrying.map(({ id }) => id),
        people: peopleOf(carrying),
        peopleInTime: peopleOf(inTime),
      };
    });
}

function peopleOf(interventions: readonly Intervention[]): number {
  return interventions.reduce((sum, { people }) => sum + people, 0);
}
