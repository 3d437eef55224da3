// Any figure of a finished plan, asked for by its name and worked out anew by the workers.
import { ok, type Result } from '#kernel';
import { parseFigureName } from '#planning';
import { z } from 'zod';
import { explainCounted, isCounted, type CountedFigure } from './counted-figure.ts';
import { findJob } from '../jobs/find-job.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Job } from '../ports.ts';
import { findPlan, readInterventions } from '../results/read-plan.ts';
import { atWorkspace, openWorkspace } from '../workspace/workspace.ts';
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
  /** Null where no plan states the figure. */
  readonly planKey: string | null;
  readonly job: Job | null;
  readonly explanation: KeptExplanation | null;
};

/** @returns `not-found` where no plan is finished, or where the figure is not the member's business */
export async function standingOfFigure(desk: Desk, question: FigureQuestion): Promise<Result<FigureStanding>> {
  const name = parseFigureName(question.figure);
  if (!name.ok) return name;
  if (isCounted(name.value)) return standingOfCount(desk, name.value, question);
  const found = await planOf(desk, question);
  if (!found.ok) return found;
  const planKey = found.value;
  return desk.world.store.inTenant(desk.actor.tenant, async (session) => {
    const ask = { figure: question.figure, planKey };
    const job = await findJob(session, { kind: 'explain', ask, packHash: null });
    const text = job?.state === 'done' ? await session.results.part(job.resultKey, EXPLANATION_PART) : null;
    const explanation = text === null ? null : explanationSchema.parse(JSON.parse(text));
    return ok({ planKey, job, explanation });
  });
}

/** What is counted is taken apart at once, so there is no work to wait for. */
async function standingOfCount(
  desk: Desk,
  figure: CountedFigure,
  { figure: name, scenario }: FigureQuestion,
): Promise<Result<FigureStanding>> {
  const standing = figure.kind === 'starts' ? await findPlan(desk, scenario) : null;
  if (standing !== null && !standing.ok) return standing;
  const planKey = standing?.value.found?.job.resultKey ?? null;
  const explained = await explainCounted(desk, figure, { name, planKey });
  return explained.ok ? ok({ planKey, job: null, explanation: explanationSchema.parse(explained.value) }) : explained;
}

/** Asks the workers for it. What was worked out before is given at once. */
export async function askForFigure(desk: Desk, question: FigureQuestion, programVersion: string): Promise<Result<Job>> {
  const found = await planOf(desk, question);
  if (!found.ok) return found;
  const { place } = desk.actor;
  return submitJob(desk, {
    kind: 'explain',
    resource: 'projection',
    place,
    request: { figure: question.figure, planKey: found.value },
    programVersion,
  });
}

/** The key of the plan that states the figure, where the member may see it. */
async function planOf(desk: Desk, { figure, scenario }: FigureQuestion): Promise<Result<string>> {
  const name = parseFigureName(figure);
  if (!name.ok) return name;
  const standing = await findPlan(desk, scenario);
  if (!standing.ok) return standing;
  const key = standing.value.found?.job.resultKey;
  if (key === undefined) return notThere(`explain/${figure}`);
  const place = 'place' in name.value ? name.value.place : desk.actor.place;
  const isSeen =
    name.value.kind === 'intervention' ? await startsInSight(desk, key, name.value.id) : await isInSight(desk, place);
  return isSeen ? ok(key) : notThere(figure);
}

/** Whether an intervention of the plan starts in a place that the member may see. */
async function startsInSight(desk: Desk, key: string, id: string): Promise<boolean> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return false;
  const { places } = workspace.value.tree;
  for (const { code } of places) {
    const part = await readInterventions(desk, key, code);
    if (part.ok && part.value.interventions.some((each) => each.id === id)) return true;
  }
  return false;
}

async function isInSight({ world, actor }: Desk, place: string): Promise<boolean> {
  const seen = await world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const target = { resource: 'projection' as const, place, owner: null, party: null };
    return ok(isPermitted(actor, 'read', { target, isBelow: workspace.value.isBelow }));
  });
  return seen.ok && seen.value;
}
