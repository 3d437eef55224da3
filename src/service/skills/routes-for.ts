// The ways from one's post or skills to another post, found for a member by what the pack knows.
import { ok, type Result } from '#kernel';
import { heldSkills, readTerms, showAll } from '#pathways';
import { findRoutesIn, type FoundRoutes, type RouteRequest } from '#planning';
import { mayEver } from '../access/permit.ts';
import { atWorkspace } from '../workspace/workspace.ts';
import type { Desk } from '../world.ts';
import { readOwnSkills } from './own-skills.ts';
import { preparedRoutes } from './prepared-routes.ts';

export type RoutesQuestion = Omit<RouteRequest, 'holding' | 'framework'> & {
  /** Whether what the member's own evidence carries counts. */
  readonly withOwnSkills: boolean;
};

/** Nobody's moves are counted in the service yet, so no small number is told here. */
export async function routesFor(
  desk: Desk,
  { withOwnSkills, ...question }: RoutesQuestion,
): Promise<Result<FoundRoutes>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { measure, asOf } = question;
  const prepared = preparedRoutes(workspace.value, { framework: null, measure, asOf });
  if (!prepared.ok) return prepared;
  const holding = withOwnSkills ? await ownHolding(desk, asOf) : ok([]);
  if (!holding.ok) return holding;
  const request = { ...question, holding: holding.value, framework: null };
  return findRoutesIn(prepared.value, request, { history: () => null, protect: showAll });
}

/** What the member's own evidence carries, as `SKILL=LEVEL`; nothing for who keeps no passport. */
export async function ownHolding(desk: Desk, at: number): Promise<Result<readonly string[]>> {
  if (!mayEver(desk.actor, 'read', 'passport')) return ok([]);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const terms = readTerms(workspace.value.pack.skills.terms);
  if (!terms.ok) return terms;
  const own = await readOwnSkills(desk);
  if (!own.ok) return own;
  const held = heldSkills(own.value.evidence, at, terms.value.evidence);
  return ok([...held].map(([skill, level]) => `${skill}=${level}`));
}
