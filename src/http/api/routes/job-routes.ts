// Long work: asked for, watched and stopped.
import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { cancelJob, JOB_STATES, notThere, submitJob, type Desk, type Job } from '#service';
import { apiRoute, DEED, ITEM, LIST, NOTHING, type ApiRoute } from '../api-route.ts';
import { pageOf } from '../list-page.ts';
import { asTable } from '../row-table.ts';
import { scopeOf } from '../scope.ts';

const problem = z.object({ code: z.string(), message: z.string(), path: z.string(), hint: z.string() });
/** A job as the API gives it. */
export const jobSchema = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(JOB_STATES),
  step: z.string().describe('What it is at, in words'),
  shareDone: z.number().describe('0 to 1'),
  standing: z
    .object({
      objectiveGbp: z.number().describe('Cost of the cheapest plan so far, the price of what stays short included'),
      boundGbp: z.number().describe('What no plan costs less than, as far as it is proven'),
      relativeGap: z.number().describe('How far the two are apart, as a share of the first'),
    })
    .nullable()
    .describe('How the search for a plan stands; null where there is none, or nothing is found yet'),
  place: z.string(),
  by: z.string().describe('Id of the member who asked'),
  submittedAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  problems: z.array(problem),
});
const id = z.object({ id: z.string().min(1).max(120) });
const planAsk = z.strictObject({
  place: z.string().max(120).optional().describe('Place whose business it is; your own where nothing is said'),
  scenario: z.string().min(1).max(120),
  mode: z.enum(['expected', 'exact', 'draws']).default('exact'),
  seed: z.number().int().min(0).max(4294967295).default(1),
  samples: z
    .union([64, 128, 256, 512, 1024, 2048, 4096].map((count) => z.literal(count)))
    .default(256)
    .describe('A power of two'),
  asOf: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .describe('Present month, YYYY-MM'),
});

const reads = { kind: 'permitted', action: 'read', resource: 'job', placeParam: null } as const;

/** @param programVersion stands in the key of every result */
export function jobRoutes(programVersion: string): readonly ApiRoute[] {
  return [
    apiRoute({
      ...DEED,
      path: '/jobs/plans',
      summary: 'Ask for a plan: the gap of a scenario and the cheapest set of interventions that closes it',
      access: { kind: 'permitted', action: 'run', resource: 'plan', placeParam: null },
      body: planAsk,
      answer: jobSchema,
      status: 202,
      handle: async ({ desk, body }) => {
        const { place = desk.actor.place, asOf = desk.world.clock().slice(0, 7), ...ask } = body;
        const request = { ...ask, asOf };
        const job = await submitJob(desk, { kind: 'plan', resource: 'plan', place, request, programVersion });
        return job.ok ? ok({ value: jobView(job.value), location: `/api/v1/jobs/${job.value.id}` }) : job;
      },
    }),
    ...watchRoutes,
  ];
}

const watchRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...LIST,
    path: '/jobs',
    summary: 'The latest long work of your places, the newest first',
    access: reads,
    answer: z.array(jobSchema),
    table: (rows) => asTable('jobs', rows),
    handle: async ({ desk, page }) => {
      const scope = await scopeOf(desk);
      if (!scope.ok) return scope;
      const jobs = await desk.world.store.inTenant(desk.actor.tenant, async (session) =>
        ok(await session.jobs.list({ places: null, kind: null, limit: LOOKED_THROUGH })),
      );
      if (!jobs.ok) return jobs;
      const seen = jobs.value.filter(({ place }) => scope.value.may('read', 'job', place)).map(jobView);
      return ok(pageOf(seen, (row) => row.id, page));
    },
  }),
  apiRoute({
    ...ITEM,
    path: '/jobs/:id',
    summary: 'One job',
    access: reads,
    params: id,
    answer: jobSchema,
    handle: async ({ desk, params }) => {
      const job = await readJob(desk, params.id);
      return job.ok ? ok({ value: jobView(job.value) }) : job;
    },
  }),
  apiRoute({
    ...DEED,
    path: '/jobs/:id/cancel',
    summary: 'Stop a job; one that has ended stays as it is',
    access: { kind: 'permitted', action: 'cancel', resource: 'job', placeParam: null },
    params: id,
    body: z.union([NOTHING, z.strictObject({})]),
    answer: jobSchema,
    handle: async ({ desk, params }) => {
      const job = await cancelJob(desk, params.id);
      return job.ok ? ok({ value: jobView(job.value) }) : job;
    },
  }),
];

const LOOKED_THROUGH = 500;

/** @returns the job, or `not-found` also where it is not the member's business */
export async function readJob(desk: Desk, jobId: string): Promise<Result<Job>> {
  const scope = await scopeOf(desk);
  if (!scope.ok) return scope;
  const found = await desk.world.store.inTenant(desk.actor.tenant, async ({ jobs }) => ok(await jobs.get(jobId)));
  if (!found.ok) return found;
  const job = found.value;
  return job !== null && scope.value.may('read', 'job', job.place) ? ok(job) : notThere(`job/${jobId}`);
}

export function jobView(job: Job): z.input<typeof jobSchema> {
  return { ...job, problems: [...job.problems] };
}
