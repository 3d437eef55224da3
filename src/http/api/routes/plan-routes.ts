// Plans that have been worked out: the newest of a scenario, as a whole and place by place.
import { z } from 'zod';
import { ok, type Result } from '#kernel';
import {
  detailPartSchema,
  findPlan,
  interventionsPartSchema,
  notThere,
  overviewPartSchema,
  placePartSchema,
  planHeadSchema,
  readDetailPart,
  readInterventions,
  readOverview,
  readPlacePart,
  readPlanHead,
  type Desk,
} from '#service';
import { apiRoute, ITEM, LIST, type ApiRoute } from '../api-route.ts';
import { pageOf } from '../list-page.ts';
import { asTable } from '../row-table.ts';
import { jobSchema, jobView } from './job-routes.ts';

const scenario = z.object({ scenario: z.string().min(1).max(120) });
const ofPlace = z.object({ scenario: z.string().min(1).max(120), place: z.string().min(1).max(120) });
const reads = { kind: 'permitted', action: 'read', resource: 'projection', placeParam: null } as const;
const readsPlace = { ...reads, placeParam: 'place' } as const;
const base = '/scenarios/:scenario/plan';
const standing = z.object({
  found: z.object({ job: jobSchema, isOfThisPack: z.boolean() }).nullable(),
  underWay: jobSchema.nullable(),
});

export const planRoutes: readonly ApiRoute[] = [
  apiRoute({
    ...ITEM,
    path: base,
    summary: 'The newest plan of a scenario, and the work on the next one',
    access: reads,
    params: scenario,
    answer: standing,
    handle: async ({ desk, params }) => {
      const plan = await findPlan(desk, params.scenario);
      if (!plan.ok) return plan;
      const { found, underWay } = plan.value;
      return ok({
        value: {
          found: found === null ? null : { job: jobView(found.job), isOfThisPack: found.isOfThisPack },
          underWay: underWay === null ? null : jobView(underWay),
        },
      });
    },
  }),
  apiRoute({
    ...ITEM,
    path: `${base}/head`,
    summary: 'What the plan says for all: its price, its promise, its register and sources',
    access: reads,
    params: scenario,
    answer: planHeadSchema,
    handle: ({ desk, params }) => read(desk, params.scenario, (key) => readPlanHead(desk, key)),
  }),
  apiRoute({
    ...ITEM,
    path: `${base}/overview`,
    summary: 'Every place that you may see in one line: its gap with and without the plan',
    access: reads,
    params: scenario,
    answer: overviewPartSchema,
    handle: ({ desk, params }) => read(desk, params.scenario, (key) => readOverview(desk, key)),
  }),
  apiRoute({
    ...ITEM,
    path: `${base}/places/:place`,
    summary: 'Series of a place, all roles and by family, with and without the plan',
    access: readsPlace,
    params: ofPlace,
    answer: placePartSchema,
    handle: ({ desk, params }) => read(desk, params.scenario, (key) => readPlacePart(desk, key, params.place)),
  }),
  apiRoute({
    ...ITEM,
    path: `${base}/places/:place/detail`,
    summary: 'Series of a place by role and by band',
    access: readsPlace,
    params: ofPlace,
    answer: detailPartSchema,
    handle: ({ desk, params }) => read(desk, params.scenario, (key) => readDetailPart(desk, key, params.place)),
  }),
  apiRoute({
    ...LIST,
    path: `${base}/places/:place/interventions`,
    summary: 'What starts in a place itself',
    access: readsPlace,
    params: ofPlace,
    answer: interventionsPartSchema.shape.interventions,
    table: (rows) => asTable('interventions', rows),
    handle: async ({ desk, params, page }) => {
      const part = await read(desk, params.scenario, (key) => readInterventions(desk, key, params.place));
      return part.ok ? ok(pageOf(part.value.value.interventions, ({ id }) => id, page)) : part;
    },
  }),
];

async function read<T>(
  desk: Desk,
  name: string,
  part: (key: string) => Promise<Result<T>>,
): Promise<Result<{ readonly value: T }>> {
  const plan = await findPlan(desk, name);
  if (!plan.ok) return plan;
  if (plan.value.found === null) return notThere(`scenarios/${name}/plan`);
  const found = await part(plan.value.found.job.resultKey);
  return found.ok ? ok({ value: found.value }) : found;
}
