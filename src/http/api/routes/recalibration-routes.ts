// What evidence teaches the register, its acceptance, and what moved the projection: as the pages have it.
import { z } from 'zod';
import { formatMonth, ok } from '#kernel';
import {
  acceptRecalibration,
  askForMoved,
  askForRecalibration,
  standingOfMoved,
  standingOfRecalibration,
  type Desk,
  type RecalibrationProposal,
} from '#service';
import { apiRoute, DEED, ITEM, NOTHING, type ApiRoute } from '../api-route.ts';
import { jobSchema, jobView } from './job-routes.ts';

const scenario = z.object({ scenario: z.string().min(1).max(120) });
const ofPlace = z.object({ scenario: z.string().min(1).max(120), place: z.string().min(1).max(120) });
const nothing = z.union([NOTHING, z.strictObject({})]);
const approves = { kind: 'permitted', action: 'approve', resource: 'assumption', placeParam: null } as const;

const proposal = z.object({
  key: z.string().describe('Says of which evidence, plan and pack it is; whoever accepts names it'),
  month: z.string().describe('The last month that evidence tells of, YYYY-MM'),
  source: z.string().describe('Title of the source that accepted rates name'),
  rates: z.array(
    z.object({
      assumption: z.string().describe('Id in the register'),
      was: z.unknown().describe('Value and range of the register; null where it has none'),
      becomes: z.unknown().describe('Value and range that are proposed'),
      because: z.string().describe('What was counted, in words'),
    }),
  ),
  misses: z.array(z.unknown()).describe('The forecast against what was counted; the parts of each add up to its gap'),
  notes: z.array(z.string()),
  uncounted: z.array(z.string()).describe('Places of which nobody counted the people at that month'),
});
const standing = z.object({ job: jobSchema.nullable(), proposal: proposal.nullable() });

const moved = z.object({
  job: jobSchema.nullable(),
  waterfall: z
    .object({
      place: z.string(),
      month: z.string(),
      beforeFte: z.number(),
      afterFte: z.number().describe('Before and every bar add up to it, to the last bit'),
      bars: z.array(z.object({ part: z.string(), changeFte: z.number() })),
    })
    .nullable(),
  months: z.array(z.string()).describe('Months that may be asked for, the latest first'),
});

/** @param programVersion stands in the key of every result */
export function recalibrationRoutes(programVersion: string): readonly ApiRoute[] {
  return [
    apiRoute({
      ...ITEM,
      path: '/scenarios/:scenario/recalibration',
      summary: 'What verified evidence teaches the register: each rate as it is and as it would become, and why',
      access: { kind: 'permitted', action: 'read', resource: 'assumption', placeParam: null },
      params: scenario,
      answer: standing,
      handle: ({ desk, params }) => readStanding(desk, params.scenario),
    }),
    apiRoute({
      ...DEED,
      path: '/scenarios/:scenario/recalibration',
      summary: 'Ask for it: the evidence of now held against the forecast of the plan',
      access: approves,
      params: scenario,
      body: nothing,
      answer: jobSchema,
      status: 202,
      handle: async ({ desk, params }) => {
        const job = await askForRecalibration(desk, { scenario: params.scenario, programVersion });
        return job.ok ? ok({ value: jobView(job.value), location: `/api/v1/jobs/${job.value.id}` }) : job;
      },
    }),
    apiRoute({
      ...DEED,
      path: '/scenarios/:scenario/recalibration/acceptance',
      summary: 'Accept rates that are proposed, and the people who were counted',
      access: approves,
      params: scenario,
      body: z.strictObject({
        proposal: z.string().max(200).describe('Key of the proposal that was read; another is not accepted unseen'),
        rates: z.array(z.string().max(120)).max(1000).describe('Ids of the assumptions whose new rate is accepted'),
        isCountTaken: z.boolean().default(false).describe('Whether the next projection begins with those counted'),
      }),
      answer: z.object({ version: z.number().int(), hash: z.string() }),
      handle: async ({ desk, params, body }) => {
        const head = await acceptRecalibration(desk, { scenario: params.scenario, ...body });
        return head.ok ? ok({ value: { version: head.value.version, hash: head.value.hash } }) : head;
      },
    }),
    ...movedRoutes(programVersion),
  ];
}

function movedRoutes(programVersion: string): readonly ApiRoute[] {
  const path = '/scenarios/:scenario/moved/:place';
  return [
    apiRoute({
      ...ITEM,
      path,
      summary: 'What moved the gap of a place since the last plan of an earlier pack, in bars that add up',
      access: { kind: 'permitted', action: 'read', resource: 'projection', placeParam: 'place' },
      params: ofPlace,
      query: z.object({ month: z.string().max(10).optional().describe('YYYY-MM; the last that both packs reach') }),
      answer: moved,
      handle: async ({ desk, params, query }) => {
        const found = await standingOfMoved(desk, { ...params, month: query.month ?? null });
        if (!found.ok) return found;
        const { job, waterfall, months } = found.value;
        const bars = waterfall === null ? null : { ...waterfall, bars: [...waterfall.bars] };
        return ok({ value: { job: job === null ? null : jobView(job), waterfall: bars, months: [...months] } });
      },
    }),
    apiRoute({
      ...DEED,
      path,
      summary: 'Ask what moved',
      access: { kind: 'permitted', action: 'run', resource: 'plan', placeParam: 'place' },
      params: ofPlace,
      body: nothing,
      answer: z.object({ job: jobSchema.nullable().describe('Null where nothing has moved since the last plan') }),
      status: 202,
      handle: async ({ desk, params }) => {
        const found = await standingOfMoved(desk, { ...params, month: null });
        if (!found.ok) return found;
        if (found.value.ask === null) return ok({ value: { job: null } });
        const job = await askForMoved(desk, { ask: found.value.ask, programVersion });
        return job.ok ? ok({ value: { job: jobView(job.value) } }) : job;
      },
    }),
  ];
}

async function readStanding(desk: Desk, name: string) {
  const found = await standingOfRecalibration(desk, name);
  if (!found.ok) return found;
  const { job, workspace } = found.value;
  const { assumptions } = workspace.pack.system;
  return ok({
    value: {
      job: job === null ? null : jobView(job),
      proposal: found.value.proposal === null ? null : proposalView(found.value.proposal, assumptions),
    },
  });
}

type Register = readonly RecalibrationProposal['rates'][number]['assumption'][];

function proposalView(
  { key, month, source, rates, misses, notes, uncounted }: RecalibrationProposal,
  register: Register,
) {
  const stated = (assumption: Register[number] | undefined) =>
    assumption === undefined ? null : { value: assumption.value, spread: assumption.spread };
  return {
    key,
    month: formatMonth(month),
    source: source.title,
    rates: rates.map(({ assumption, because }) => ({
      assumption: assumption.id,
      was: stated(register.find(({ id }) => id === assumption.id)),
      becomes: stated(assumption),
      because,
    })),
    misses: [...misses],
    notes: [...notes],
    uncounted: [...uncounted],
  };
}
