// Asks for the first plan of a new tenant, so that the first page soon has figures.
import { ok, type Result } from '#kernel';
import { atWorkspace, defaultScenario, findPlan, submitJob, usualPlanAsk, type ServiceWorld } from '#service';
import { INSTALLATION } from './prepare-tenant.ts';

/** @returns whether it was asked for; not where the scenario that pages show first has a plan, or one under way */
export async function askForFirstPlan(
  world: ServiceWorld,
  { tenant, programVersion }: { readonly tenant: string; readonly programVersion: string },
): Promise<Result<boolean>> {
  const nobody = { tenant, id: INSTALLATION, role: 'national-planner', supplier: null, displayName: '' } as const;
  const workspace = await atWorkspace({ world, actor: { ...nobody, place: '' } });
  if (!workspace.ok) return workspace;
  const { pack, root: place } = workspace.value;
  const desk = { world, actor: { ...nobody, place } };
  const scenario = defaultScenario(pack.system.scenarios);
  const standing = await findPlan(desk, scenario);
  if (!standing.ok) return standing;
  if (standing.value.found !== null || standing.value.underWay !== null) return ok(false);
  const request = usualPlanAsk(scenario, world.clock());
  const job = await submitJob(desk, { kind: 'plan', resource: 'plan', place, request, programVersion });
  return job.ok ? ok(true) : job;
}
