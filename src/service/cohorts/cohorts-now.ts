// All programmes and cohorts that a member may read, as they stand now: what their effect on the gap is asked with.
import { ok, parseMonth, type Result } from '#kernel';
import { cohortBookSchema } from '#planning';
import { listRecords } from '../records/keep-record.ts';
import { defaultScenario } from '../results/read-plan.ts';
import { atWorkspace } from '../workspace/workspace.ts';
import type { Desk } from '../world.ts';
import type { CohortAsk } from './cohort-effect.ts';

/** More programmes or cohorts than a nation keeps. */
const MOST = 20_000;

export async function cohortsNow(desk: Desk): Promise<Result<CohortAsk>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const all = { place: null, owner: null, party: null, state: null, after: null, limit: MOST };
  const programmes = await listRecords(desk, { ...all, kind: 'programme' });
  if (!programmes.ok) return programmes;
  const cohorts = await listRecords(desk, { ...all, kind: 'cohort' });
  if (!cohorts.ok) return cohorts;
  const book = cohortBookSchema.parse({
    programmes: programmes.value.map(({ body }) => body),
    cohorts: cohorts.value.map(({ body }) => body),
  });
  const scenario = defaultScenario(workspace.value.pack.system.scenarios);
  return ok({ book, scenario, asOf: parseMonth(desk.world.clock().slice(0, 7)) ?? 0 });
}
