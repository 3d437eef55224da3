// Forecast against actual: what the model said of the months that evidence tells of, and by what each place missed it.
import { missOf, monthOf, type EvidenceRecord, type EvidenceRow, type Miss, type MonthCount } from '#delivery';
import { monthlyFlows, type MonthlyFlows, type Projection, type Start } from '#engine';
import { formatMonth, groupBy, ok, type Month, type Result } from '#kernel';
import { centralSample } from '#workforce';
import type { PreparedRun } from '../plan/plan-workforce.ts';
import type { DeliveryWorld } from './slipped-gap.ts';

/** One month of one place and family with what was forecast of it. */
export type ComparedMonth = {
  readonly place: string;
  readonly family: string;
  readonly month: Month;
  readonly forecast: MonthCount;
  readonly actual: MonthCount;
};

export type PlaceMiss = Miss & {
  readonly place: string;
  readonly family: string;
  /** YYYY-MM, both included. */
  readonly from: string;
  readonly until: string;
};

/** Evidence that was verified, of months after the base month, beside the central course of the model with its starts. */
export async function comparedMonths(
  run: PreparedRun,
  given: { readonly evidence: readonly EvidenceRecord[]; readonly starts: readonly Start[] },
  { simulator, control }: DeliveryWorld,
): Promise<Result<readonly ComparedMonth[]>> {
  const { baseMonth } = run.model;
  const samples = centralSample(run.register);
  const request = { mode: 'expected', seed: run.options.seed, samples, starts: given.starts } as const;
  const projected = await simulator.project(run.model, request, control);
  if (!projected.ok) return projected;
  const flowsOf = flowReader(run, given.starts);
  const demandOf = demandReader(projected.value);
  const counted = given.evidence.filter(({ state }) => state === 'verified');
  const compared = counted.flatMap(({ place, month, rows }) =>
    rows.flatMap((row): readonly ComparedMonth[] => {
      const step = monthOf(month) - baseMonth;
      if (step < 1 || step > run.model.steps) return [];
      const forecast = forecastAt(flowsOf(place, row.family), step, demandOf(place, row.family, step));
      return [{ place, family: row.family, month: monthOf(month), forecast, actual: actualOf(row, forecast) }];
    }),
  );
  return ok(compared.toSorted((one, other) => one.month - other.month));
}

/** One miss for each place and family, over the unbroken run of months that ends with the last one told of. */
export function missesOf(compared: readonly ComparedMonth[]): readonly PlaceMiss[] {
  return [...groupBy(compared, ({ place, family }) => `${place}\n${family}`).values()].map((all) => {
    const months = unbroken(all);
    const [first, last] = [months[0], months.at(-1)];
    return {
      place: first?.place ?? '',
      family: first?.family ?? '',
      from: formatMonth(first?.month ?? 0),
      until: formatMonth(last?.month ?? 0),
      ...missOf(months),
    };
  });
}

function unbroken(months: readonly ComparedMonth[]): readonly ComparedMonth[] {
  const broken = months.findLastIndex((each, index) => index > 0 && each.month !== (months[index - 1]?.month ?? 0) + 1);
  return months.slice(Math.max(0, broken));
}

function actualOf(row: EvidenceRow, forecast: MonthCount): MonthCount {
  return {
    opening: row.openingPeople,
    closing: row.closingPeople,
    joiners: row.joiners,
    leavers: row.leavers,
    completers: row.completers,
    demand: row.demandPeople ?? forecast.demand,
  };
}

function forecastAt(flows: MonthlyFlows, step: number, demand: number): MonthCount {
  return {
    opening: flows.headcount[step - 1] ?? 0,
    closing: flows.headcount[step] ?? 0,
    joiners: flows.joiners[step] ?? 0,
    leavers: flows.leavers[step] ?? 0,
    completers: flows.completers[step] ?? 0,
    demand,
  };
}

function flowReader(run: PreparedRun, starts: readonly Start[]): (place: string, family: string) => MonthlyFlows {
  const known = new Map<string, MonthlyFlows>();
  return (place, family) => {
    const key = `${place}\n${family}`;
    const flows = known.get(key) ?? monthlyFlows(run.model, { place, family, role: '*', band: '*' }, starts);
    known.set(key, flows);
    return flows;
  };
}

function demandReader({ series }: Projection): (place: string, family: string, step: number) => number {
  return (place, family, step) =>
    series.find(
      (row) =>
        row.measure === 'demandFte' &&
        row.place === place &&
        row.family === family &&
        row.role === '*' &&
        row.band === '*',
    )?.mean[step] ?? 0;
}
