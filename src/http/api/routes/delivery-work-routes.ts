// The work that delivery and people ask of the service itself: accepting a plan, the six steps, cohorts, rounds, questions.
import { z } from 'zod';
import { ok } from '#kernel';
import { PLACEMENT_METHODS } from '#planning';
import {
  askForCohorts,
  askForReading,
  askToAccept,
  askWhoCanAnswer,
  cohortsNow,
  defaultScenario,
  findPlan,
  hybridPageSchema,
  notThere,
  openRounds,
  proposeRun,
  readingSchema,
  reasonsInRun,
  runRound,
  standingOfAcceptance,
  standingOfCohorts,
  standingOfReading,
  standingOfRound,
} from '#service';
import { apiRoute, DEED, ITEM, LIST, type ApiRoute } from '../api-route.ts';
import { pageOf } from '../list-page.ts';
import { asTable } from '../row-table.ts';
import { scopeOf } from '../scope.ts';
import { askingRoute, pageView, viewOf } from './asking-route.ts';
import { jobSchema, jobView } from './job-routes.ts';
import { recordHead } from './record-routes.ts';

const name = z.string().min(1).max(120);
const id = z.object({ id: name });
const ofPlace = z.object({ place: name });
const inScenario = z.object({ scenario: name.optional().describe('The one that pages show where nothing is said') });
const work = jobSchema.nullable();
const may = (action: 'read' | 'run' | 'create' | 'change' | 'export', resource: 'plan' | 'commitment' | 'question') =>
  ({ kind: 'permitted', action, resource, placeParam: null }) as const;
const ofRounds = (action: 'run' | 'export') =>
  ({ kind: 'permitted', action, resource: 'placement-round', placeParam: null }) as const;
const projection = (action: 'read' | 'run') =>
  ({ kind: 'permitted', action, resource: 'projection', placeParam: null }) as const;

/** @param version of the program; stands in the key of every result */
export function deliveryWorkRoutes(version: string): readonly ApiRoute[] {
  return [
    ...acceptanceRoutes(version),
    ...sixStepsRoutes(version),
    ...cohortRoutes(version),
    openRoundsRoute,
    roundRoute,
    ...roundSteps(version),
    routing,
  ];
}

function acceptanceRoutes(version: string): readonly ApiRoute[] {
  return [
    askingRoute({
      path: 'acceptances',
      summary: 'Accept the newest plan of a scenario for a place and all below it: its undertakings become commitments',
      access: may('create', 'commitment'),
      body: z.strictObject({ place: name, scenario: name }),
      ask: async (desk, { place, scenario }) => {
        const plan = await findPlan(desk, scenario);
        if (!plan.ok) return plan;
        const planKey = plan.value.found?.job.resultKey;
        return planKey === undefined
          ? notThere(`scenarios/${scenario}/plan`)
          : askToAccept(desk, { planKey, place }, version);
      },
    }),
    apiRoute({
      ...ITEM,
      path: '/places/:place/acceptance',
      summary: 'How far the acceptance of the newest plan for a place is',
      access: { ...may('read', 'commitment'), placeParam: 'place' },
      params: ofPlace,
      query: inScenario,
      answer: z.object({
        job: work,
        accepted: z.object({ proposed: z.number().int(), standing: z.number().int() }).nullable(),
      }),
      handle: async ({ desk, params, query }) => {
        const scope = await scopeOf(desk);
        if (!scope.ok) return scope;
        const { scenarios } = scope.value.workspace.pack.system;
        const plan = await findPlan(desk, query.scenario ?? defaultScenario(scenarios));
        if (!plan.ok) return plan;
        const planKey = plan.value.found?.job.resultKey;
        if (planKey === undefined) return ok({ value: { job: null, accepted: null } });
        const standing = await standingOfAcceptance(desk, { planKey, place: params.place });
        if (!standing.ok) return standing;
        return ok({ value: { job: viewOf(standing.value.job), accepted: standing.value.accepted } });
      },
    }),
  ];
}

function sixStepsRoutes(version: string): readonly ApiRoute[] {
  return [
    askingRoute({
      path: 'six-steps',
      summary: 'Draw up the six steps of a place: what is done, what is missing, what slipped, who must act',
      access: may('run', 'plan'),
      body: z.strictObject({ place: name, scenario: name }),
      ask: async (desk, order) => {
        const standing = await standingOfReading(desk, order);
        if (!standing.ok) return standing;
        const { ask } = standing.value;
        return ask === null ? notThere(`scenarios/${order.scenario}/plan`) : askForReading(desk, ask, version);
      },
    }),
    apiRoute({
      ...ITEM,
      path: '/places/:place/six-steps',
      summary: 'The document of the six steps that a board approves, with its hash',
      access: { ...may('read', 'commitment'), placeParam: 'place' },
      params: ofPlace,
      query: inScenario,
      answer: z.object({ job: work, reading: readingSchema.nullable() }),
      handle: async ({ desk, params, query }) => {
        const scope = await scopeOf(desk);
        if (!scope.ok) return scope;
        const scenario = query.scenario ?? defaultScenario(scope.value.workspace.pack.system.scenarios);
        const standing = await standingOfReading(desk, { place: params.place, scenario });
        if (!standing.ok) return standing;
        return ok({ value: { job: viewOf(standing.value.job), reading: standing.value.reading } });
      },
    }),
  ];
}

function cohortRoutes(version: string): readonly ApiRoute[] {
  return [
    askingRoute({
      path: 'cohort-effects',
      summary: 'Ask what all cohorts as they stand now do to the national gap',
      access: projection('run'),
      body: z.strictObject({}),
      ask: async (desk) => {
        const ask = await cohortsNow(desk);
        return ask.ok ? askForCohorts(desk, ask.value, version) : ask;
      },
    }),
    apiRoute({
      ...ITEM,
      path: '/cohort-effect',
      summary: 'What all cohorts as they stand now do to the national gap; for who may look at the whole nation',
      access: projection('read'),
      answer: z.object({ job: work, page: hybridPageSchema.nullable() }),
      handle: async ({ desk }) => {
        const ask = await cohortsNow(desk);
        if (!ask.ok) return ask;
        const standing = await standingOfCohorts(desk, ask.value);
        if (!standing.ok) return standing;
        return ok({ value: { job: viewOf(standing.value.job), page: pageView(standing.value.page) } });
      },
    }),
  ];
}

const method = z.enum(PLACEMENT_METHODS).default('cheapest');
const placement = z.object({ person: z.string(), place: z.string().nullable(), choice: z.number().nullable() });
const openRound = z.object({
  id: z.string(),
  title: z.string(),
  role: z.string(),
  closes: z.string(),
  places: z.array(z.object({ id: z.string(), area: z.string(), posts: z.number() })),
});

const openRoundsRoute: ApiRoute = apiRoute({
  ...LIST,
  path: '/placement-rounds/open',
  summary: 'Rounds to which wishes may be sent: what is on offer, and nobody’s wishes',
  access: { kind: 'permitted', action: 'create', resource: 'wish', placeParam: null },
  answer: z.array(openRound),
  table: (rows) => asTable('open-rounds', rows),
  handle: async ({ desk, page }) => {
    const open = await openRounds(desk);
    if (!open.ok) return open;
    const rows = open.value.map((each) => ({ ...each, places: [...each.places] }));
    return ok(pageOf(rows, (row) => row.id, page));
  },
});

const roundRoute: ApiRoute = apiRoute({
  ...ITEM,
  path: '/placement-rounds/:id',
  summary: 'A round with its newest run by a method; with a person’s id also why that person would go where',
  access: ofRounds('export'),
  params: id,
  query: z.object({ method, person: name.optional() }),
  answer: z.object({
    job: work,
    wishes: z.number().int(),
    roundHash: z.string().nullable(),
    sentences: z.array(z.string()),
    placements: z.array(placement),
    trade: z.array(z.string()),
    reasons: z.array(z.string()),
  }),
  handle: async ({ desk, params, query }) => {
    const standing = await standingOfRound(desk, params.id, query.method);
    if (!standing.ok) return standing;
    const { record, round, job, document, trade } = standing.value;
    const isNamed = job !== null && query.person !== undefined;
    const reasons = isNamed ? await reasonsInRun(desk, job, query.person ?? '') : ok([]);
    if (!reasons.ok) return reasons;
    return ok({
      value: {
        job: viewOf(job),
        wishes: round.people.length,
        roundHash: document?.roundHash ?? null,
        sentences: document?.sentences ?? [],
        placements: document?.placements ?? [],
        trade: [...trade],
        reasons: [...reasons.value],
      },
      version: record.version,
    });
  },
});

function roundSteps(version: string): readonly ApiRoute[] {
  return [
    apiRoute({
      ...DEED,
      path: '/placement-rounds/:id/run',
      summary: 'Close a round to wishes and hand it to the workers',
      access: ofRounds('run'),
      params: id,
      body: z.strictObject({ method }),
      answer: jobSchema,
      status: 202,
      changesVersion: true,
      handle: async ({ desk, params, body, madeFrom }) => {
        const job = await runRound(desk, { ...body, id: params.id, madeFrom }, version);
        return job.ok ? ok({ value: jobView(job.value), location: `/api/v1/jobs/${job.value.id}` }) : job;
      },
    }),
    apiRoute({
      ...DEED,
      path: '/placement-rounds/:id/propose',
      summary:
        'Put a run on record as the proposal that is decided on; deciding and publishing are versions of the record',
      access: ofRounds('run'),
      params: id,
      body: z.strictObject({ method }),
      answer: recordHead,
      changesVersion: true,
      handle: async ({ desk, params, body, madeFrom }) => {
        const done = await proposeRun(desk, { ...body, id: params.id, madeFrom });
        if (!done.ok) return done;
        const { id: round, version: made, state } = done.value;
        return ok({ value: { id: round, version: made, state }, version: made });
      },
    }),
  ];
}

const routing: ApiRoute = apiRoute({
  ...DEED,
  path: '/questions/:id/route',
  summary: 'Have the service find who can answer a question, by skills that somebody has verified',
  access: may('change', 'question'),
  params: id,
  answer: recordHead,
  changesVersion: true,
  handle: async ({ desk, params, madeFrom }) => {
    const done = await askWhoCanAnswer(desk, params.id, madeFrom);
    if (!done.ok) return done;
    const { id: question, version: made, state } = done.value;
    return ok({ value: { id: question, version: made, state }, version: made });
  },
});
