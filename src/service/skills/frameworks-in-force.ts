// The skills frameworks in force, as everybody may read them.
import { ok, parseMonth, type Result } from '#kernel';
import { currentFrameworks, showAll, type Framework } from '#pathways';
import { frameworkDiffAnswer, type BlueprintPage } from '#planning';
import { mayEver } from '../access/permit.ts';
import { atWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** The newest version of each framework of the tenant's pack. */
export async function frameworksInForce(desk: Desk): Promise<Result<readonly Framework[]>> {
  const workspace = await atWorkspace(desk);
  return workspace.ok ? ok(currentFrameworks(workspace.value.pack.skills.frameworks)) : workspace;
}

export async function frameworkInForce(desk: Desk, id: string): Promise<Result<Framework>> {
  const all = await frameworksInForce(desk);
  if (!all.ok) return all;
  const framework = all.value.find((each) => each.id === id);
  return framework === undefined ? notThere(`frameworks/${id}`) : ok(framework);
}

/** What a framework's version in force changed. How many people that touches is for those who see the workforce of all
 *  places; others see what changes. @param since an earlier version; null for the one before */
export async function frameworkChanges(desk: Desk, id: string, since: string | null): Promise<Result<BlueprintPage>> {
  const found = await frameworkInForce(desk, id);
  if (!found.ok) return found;
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { actor, world } = desk;
  const { pack, root } = workspace.value;
  const maySeePeople = actor.place === root && mayEver(actor, 'read', 'workforce');
  const asOf = parseMonth(world.clock().slice(0, 7)) ?? 0;
  const protect = maySeePeople ? showAll : () => ({ shown: null, says: 'not shown' });
  const answer = frameworkDiffAnswer(pack, { framework: id, before: since, asOf }, protect);
  return answer.ok ? ok(answer.value.page) : answer;
}
