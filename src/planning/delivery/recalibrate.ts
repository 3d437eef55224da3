// The loop closed: evidence against forecast, what it teaches the register, and the stock that the next plan starts from.
import { monthOf, type CommitmentRecord, type EvidenceRecord } from '#delivery';
import { fail, ok, type Month, type Result } from '#kernel';
import { optionsOf } from '../explain/explain-figure.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import { prepareRun } from '../plan/plan-workforce.ts';
import type { Pack } from '../ports.ts';
import { committedStarts } from './committed-starts.ts';
import { comparedMonths, missesOf, type PlaceMiss } from './forecast-and-actual.ts';
import { learnRates, type Learned } from './learn-rates.ts';
import type { DeliveryWorld } from './slipped-gap.ts';
import { stockByEvidence, type CountedStock } from './stock-by-evidence.ts';

export type Recalibration = {
  /** The last month that evidence tells of: the next base month. */
  readonly month: Month;
  readonly misses: readonly PlaceMiss[];
  readonly learned: Learned;
  readonly counted: CountedStock;
};

export type RecalibrationGiven = {
  readonly pack: Pack;
  readonly plan: PlanDocument;
  readonly commitments: readonly CommitmentRecord[];
  readonly evidence: readonly EvidenceRecord[];
};

/** Rates are learned from what a place says of everybody where it does so, else from its families. */
export async function recalibrate(given: RecalibrationGiven, world: DeliveryWorld): Promise<Result<Recalibration>> {
  const { pack, plan, commitments } = given;
  const run = prepareRun(pack, { ...optionsOf(plan), mode: 'expected' });
  if (!run.ok) return run;
  const verified = given.evidence.filter(({ state }) => state === 'verified');
  const starts = committedStarts(plan, commitments);
  const compared = await comparedMonths(run.value, { evidence: verified, starts }, world);
  if (!compared.ok) return compared;
  const last = compared.value.at(-1);
  if (last === undefined) return fail(NO_EVIDENCE);
  const whole = new Set(compared.value.filter(({ family }) => family === '*').map(({ place }) => place));
  const learned = learnRates({
    system: pack.system,
    compared: compared.value.filter(({ place, family }) => (family === '*') === whole.has(place)),
    cohorts: lastCohorts(verified),
    now: last.month,
  });
  // A statistic of a wider group tells how fast people come and go, and not how many of ours there are.
  const own = verified.filter(({ source }) => source.kind !== 'proxy');
  const ownPlaces = new Set(own.map(({ place }) => place));
  const counted = stockByEvidence(pack.system, own, { at: last.month, source: learned.source.id });
  return ok({
    month: last.month,
    misses: missesOf(compared.value.filter(({ place }) => ownPlaces.has(place))),
    learned,
    counted,
  });
}

/** A cohort is told of again month after month: the last word on it counts. */
function lastCohorts(evidence: readonly EvidenceRecord[]): EvidenceRecord['cohorts'] {
  const byCohort = new Map<string, EvidenceRecord['cohorts'][number]>();
  for (const { place, cohorts } of evidence.toSorted((one, other) => monthOf(one.month) - monthOf(other.month))) {
    for (const cohort of cohorts) byCohort.set(`${place}\n${cohort.channel}\n${cohort.startMonth}`, cohort);
  }
  return [...byCohort.values()];
}

const NO_EVIDENCE = {
  code: 'inconsistent',
  message: 'There is no verified evidence of a month after the base month of the plan.',
  path: 'records',
  hint: 'Report a month of each place, and have somebody else verify it.',
} as const;
