// What cohorts as they go do to the gap: the pack projected with their starts as planned and as forecast, all else the same.
import type { Series, Start } from '#engine';
import { fail, ok, type Month, type Result } from '#kernel';
import { type Cohort, cohortStarts, monthOfText } from '#pathways';
import { prepareRun } from '../plan/plan-workforce.ts';
import type { Pack } from '../ports.ts';
import type { CohortBook } from './cohort-book.ts';
import type { EffectWorld } from './hybrid-effect.ts';
import { statedValues } from './stated-values.ts';

export type GapPoint = {
  readonly month: Month;
  /** Supply less demand: a shortfall is below 0. */
  readonly plannedGapFte: number;
  readonly forecastGapFte: number;
};

export type CohortEffect = {
  /** Of the nation, every month of the pack. */
  readonly nation: readonly GapPoint[];
  /** Month in which the forecast lies furthest below the plan; null where it never does. */
  readonly worst: Month | null;
  /** Places whose gap differs in that month by a twentieth of a post or more, in the pack's order. */
  readonly places: readonly { readonly place: string; readonly differenceFte: number }[];
  /** Cohorts that were to start before the pack's base month: its stock and its channels count them already. */
  readonly before: readonly string[];
};

/** At the stated values of the register.
 *  @source docs/model/cohorts.md, eq. 3 */
export async function cohortEffect(
  pack: Pack,
  request: { readonly book: CohortBook; readonly scenario: string; readonly asOf: Month },
  world: EffectWorld,
): Promise<Result<CohortEffect>> {
  const run = prepareRun(pack, { ...RUN, scenario: request.scenario, asOf: request.asOf });
  if (!run.ok) return run;
  const { model, samples } = run.value;
  const { baseMonth, channels } = pack.system;
  const isBefore = ({ plannedStart, expectedStart }: Cohort): boolean =>
    Math.min(monthOfText(plannedStart), monthOfText(expectedStart)) < baseMonth;
  const stated = statedValues(pack.system);
  const completionOf = (id: string): number => {
    const channel = channels.find((each) => each.id === id);
    return channel === undefined ? 0 : stated(channel.completion, baseMonth, null);
  };
  const empty = request.book.programmes.find(({ channel }) => completionOf(channel) <= 0);
  if (empty !== undefined) return fail(nobodyCompletes(empty.channel));
  const laid = request.book.cohorts.filter((cohort) => !isBefore(cohort));
  const starts = cohortStarts(laid, request.book.programmes, completionOf);
  const gaps: (readonly Series[])[] = [];
  for (const list of [starts.planned, starts.forecast]) {
    const inTime: readonly Start[] = list.filter(({ month }) => month <= baseMonth + pack.system.horizonMonths);
    const asked = { mode: RUN.mode, seed: RUN.seed, samples, starts: inTime };
    const projected = await world.simulator.project(model, asked, world.control);
    if (!projected.ok) return projected;
    gaps.push(projected.value.series.filter(isGap));
  }
  const [planned = [], forecast = []] = gaps;
  const nation = model.places.find(({ parent }) => parent < 0)?.code ?? '';
  const before = request.book.cohorts.filter(isBefore).map(({ id }) => id);
  return ok({ ...compared({ planned, forecast, nation, baseMonth }), before });
}

/** The mean at stated values: one sample, no draws. */
const RUN = { mode: 'expected', seed: 1, samples: 1, timeLimitSeconds: 1, relativeGap: 0 } as const;
/** A twentieth of a post: less is not told. */
const LEAST_TOLD_FTE = 0.05;

type Passes = {
  readonly planned: readonly Series[];
  readonly forecast: readonly Series[];
  readonly nation: string;
  readonly baseMonth: Month;
};

function compared({ planned, forecast, nation, baseMonth }: Passes): Omit<CohortEffect, 'before'> {
  const [wished, expected] = [planned, forecast].map((list) => list.find(({ place }) => place === nation)?.mean);
  const points = Array.from(wished ?? [], (gap, step): GapPoint => ({
    month: baseMonth + step,
    plannedGapFte: gap,
    forecastGapFte: expected?.[step] ?? gap,
  }));
  const depth = ({ plannedGapFte, forecastGapFte }: GapPoint): number => plannedGapFte - forecastGapFte;
  const deepest = points.reduce<GapPoint | null>(
    (found, point) => (depth(point) > Math.max(LEAST_TOLD_FTE, found === null ? 0 : depth(found)) ? point : found),
    null,
  );
  const step = deepest === null ? 0 : deepest.month - baseMonth;
  const places = planned.flatMap(({ place, mean }) => {
    const other = forecast.find((each) => each.place === place);
    const differenceFte = (other?.mean[step] ?? 0) - (mean[step] ?? 0);
    return deepest !== null && Math.abs(differenceFte) >= LEAST_TOLD_FTE ? [{ place, differenceFte }] : [];
  });
  return { nation: points, worst: deepest?.month ?? null, places };
}

function isGap({ measure, family, role, band }: Series): boolean {
  return measure === 'gapFte' && family === '*' && role === '*' && band === '*';
}

function nobodyCompletes(channel: string) {
  return {
    code: 'out-of-range',
    message: `nobody completes channel '${channel}', so no cohort of it can bring anybody into post`,
    path: `channels.yaml ${channel}`,
    hint: 'Correct the completion of the channel in the register.',
  } as const;
}
