// A backtest of a history that somebody sent: asked for here, worked out by the workers, read by whoever may see it.
import { ok, type Result } from '#kernel';
import type { BacktestDocument } from '#planning';
import { z } from 'zod';
import { isPermitted } from '../access/permit.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Job } from '../ports.ts';
import { readUpload } from '../uploads/keep-upload.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** What the request of a backtest's job holds. */
export const backtestAskSchema = z.object({
  ask: z.object({ upload: z.string(), file: z.string(), seed: z.number().int() }),
});

/** The one part under the key of a backtest. */
export const BACKTEST_PART = 'backtest';

/** Seed where nobody asks for another, as on the command line. */
const USUAL_SEED = 1;

/** As many of the latest jobs as are looked through. */
const LOOKED_THROUGH = 500;

export type BacktestStanding = { readonly job: Job; readonly file: string; readonly document: BacktestDocument | null };

/** @param upload key of the history that was sent */
export async function askForBacktest(desk: Desk, upload: string, programVersion: string): Promise<Result<Job>> {
  const sent = await readUpload(desk, 'history', upload);
  if (!sent.ok) return sent;
  const request = { upload, file: sent.value.name, seed: USUAL_SEED };
  return submitJob(desk, {
    kind: 'backtest',
    resource: 'projection',
    place: desk.actor.place,
    request,
    programVersion,
  });
}

/** Backtests that were asked for in places of the member's, the newest first. */
export function listBacktests({ world, actor }: Desk): Promise<Result<readonly BacktestStanding[]>> {
  return world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const jobs = await session.jobs.list({ places: null, kind: null, limit: LOOKED_THROUGH });
    return ok(
      jobs.flatMap((job) => {
        const asked = job.kind === 'backtest' ? backtestAskSchema.safeParse(job.request) : null;
        if (!asked?.success || !maySee(actor, job, workspace.value.isBelow)) return [];
        return [{ job, file: asked.data.ask.file, document: null }];
      }),
    );
  });
}

export function readBacktest({ world, actor }: Desk, id: string): Promise<Result<BacktestStanding>> {
  return world.store.inTenant<BacktestStanding>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const job = await session.jobs.get(id);
    const asked = job?.kind === 'backtest' ? backtestAskSchema.safeParse(job.request) : null;
    if (job === null || !asked?.success || !maySee(actor, job, workspace.value.isBelow)) return notThere(`job/${id}`);
    const text = job.state === 'done' ? await session.results.part(job.resultKey, BACKTEST_PART) : null;
    return ok({ job, file: asked.data.ask.file, document: text === null ? null : readDocument(text) });
  });
}

/** The workers wrote it from a document, so it is one. */
function readDocument(text: string): BacktestDocument {
  return JSON.parse(text);
}

function maySee(actor: Desk['actor'], { place }: Job, isBelow: (code: string, root: string) => boolean): boolean {
  return isPermitted(actor, 'read', { target: { resource: 'projection', place, owner: null, party: null }, isBelow });
}
