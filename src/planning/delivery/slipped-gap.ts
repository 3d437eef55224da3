// What slips and losses do to the gap: the plan's own futures projected twice, as undertaken and as it now stands.
import { startsOfAgreements, type AgreementRecord, type CommitmentRecord } from '#delivery';
import type { Projection, Start } from '#engine';
import { fail, ok, type Result } from '#kernel';
import { optionsOf, startsOf } from '../explain/explain-figure.ts';
import { roundFte } from '../plan/figures.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import { prepareRun, type PreparedRun } from '../plan/plan-workforce.ts';
import type { Pack, RunControl, Simulator } from '../ports.ts';
import { committedStarts } from './committed-starts.ts';

export type SlippedGap = {
  readonly place: string;
  readonly month: string;
  /** Mean digital FTE, supply less demand: below 0 is a shortfall. */
  readonly undertakenGapFte: number;
  readonly presentGapFte: number;
  /** Present less undertaken; below 0 where slips leave more missing. */
  readonly differenceFte: number;
};

export type DeliveryWorld = { readonly simulator: Simulator; readonly control: RunControl };

export type Delivered = {
  readonly commitments: readonly CommitmentRecord[];
  /** What suppliers bring on top of the plan. */
  readonly agreements: readonly AgreementRecord[];
};

/** @returns every place at the end of each year and in the last month; both courses meet the same chance, so that the
 *  difference is that of the slips alone */
export async function slippedGap(
  { pack, plan }: { readonly pack: Pack; readonly plan: PlanDocument },
  delivered: Delivered,
  world: DeliveryWorld,
): Promise<Result<readonly SlippedGap[]>> {
  if (pack.hash !== plan.pack.hash) return fail(otherPack(plan, pack));
  const run = prepareRun(pack, optionsOf(plan));
  if (!run.ok) return run;
  const before = await projectStarts(run.value, startsOf(plan), world);
  if (!before.ok) return before;
  const yields = startsOfAgreements(delivered.agreements).filter(({ month }) => month >= pack.system.baseMonth);
  const present = [...committedStarts(plan, delivered.commitments), ...yields];
  const after = await projectStarts(run.value, present, world);
  if (!after.ok) return after;
  return ok(gapsBeside(plan, before.value, after.value));
}

function projectStarts(run: PreparedRun, starts: readonly Start[], world: DeliveryWorld): Promise<Result<Projection>> {
  const { mode, seed } = run.options;
  return world.simulator.project(run.model, { mode, seed, samples: run.samples, starts }, world.control);
}

function gapsBeside(plan: PlanDocument, before: Projection, after: Projection): readonly SlippedGap[] {
  const last = plan.months.length - 1;
  const steps = plan.months.flatMap((_, step) => (step > 0 && (step % 12 === 0 || step === last) ? [step] : []));
  return plan.places.flatMap(({ code }) => {
    const [one, other] = [gapOf(before, code), gapOf(after, code)];
    if (one === null || other === null) return [];
    return steps.map((step) => {
      const undertakenGapFte = roundFte(one[step] ?? 0);
      const presentGapFte = roundFte(other[step] ?? 0);
      const differenceFte = roundFte(presentGapFte - undertakenGapFte);
      return { place: code, month: plan.months[step] ?? '', undertakenGapFte, presentGapFte, differenceFte };
    });
  });
}

function gapOf(projection: Projection, place: string): Float64Array | null {
  const found = projection.series.find(
    (row) =>
      row.measure === 'gapFte' && row.place === place && row.family === '*' && row.role === '*' && row.band === '*',
  );
  return found?.mean ?? null;
}

function otherPack(plan: PlanDocument, pack: Pack) {
  return {
    code: 'inconsistent',
    message: `The plan was made from pack ${plan.pack.hash.slice(0, 12)}…, this one is ${pack.hash.slice(0, 12)}….`,
    path: 'plan.json: pack.hash',
    hint: 'Use the inputs that the plan was written with.',
  } as const;
}
