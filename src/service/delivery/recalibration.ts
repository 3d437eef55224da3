// What evidence teaches the register: proposed by the workers, read here, and accepted by a planner rate by rate.
import { monthOf, type EvidenceRecord } from '#delivery';
import { fail, formatMonth, ok, sha256Hex, canonicalJson, type Month, type Result } from '#kernel';
import { stockByEvidence, type DeliveryRecords, type Learned, type PlaceMiss } from '#planning';
import { z } from 'zod';
import type { Role } from '../access/member.ts';
import { isPermitted } from '../access/permit.ts';
import { findJob } from '../jobs/find-job.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { PackRenewal } from '../file-ports.ts';
import type { Job, PackHead } from '../ports.ts';
import { findPlan } from '../results/read-plan.ts';
import { changePack, packTexts } from '../workspace/change-pack.ts';
import { atWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { Desk } from '../world.ts';
import { readDeliveryRecords } from './delivery-reading.ts';

/** What the request of a recalibration holds. */
export const recalibrationAskSchema = z.object({
  ask: z.object({
    planKey: z.string(),
    /** SHA-256 over the commitments and the evidence, so that another month of evidence is another question. */
    recordsHash: z.string(),
  }),
});
export type RecalibrationAsk = z.infer<typeof recalibrationAskSchema>['ask'];

/** The one part under the key of a recalibration. */
export const RECALIBRATION_PART = 'recalibration';

/** What the workers found: rates as they would become, each with what was counted. */
export type RecalibrationFindings = Pick<Learned, 'source' | 'rates' | 'notes'> & {
  /** The last month that evidence tells of. */
  readonly month: Month;
  readonly misses: readonly PlaceMiss[];
  /** Places of which nobody counted the people at that month. */
  readonly uncounted: readonly string[];
};

/** What they found, under the key that says of which evidence, plan and pack it is. */
export type RecalibrationProposal = RecalibrationFindings & { readonly key: string };

export type RecalibrationStanding = {
  readonly workspace: Workspace;
  /** Null where no plan of the pack as it is has been finished: then there is no forecast to hold evidence against. */
  readonly ask: RecalibrationAsk | null;
  readonly job: Job | null;
  readonly proposal: RecalibrationProposal | null;
};

export async function standingOfRecalibration(desk: Desk, scenario: string): Promise<Result<RecalibrationStanding>> {
  const { world, actor } = desk;
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const plan = await findPlan(desk, scenario);
  if (!plan.ok) return plan;
  const { found } = plan.value;
  const nothing = { workspace: workspace.value, ask: null, job: null, proposal: null };
  if (found === null || !found.isOfThisPack) return ok(nothing);
  return world.store.inTenant<RecalibrationStanding>(actor.tenant, async (session) => {
    const records = await readDeliveryRecords(session);
    if (!records.ok) return records;
    const ask = { planKey: found.job.resultKey, recordsHash: hashOfEvidence(records.value) };
    const job = await findJob(session, { kind: 'recalibration', ask, packHash: workspace.value.head.hash });
    const text = job?.state === 'done' ? await session.results.part(job.resultKey, RECALIBRATION_PART) : null;
    const proposal =
      text === null || job === null
        ? null
        : { ...seenBy(desk, workspace.value, readFindings(text)), key: job.resultKey };
    return ok({ workspace: workspace.value, ask, job, proposal });
  });
}

/** Rates are everybody's business; what was counted in a place is that of whoever may read its evidence. */
function seenBy({ actor }: Desk, { isBelow }: Workspace, findings: RecalibrationFindings): RecalibrationFindings {
  const maySee = (place: string) =>
    isPermitted(actor, 'read', { target: { resource: 'evidence', place, owner: null, party: null }, isBelow });
  return { ...findings, misses: findings.misses.filter(({ place }) => maySee(place)) };
}

/** The workers wrote it from findings, so it is some. */
function readFindings(text: string): RecalibrationFindings {
  return JSON.parse(text);
}

export function hashOfEvidence({ commitments, evidence }: DeliveryRecords): string {
  return sha256Hex(canonicalJson({ commitments, evidence }));
}

export async function askForRecalibration(
  desk: Desk,
  { scenario, programVersion }: { readonly scenario: string; readonly programVersion: string },
): Promise<Result<Job>> {
  const standing = await standingOfRecalibration(desk, scenario);
  if (!standing.ok) return standing;
  const { ask, workspace } = standing.value;
  if (ask === null) return fail(NO_PLAN);
  const { root } = workspace;
  return submitJob(desk, { kind: 'recalibration', resource: 'plan', place: root, request: ask, programVersion });
}

/** What a planner takes over of a proposal. */
export type Acceptance = {
  readonly scenario: string;
  /** The key of the proposal that was read, so that no other is accepted unseen. */
  readonly proposal: string;
  /** Ids of the assumptions whose new rate is accepted. */
  readonly rates: readonly string[];
  /** Whether the next projection begins at the month of the evidence, with the people who were counted. */
  readonly isCountTaken: boolean;
};

/** Writes accepted rates into the register, each with the evidence as its source and the role that accepted it; who it
 *  was stands in the audit. Nothing is written where the pack would not read with it. */
export async function acceptRecalibration(desk: Desk, acceptance: Acceptance): Promise<Result<PackHead>> {
  const standing = await standingOfRecalibration(desk, acceptance.scenario);
  if (!standing.ok) return standing;
  const { proposal, workspace } = standing.value;
  if (proposal?.key !== acceptance.proposal) return fail(NO_PROPOSAL);
  const wanted = new Set(acceptance.rates);
  const rates = proposal.rates.filter(({ assumption }) => wanted.has(assumption.id));
  const unknown = acceptance.rates.find((id) => !rates.some(({ assumption }) => assumption.id === id));
  if (unknown !== undefined) return fail(notProposed(unknown));
  if (rates.length === 0 && !acceptance.isCountTaken) return fail(NOTHING_CHOSEN);
  const counted = acceptance.isCountTaken ? await countedPeople(desk, workspace, proposal) : ok(null);
  if (!counted.ok) return counted;
  const month = formatMonth(proposal.month);
  const renewal: PackRenewal = {
    assumptions: rates.map(({ assumption }) => ({ ...assumption, signedOffBy: roleInWords(desk.actor.role) })),
    source: proposal.source,
    comment: `Learned from: ${proposal.source.title}.`,
    counted: counted.value,
  };
  const what = [
    ...(rates.length === 0 ? [] : [`the rates ${rates.map(({ assumption }) => assumption.id).join(', ')}`]),
    ...(acceptance.isCountTaken ? ['the people who were counted'] : []),
  ];
  return writeRenewal(desk, renewal, {
    place: workspace.root,
    summary: `From evidence up to ${month} were accepted: ${what.join(' and ')}.`,
  });
}

async function countedPeople(
  desk: Desk,
  { pack, recordedStock }: Workspace,
  proposal: RecalibrationProposal,
): Promise<Result<PackRenewal['counted']>> {
  const records = await desk.world.store.inTenant(desk.actor.tenant, readDeliveryRecords);
  if (!records.ok) return records;
  const { month, source } = proposal;
  const own = records.value.evidence.filter(isOwnCount);
  // As the files state the stock, for what is published of it is rounded.
  const { stock } = stockByEvidence({ ...pack.system, stock: recordedStock }, own, { at: month, source: source.id });
  const isCounted = own.some((each) => monthOf(each.month) === month);
  return isCounted ? ok({ baseMonth: month, stock }) : fail(nobodyCounted(month));
}

/** A statistic of a wider group tells how fast people come and go, and not how many of ours there are. */
function isOwnCount({ state, source }: EvidenceRecord): boolean {
  return state === 'verified' && source.kind !== 'proxy';
}

async function writeRenewal(
  desk: Desk,
  renewal: PackRenewal,
  deed: { readonly place: string; readonly summary: string },
): Promise<Result<PackHead>> {
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const texts = new Map([...files.value].map(([path, { text }]) => [path, text]));
  const renewed = desk.world.writePackText.renewed(texts, renewal);
  const paths = new Set([...texts.keys(), ...renewed.keys()]);
  const changes = [...paths]
    .filter((path) => texts.get(path) !== renewed.get(path))
    .map((path) => ({ path, text: renewed.get(path) ?? null, madeFrom: files.value.get(path)?.version ?? 0 }));
  return changePack(desk, { ...deed, changes, action: 'approve', resource: 'assumption' });
}

/** The register names the role that signed off, never the person. */
function roleInWords(role: Role): string {
  const words = role.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const NO_PLAN = {
  code: 'not-found',
  message: 'There is no plan of the pack as it is, so there is no forecast to hold the evidence against.',
  path: 'plan',
  hint: 'Make a plan first, then ask again.',
} as const;

const NO_PROPOSAL = {
  code: 'stale',
  message: 'What was read is not the proposal of the evidence, the plan and the pack as they are now.',
  path: 'recalibration',
  hint: 'Ask for it anew, look at it again, and accept what still holds.',
} as const;

const NOTHING_CHOSEN = {
  code: 'schema',
  message: 'Nothing was chosen, so nothing was changed.',
  path: 'rates',
  hint: 'Choose at least one rate, or the people who were counted.',
} as const;

function notProposed(id: string) {
  return {
    code: 'unknown-reference',
    message: `'${id}' is not among the rates that are proposed.`,
    path: 'rates',
    hint: 'Choose from the rates of the proposal.',
  } as const;
}

function nobodyCounted(month: Month) {
  return {
    code: 'inconsistent',
    message: `No place has counted its own people at the end of ${formatMonth(month)}: what came in is of a wider group.`,
    path: 'isCountTaken',
    hint: 'Accept the rates alone, or let places count their people and verify it.',
  } as const;
}
