// The ways from one's post or skills to another post, found for a member by what the pack knows.
import { ok, type Result } from '#kernel';
import { heldSkills, readTerms } from '#pathways';
import { findRoutesIn, type FoundRoutes, type RouteRequest } from '#planning';
import { completedMoves } from '../cohorts/completed-moves.ts';
import { mayEver } from '../access/permit.ts';
import { atWorkspace } from '../workspace/workspace.ts';
import type { Desk } from '../world.ts';
import { readOwnSkills } from './own-skills.ts';
import { preparedRoutes } from './prepared-routes.ts';
import { protectByRule } from './skill-depth.ts';

export type RoutesQuestion = Omit<RouteRequest, 'holding' | 'framework'> & {
  /** Whether what the member's own evidence carries counts. */
  readonly withOwnSkills: boolean;
};

/** Who has made a step is everybody's business as a count, of which a small one is hidden. */
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
  const history = await completedMoves(desk);
  if (!history.ok) return history;
  const protect = protectByRule(workspace.value.pack.disclosure);
  return findRoutesIn(prepared.value, request, { history: history.value, protect });
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
