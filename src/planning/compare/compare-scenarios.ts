// Scenarios side by side on the same futures, so that the difference between two is theirs and not chance's.
import { totalsBySample, type TotalsBySample } from '#engine';
import { fail, formatMonth, ok, type Problem, type Result } from '#kernel';
import { z } from 'zod';
import { estimateOf } from '../plan/figures.ts';
import { prepareRun } from '../plan/plan-workforce.ts';
import type { Pack, RunControl } from '../ports.ts';

/** As many as one can take in beside each other. */
export const COMPARED_MAX = 4;

const estimate = z.object({ mean: z.number(), p10: z.number(), p50: z.number(), p90: z.number() });
const estimates = z.array(estimate).describe('One for each month');

/** What a comparison holds. Differences are to the first scenario, future by future. */
export const comparisonSchema = z.object({
  seed: z.number().int(),
  samples: z.number().int(),
  months: z.array(z.string()),
  scenarios: z.array(z.object({ id: z.string(), name: z.string(), description: z.string() })),
  places: z.array(
    z.object({
      code: z.string(),
      scenarios: z.array(
        z.object({ supplyFte: estimates, demandFte: estimates, gapFte: estimates, differenceFte: estimates }),
      ),
    }),
  ),
});
export type ScenarioComparison = z.infer<typeof comparisonSchema>;

export type ComparisonOrder = {
  /** Ids; the first is the one that the others are held against. */
  readonly scenarios: readonly string[];
  readonly seed: number;
  /** A power of two. */
  readonly samples: number;
};

/** `breathe` lets whatever else waits on this thread have its turn. */
export type ComparisonControl = RunControl & { readonly breathe: () => Promise<void> };

/** Expected people in every future of the assumptions; persons' own chance is left out, for it is the same in all. */
export async function compareScenarios(
  pack: Pack,
  { scenarios, seed, samples }: ComparisonOrder,
  { onProgress, signal, breathe }: ComparisonControl,
): Promise<Result<ScenarioComparison>> {
  if (scenarios.length === 0 || scenarios.length > COMPARED_MAX) return fail(wrongCount(scenarios.length));
  const months = yearly(pack.system.horizonMonths);
  const totals: TotalsBySample[] = [];
  for (const [index, scenario] of scenarios.entries()) {
    const asOf = pack.system.baseMonth;
    const limits = { timeLimitSeconds: 0, relativeGap: 0 };
    const run = prepareRun(pack, { scenario, mode: 'exact', seed, samples, asOf, ...limits });
    if (!run.ok) return run;
    const request = { mode: 'expected', seed, samples: run.value.samples, starts: [] } as const;
    const onSeat = async (shareDone: number) => {
      await breathe();
      onProgress((index + shareDone) / scenarios.length);
      return !signal.aborted;
    };
    const read = await totalsBySample(run.value.model, request, { steps: months, onSeat });
    if (read === null) return fail(stopped);
    totals.push(read);
  }
  return ok(drawUp(pack, { scenarios, seed, samples }, { totals, steps: months }));
}

type Totals = { readonly totals: readonly TotalsBySample[]; readonly steps: readonly number[] };

function drawUp(
  pack: Pack,
  { scenarios, seed, samples }: ComparisonOrder,
  { totals, steps }: Totals,
): ScenarioComparison {
  const known = new Map(pack.system.scenarios.map((scenario) => [scenario.id, scenario]));
  const [first] = totals;
  return {
    seed,
    samples,
    months: steps.map((step) => formatMonth(pack.system.baseMonth + step)),
    scenarios: scenarios.map((id) => {
      const { name = id, description = '' } = known.get(id) ?? {};
      return { id, name, description };
    }),
    places: (first?.places ?? []).map((code, place) => ({
      code,
      scenarios: totals.map((each) => {
        const read = (valueAt: (cell: number) => number) =>
          steps.map((_, month) => {
            const from = (place * steps.length + month) * samples;
            return estimateOf(Float64Array.from({ length: samples }, (__, sample) => valueAt(from + sample)));
          });
        return {
          supplyFte: read((cell) => each.supplyFte[cell] ?? 0),
          demandFte: read((cell) => each.demandFte[cell] ?? 0),
          gapFte: read((cell) => gapAt(each, cell)),
          differenceFte: read((cell) => gapAt(each, cell) - (first === undefined ? 0 : gapAt(first, cell))),
        };
      }),
    })),
  };
}

function gapAt({ supplyFte, demandFte }: TotalsBySample, cell: number): number {
  return (supplyFte[cell] ?? 0) - (demandFte[cell] ?? 0);
}

/** The base month and the end of each year. */
function yearly(horizonMonths: number): readonly number[] {
  return Array.from({ length: Math.floor(horizonMonths / 12) + 1 }, (_, year) => year * 12);
}

function wrongCount(count: number): Problem {
  return {
    code: 'out-of-range',
    message: `${count} scenarios were to be compared, but one to ${COMPARED_MAX} can be.`,
    path: 'scenarios',
    hint: 'Choose fewer, the most telling ones.',
  };
}

const stopped: Problem = {
  code: 'stopped',
  message: 'The comparison was stopped before it was done.',
  path: 'scenarios',
  hint: 'Ask for it again.',
};
