// Long work beyond a plan: asked for in one route, and read, as far as it has come, in another.
import { z } from 'zod';
import { ok, parseMonth, type Result } from '#kernel';
import { COMPARED_MAX, comparisonSchema, hybridDesignSchema, optimiseDocumentSchema } from '#planning';
import {
  askForBacktest,
  askForComparison,
  askForFigure,
  askForHybrid,
  askForWorkbench,
  askToOptimise,
  explanationSchema,
  hybridPageSchema,
  listBacktests,
  listHybrids,
  listOptimised,
  readBacktest,
  readOptimised,
  standingOfComparison,
  standingOfFigure,
  standingOfHybrid,
  standingOfWorkbench,
  type Desk,
  type Job,
} from '#service';
import { apiRoute, ITEM, LIST, type ApiRoute } from '../api-route.ts';
import { pageOf } from '../list-page.ts';
import { asTable } from '../row-table.ts';
import { askingRoute, pageView, viewOf } from './asking-route.ts';
import { jobSchema, jobView } from './job-routes.ts';

const name = z.string().min(1).max(120);
const jobId = z.object({ id: name });
const figure = z.string().min(1).max(300).describe('Name of the figure, as pages and tables give it');
const reads = { kind: 'permitted', action: 'read', resource: 'projection', placeParam: null } as const;
const runs = { ...reads, action: 'run' } as const;
const readsPlan = { ...reads, resource: 'plan' } as const;
const work = jobSchema.nullable().describe('The newest work on it; null where nobody has asked');

/** @param version of the program; stands in the key of every result */
export function askedWorkRoutes(version: string): readonly ApiRoute[] {
  return [
    ...figureRoutes(version),
    ...comparisonRoutes(version),
    ...workbenchRoutes(version),
    ...optimiseRoutes(version),
    ...backtestRoutes(version),
    ...hybridRoutes(version),
  ];
}

function figureRoutes(version: string): readonly ApiRoute[] {
  return [
    askingRoute({
      path: 'explanations',
      summary: 'Ask where a figure of the newest plan of a scenario comes from',
      access: runs,
      body: z.strictObject({ figure, scenario: name }),
      ask: (desk, body) => askForFigure(desk, body, version),
    }),
    apiRoute({
      ...ITEM,
      path: '/scenarios/:scenario/plan/figures/:figure',
      summary: 'A figure taken back to what it is made of, each part with its source',
      access: reads,
      params: z.object({ scenario: name, figure }),
      answer: z.object({ job: work, explanation: explanationSchema.nullable() }),
      handle: async ({ desk, params }) => {
        const standing = await standingOfFigure(desk, params);
        if (!standing.ok) return standing;
        return ok({ value: { job: viewOf(standing.value.job), explanation: standing.value.explanation } });
      },
    }),
  ];
}

const compared = z.array(name).min(1).max(COMPARED_MAX);

function comparisonRoutes(version: string): readonly ApiRoute[] {
  return [
    askingRoute({
      path: 'comparisons',
      summary: 'Ask for scenarios side by side, on common random numbers',
      access: runs,
      body: z.strictObject({ scenarios: compared }),
      ask: (desk, { scenarios }) => askForComparison(desk, scenarios, version),
    }),
    apiRoute({
      ...ITEM,
      path: '/comparison',
      summary: 'Scenarios side by side: the gap of each, and how far each lies from the first with its interval',
      access: reads,
      query: z.object({ scenarios: z.string().max(600).describe('Ids joined by commas, the first to compare with') }),
      answer: z.object({ job: work, comparison: comparisonSchema.nullable() }),
      handle: async ({ desk, query }) => {
        const standing = await standingOfComparison(desk, query.scenarios.split(','));
        if (!standing.ok) return standing;
        return ok({ value: { job: viewOf(standing.value.job), comparison: standing.value.comparison } });
      },
    }),
  ];
}

function workbenchRoutes(version: string): readonly ApiRoute[] {
  return [
    askingRoute({
      path: 'workbenches',
      summary: 'Ask for the workbench of a scenario: what each lever does to each place',
      access: runs,
      body: z.strictObject({ scenario: name }),
      ask: (desk, { scenario }) => askForWorkbench(desk, scenario, version),
    }),
    apiRoute({
      ...ITEM,
      path: '/scenarios/:scenario/workbench',
      summary: 'The workbench of a scenario, packed as the pages’ own engine takes it',
      access: reads,
      params: z.object({ scenario: name }),
      answer: z.object({
        job: work,
        workbench: z.unknown().describe('Levers, places and effects; null until it is worked out'),
      }),
      handle: async ({ desk, params }) => {
        const standing = await standingOfWorkbench(desk, params.scenario);
        if (!standing.ok) return standing;
        return ok({ value: { job: viewOf(standing.value.job), workbench: standing.value.workbench } });
      },
    }),
  ];
}

const aim = z.strictObject({
  budget: z
    .strictObject({ gbp: z.number().min(0).max(1e12), per: z.enum(['plan', 'year']) })
    .nullable()
    .default(null),
  targetShare: z.number().min(0.01).max(1).nullable().default(null).describe('Share of the shortage to close'),
  risk: z
    .strictObject({ weight: z.number().min(0).max(1), tailShare: z.number().gt(0).max(1) })
    .nullable()
    .default(null)
    .describe('Weight of the worst futures, and the share of futures that count as such'),
  without: z.array(name).max(200).default([]).describe('Channels that are not used'),
});

function optimiseRoutes(version: string): readonly ApiRoute[] {
  return [
    askingRoute({
      path: 'optimisations',
      summary: 'Ask the optimiser for the best plan for an aim, or for what each sum of money would do',
      access: { ...readsPlan, action: 'run' },
      body: z.strictObject({
        scenario: name,
        aim,
        frontierPoints: z.union([z.literal(0), z.number().int().min(3).max(41)]).default(0),
        chosenPoint: z.number().int().min(1).max(41).nullable().default(null),
      }),
      ask: (desk, body) => askToOptimise(desk, body, version),
    }),
    listRoute({ path: '/optimisations', what: 'optimiser', access: readsPlan, list: listOptimised }),
    apiRoute({
      ...ITEM,
      path: '/optimisations/:id',
      summary: 'What the optimiser found for one aim',
      access: readsPlan,
      params: jobId,
      answer: z.object({ job: jobSchema, isOfThisPack: z.boolean(), document: optimiseDocumentSchema.nullable() }),
      handle: async ({ desk, params }) => {
        const found = await readOptimised(desk, params.id);
        if (!found.ok) return found;
        const { job, isOfThisPack, document } = found.value;
        return ok({ value: { job: jobView(job), isOfThisPack, document } });
      },
    }),
  ];
}

function backtestRoutes(version: string): readonly ApiRoute[] {
  return [
    askingRoute({
      path: 'backtests',
      summary: 'Ask how the forecast would have done on a history that was sent as an upload',
      access: runs,
      body: z.strictObject({
        upload: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .describe('Key that POST /uploads gave'),
      }),
      ask: (desk, { upload }) => askForBacktest(desk, upload, version),
    }),
    listRoute({ path: '/backtests', what: 'backtests', access: reads, list: listBacktests }),
    apiRoute({
      ...ITEM,
      path: '/backtests/:id',
      summary: 'How the forecast did, year by year, beside four plain methods',
      access: reads,
      params: jobId,
      answer: z.object({
        job: jobSchema,
        file: z.string(),
        document: z.unknown().describe('The backtest as the command line writes it; null until it is worked out'),
      }),
      handle: async ({ desk, params }) => {
        const found = await readBacktest(desk, params.id);
        if (!found.ok) return found;
        const { job, file, document } = found.value;
        return ok({ value: { job: jobView(job), file, document } });
      },
    }),
  ];
}

function hybridRoutes(version: string): readonly ApiRoute[] {
  return [
    askingRoute({
      path: 'hybrid-designs',
      summary: 'Ask what a hybrid role would do: who could fill it, what its source loses, what becomes of the gap',
      access: runs,
      body: z.strictObject({ design: hybridDesignSchema, scenario: name }),
      ask: (desk, { design, scenario }) =>
        askForHybrid(desk, { design, scenario, asOf: parseMonth(desk.world.clock().slice(0, 7)) ?? 0 }, version),
    }),
    listRoute({ path: '/hybrid-designs', what: 'hybrid-designs', access: reads, list: listHybrids }),
    apiRoute({
      ...ITEM,
      path: '/hybrid-designs/:id',
      summary: 'A hybrid role as it was designed, and what was found of it',
      access: reads,
      params: jobId,
      answer: z.object({
        job: jobSchema,
        scenario: z.string(),
        design: hybridDesignSchema,
        page: hybridPageSchema.nullable(),
      }),
      handle: async ({ desk, params }) => {
        const found = await standingOfHybrid(desk, params.id);
        if (!found.ok) return found;
        const { job, design, scenario, page } = found.value;
        return ok({ value: { job: jobView(job), scenario, design, page: pageView(page) } });
      },
    }),
  ];
}

type Listing = {
  readonly path: string;
  readonly what: string;
  readonly access: typeof reads | typeof readsPlan;
  readonly list: (desk: Desk) => Promise<Result<readonly { readonly job: Job }[]>>;
};

function listRoute({ path, what, access, list }: Listing): ApiRoute {
  return apiRoute({
    ...LIST,
    path,
    summary: `Work asked for lately, the newest first: ${what}`,
    access,
    answer: z.array(jobSchema),
    table: (rows) => asTable(what, rows),
    handle: async ({ desk, page }) => {
      const found = await list(desk);
      return found.ok
        ? ok(
            pageOf(
              found.value.map(({ job }) => jobView(job)),
              (row) => row.id,
              page,
            ),
          )
        : found;
    },
  });
}
