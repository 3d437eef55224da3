// What levers do, as fast as a hand moves them: sums of responses in every sample, and mean and interval of these.
import { assert, exp, log1p } from '#kernel';
import type { Estimates } from '../projection.ts';
import { meanByStep } from '../summary/mean-by-step.ts';
import { quantilesByStep } from '../summary/quantiles.ts';
import type { WorkbenchData } from './workbench-data.ts';

export type LeverSettings = {
  /** One number a lever, in the order of the data's levers; 0 leaves it alone. */
  readonly settings: readonly number[];
  /** The most that starts of channels may cost in a year; all are cut by the same share to keep it. Null for no limit. */
  readonly budgetGbpPerYear: number | null;
};

/** Each shape [place][month]. */
export type MovedMeasure = { readonly [estimate in keyof Estimates]: Float64Array };

export type Moved = {
  readonly fte: MovedMeasure;
  readonly demandFte: MovedMeasure;
  readonly gapFte: MovedMeasure;
  /** The gap less the gap with every lever at rest, sample by sample, so that the change has an interval of its own. */
  readonly changeFte: MovedMeasure;
  /** What the starts of channels cost in a year, after the budget has cut them. */
  readonly startsGbpPerYear: number;
  /** The share of the starts that the budget leaves: 1 where it cuts nothing. */
  readonly shareWithinBudget: number;
};

/** Expected people in every sample of the assumptions; persons' chance is left out.
 *  @source docs/model/workbench.md, eq. 1–4 */
export function moveLevers(data: WorkbenchData, { settings, budgetGbpPerYear }: LeverSettings): Moved {
  assert(
    settings.length === data.levers.length,
    `a workbench of ${data.levers.length} levers is given as many settings.`,
  );
  const wanted = startsCostGbp(data, settings);
  const isOver = budgetGbpPerYear !== null && wanted > budgetGbpPerYear;
  const shareWithinBudget = isOver ? budgetGbpPerYear / wanted : 1;
  const set = settings.map((setting, index) =>
    data.levers[index]?.kind === 'starts' ? setting * shareWithinBudget : setting,
  );
  const supply = supplyOf(data, set);
  const demand = demandOf(data, set);
  const gap = supply.map((fte, cell) => fte - (demand[cell] ?? 0));
  return {
    fte: measureOf(data, supply),
    demandFte: measureOf(data, demand),
    gapFte: measureOf(data, gap),
    changeFte: measureOf(data, changeOf(data, gap)),
    startsGbpPerYear: wanted * shareWithinBudget,
    shareWithinBudget,
  };
}

function changeOf(data: WorkbenchData, gap: Float64Array): Float64Array {
  const atRest = demandOf(
    data,
    data.levers.map(() => 0),
  );
  return gap.map((moved, cell) => moved - ((data.supplyFte[cell] ?? 0) - (atRest[cell] ?? 0)));
}

function startsCostGbp({ levers }: WorkbenchData, settings: readonly number[]): number {
  return levers.reduce(
    (sum, lever, index) => (lever.kind === 'starts' ? sum + lever.costGbpPerStart * (settings[index] ?? 0) : sum),
    0,
  );
}

function supplyOf(data: WorkbenchData, settings: readonly number[]): Float64Array {
  const supply = Float64Array.from(data.supplyFte);
  for (const { lever, power, fte } of data.terms) {
    const setting = settings[lever] ?? 0;
    if (setting === 0) continue;
    const times = power === 2 ? setting * setting : setting;
    for (let cell = 0; cell < supply.length; cell++) supply[cell] = (supply[cell] ?? 0) + times * (fte[cell] ?? 0);
  }
  return supply;
}

function demandOf(data: WorkbenchData, settings: readonly number[]): Float64Array {
  const settingOf = (kind: 'demand' | 'productivity'): number =>
    settings[data.levers.findIndex((lever) => lever.kind === kind)] ?? 0;
  const more = settingOf('demand');
  const saved = settingOf('productivity');
  const { months, fromMonth } = data;
  const years = months.map((month) => Math.max(0, month - fromMonth) / 12);
  const left = years.map((each) => leftAfter(saved, each));
  const level = years.map((each) => (each > 0 ? 1 + more : 1));
  const demand = new Float64Array(data.demandTodayFte.length);
  for (let cell = 0; cell < demand.length; cell++) {
    const month = cell % months.length;
    const beyond = (data.demandBeyondFte[cell] ?? 0) * (level[month] ?? 1);
    demand[cell] = ((data.demandTodayFte[cell] ?? 0) + beyond) * (left[month] ?? 1);
  }
  return demand;
}

/** What is left of the work where a share is saved each year. */
export function leftAfter(savedYearly: number, years: number): number {
  return savedYearly === 0 || years === 0 ? 1 : exp(log1p(-savedYearly) * years);
}

/** @param values shape [place][sample][month] */
function measureOf({ samples, months, places }: WorkbenchData, values: Float64Array): MovedMeasure {
  const width = months.length;
  const cells = places.length * width;
  const measure = {
    mean: new Float64Array(cells),
    p10: new Float64Array(cells),
    p50: new Float64Array(cells),
    p90: new Float64Array(cells),
  };
  places.forEach((_, place) => {
    const own = values.subarray(place * samples * width, (place + 1) * samples * width);
    const { p10, p50, p90 } = quantilesByStep(own, samples);
    measure.mean.set(meanByStep(own, samples), place * width);
    measure.p10.set(p10, place * width);
    measure.p50.set(p50, place * width);
    measure.p90.set(p90, place * width);
  });
  return measure;
}
