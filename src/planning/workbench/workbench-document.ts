// A scenario's workbench, prepared step by step and confined to the places that somebody may see.
import { packWorkbench, unpackWorkbench, workbenchSteps, type PackedWorkbench, type WorkbenchData } from '#engine';
import { fail, ok, type Month, type Problem, type Result } from '#kernel';
import { z } from 'zod';
import { prepareRun } from '../plan/plan-workforce.ts';
import type { Pack } from '../ports.ts';
import type { ComparisonControl } from '../compare/compare-scenarios.ts';

export type WorkbenchOrder = {
  readonly scenario: string;
  readonly seed: number;
  /** A power of two. */
  readonly samples: number;
  /** Levers act from the month after it. */
  readonly fromMonth: Month;
};

const lever = z.union([
  z.object({ kind: z.literal('starts'), channel: z.string(), costGbpPerStart: z.number() }),
  z.object({ kind: z.literal('plan'), people: z.number() }),
  z.object({ kind: z.enum(['recruitment', 'retention', 'demand', 'productivity']) }),
]);

/** A packed workbench as it is kept and sent. */
export const packedWorkbenchSchema = z.object({
  fromMonth: z.number().int(),
  months: z.array(z.number().int()),
  places: z.array(z.object({ code: z.string(), tier: z.enum(['national', 'region', 'system', 'organisation']) })),
  samples: z.number().int(),
  levers: z.array(lever),
  supplyFte: z.string(),
  demandTodayFte: z.string(),
  demandBeyondFte: z.string(),
  terms: z.array(z.object({ lever: z.number().int(), power: z.union([z.literal(1), z.literal(2)]), fte: z.string() })),
});

/** @returns the workbench, or why there is none: an establishment's effects do not add up */
export async function workbenchOf(
  pack: Pack,
  { scenario, seed, samples, fromMonth }: WorkbenchOrder,
  { onProgress, signal, breathe }: ComparisonControl,
): Promise<Result<PackedWorkbench>> {
  const limits = { timeLimitSeconds: 0, relativeGap: 0 };
  const run = prepareRun(pack, { scenario, mode: 'exact', seed, samples, asOf: fromMonth, ...limits });
  if (!run.ok) return run;
  const steps = workbenchSteps(run.value.model, { samples: run.value.samples, fromMonth, plan: [] });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.ok ? ok(packWorkbench(step.value.value)) : step.value;
    onProgress(step.value);
    await breathe();
    if (signal.aborted) return fail(stopped);
  }
}

/** The same with fewer places. */
export function confineWorkbench(packed: PackedWorkbench, maySee: (code: string) => boolean): PackedWorkbench {
  const data = unpackWorkbench(packed);
  const kept = [...data.places.keys()].filter((place) => maySee(data.places[place]?.code ?? ''));
  if (kept.length === data.places.length) return packed;
  const span = data.samples * data.months.length;
  const pick = (grid: Float32Array): Float32Array => {
    const picked = new Float32Array(kept.length * span);
    kept.forEach((place, index) => picked.set(grid.subarray(place * span, (place + 1) * span), index * span));
    return picked;
  };
  const confined: WorkbenchData = {
    ...data,
    places: kept.flatMap((place) => data.places[place] ?? []),
    supplyFte: pick(data.supplyFte),
    demandTodayFte: pick(data.demandTodayFte),
    demandBeyondFte: pick(data.demandBeyondFte),
    terms: data.terms.map((term) => ({ ...term, fte: pick(term.fte) })),
  };
  return packWorkbench(confined);
}

const stopped: Problem = {
  code: 'stopped',
  message: 'The workbench was stopped before it was ready.',
  path: 'scenario',
  hint: 'Ask for it again.',
};
