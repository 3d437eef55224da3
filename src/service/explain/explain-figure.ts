// Any figure of a finished plan, asked for by its name and worked out anew by the workers.
import { ok, type Result } from '#kernel';
import { parseFigureName } from '#planning';
import { z } from 'zod';
import { findJob } from '../jobs/find-job.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Job } from '../ports.ts';
import { findPlan } from '../results/read-plan.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { isPermitted } from '../access/permit.ts';
import { notThere, type Desk } from '../world.ts';

/** What the request of an explanation's job holds. */
export const explainAskSchema = z.object({
  ask: z.object({ figure: z.string(), planKey: z.string() }),
});

/** The one part under the key of an explanation. */
export const EXPLANATION_PART = 'explanation';

const part = z.object({
  name: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  says: z.string(),
  source: z.string().nullable(),
  location: z.string().nullable(),
  get parts() {
    return z.array(part);
  },
});

/** A figure taken back to what it is made of, as it is kept. */
export const explanationSchema = z.object({
  figure: z.string(),
  says: z.string(),
  unit: z.string(),
  value: z.number(),
  stated: z.number(),
  isReproduced: z.boolean(),
  formula: z.string(),
  parts: z.array(part),
});
export type KeptExplanation = z.infer<typeof explanationSchema>;

export type FigureQuestion = { readonly figure: string; readonly scenario: string };

/** How far the answer to a question is: not asked yet, under way, or there. */
export type FigureStanding = {
  readonly planKey: string;
  readonly job: Job | null;
  readonly explanation: KeptExplanation | null;
};

/** @returns `not-found` where no plan is finished, or where the figure is not the member's business */
export async function standingOfFigure(desk: Desk, question: FigureQuestion): Promise<Result<FigureStanding>> {
  const allowed = await checkFigure(desk, question.figure);
  if (!allowed.ok) return allowed;
  const standing = await findPlan(desk, question.scenario);
  if (!standing.ok) return standing;
  const planKey = standing.value.found?.job.resultKey;
  if (planKey === undefined) return notThere(`explain/${question.figure}`);
  return desk.world.store.inTenant(desk.actor.tenant, async (session) => {
    const ask = { figure: question.figure, planKey };
    const job = await findJob(session, { kind: 'explain', ask, packHash: null });
    const text = job?.state === 'done' ? await session.results.part(job.resultKey, EXPLANATION_PART) : null;
    const explanation = text === null ? null : explanationSchema.parse(JSON.parse(text));
    return ok({ planKey, job, explanation });
  });
}

/** Asks the workers for it. What was worked out before is given at once. */
export async function askForFigure(
  desk: Desk,
  { figure, planKey }: { readonly figure: string; readonly planKey: string },
  programVersion: string,
): Promise<Result<Job>> {
  const allowed = await checkFigure(desk, figure);
  if (!allowed.ok) return allowed;
  const { place } = desk.actor;
  return submitJob(desk, {
    kind: 'explain',
    resource: 'projection',
    place,
    request: { figure, planKey },
    programVersion,
  });
}

async function checkFigure({ world, actor }: Desk, figure: string): Promise<Result<null>> {
  const name = parseFigureName(figure);
  if (!name.ok) return name;
  return world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const place = name.value.kind === 'series' ? name.value.place : actor.place;
    const target = { resource: 'projection' as const, place, owner: null, party: null };
    return isPermitted(actor, 'read', { target, isBelow: workspace.value.isBelow }) ? ok(null) : notThere(figure);
  });
}
