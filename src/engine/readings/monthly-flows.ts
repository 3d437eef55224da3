// People who came and went month by month in a slice, on the central course: what evidence is held against.
import { assert } from '#kernel';
import { centralSample } from '#workforce';
import { completionOf, marketJoinersOf } from '../mean/joiners.ts';
import { runMean } from '../mean/mean-unit.ts';
import { yearlyTransitionsOf } from '../mean/transitions.ts';
import { workspaceOf, type MeanRun } from '../mean/unit-run.ts';
import { intakeReader, type Intake } from '../model/intake.ts';
import { scalarOf } from '../model/lever.ts';
import type { Model } from '../model/model.ts';
import type { Slice, Start } from '../projection.ts';
import { isCountedAt, partOf } from './part-of.ts';
import { rowsOfSlice } from './slice-rows.ts';

/** Each of shape [step]; step 0 is the base month and has no flows. Closing people less opening, less those who came,
 *  plus leavers, is what recoding and moves between roles bring. */
export type MonthlyFlows = {
  readonly headcount: Float64Array;
  readonly leavers: Float64Array;
  /** Of the market, by trend or into vacancies. */
  readonly joiners: Float64Array;
  /** Out of channels, baseline and plan. */
  readonly completers: Float64Array;
};

/** @param starts of the plan; those elsewhere are left out */
export function monthlyFlows(model: Model, slice: Slice, starts: readonly Start[]): MonthlyFlows {
  const part = partOf(model, slice.place);
  const known = new Set(part.units.map(({ code }) => code));
  const intakes = intakeReader(
    part,
    starts.filter(({ place }) => known.has(place)),
  );
  const rows = rowsOfSlice(part, slice);
  const width = part.steps + 1;
  const sums = {
    headcount: new Float64Array(width),
    leavers: new Float64Array(width),
    joiners: new Float64Array(width),
    completers: new Float64Array(width),
  };
  for (const unit of part.units.keys()) {
    const own = unitFlows(part, { unit, intake: intakes(unit) });
    for (let step = 0; step < width; step++) {
      if (!isCountedAt(part, { unit, place: slice.place, step })) continue;
      for (const row of rows) {
        const cell = row * width + step;
        for (const flow of ['headcount', 'leavers', 'joiners', 'completers'] as const) {
          sums[flow][step] = (sums[flow][step] ?? 0) + (own[flow][cell] ?? 0);
        }
      }
    }
  }
  return sums;
}

/** The same of one unit, each of shape [row][step]. */
function unitFlows(model: Model, at: { readonly unit: number; readonly intake: Intake }): MonthlyFlows {
  const unit = model.units[at.unit];
  const schedule = model.schedules[unit?.schedule ?? -1];
  assert(unit !== undefined && schedule !== undefined, `unit ${at.unit} is in the model and has a schedule.`);
  const sample = { samples: centralSample(model.register), index: 0, width: model.register.length };
  const run = { unit, intake: at.intake, sample, transitions: yearlyTransitionsOf(model, schedule, sample) };
  const cells = model.rows.count * (model.steps + 1);
  const flows = { leavers: new Float64Array(cells), hires: new Float64Array(cells) };
  const workspace = workspaceOf(model, unit, at.intake);
  workspace.flows = flows;
  const { headcount } = runMean(model, run, workspace);
  const joiners = flows.hires;
  if (model.recruitment === 'trend') addMarket(model, run, joiners);
  return { headcount, leavers: flows.leavers, joiners, completers: completersOf(model, run) };
}

function addMarket(model: Model, run: MeanRun, joiners: Float64Array): void {
  const { levers, ages } = model;
  const market = marketJoinersOf(model, run, scalarOf(levers.stockLevel, run.sample, 0));
  for (let step = 1; step <= model.steps; step++) {
    const level = Math.max(0, scalarOf(levers.recruitmentLevel, run.sample, step));
    for (let row = 0; row < model.rows.count; row++) {
      const cell = row * (model.steps + 1) + step;
      for (let group = 0; group < ages.groupCount; group++) {
        joiners[cell] = (joiners[cell] ?? 0) + level * (market[row * ages.groupCount + group] ?? 0);
      }
    }
  }
}

function completersOf(model: Model, { intake, sample }: MeanRun): Float64Array {
  const completing = model.channels.map((channel) => completionOf(channel, sample));
  const completers = new Float64Array(model.rows.count * (model.steps + 1));
  for (const { channel, isBaseline, people, row, arrivalStep } of intake.cohorts) {
    if (arrivalStep > model.steps) continue;
    const rates = completing[channel];
    const cell = row * (model.steps + 1) + arrivalStep;
    const perStart = (isBaseline ? rates?.perBaseline : rates?.perStart) ?? 0;
    completers[cell] = (completers[cell] ?? 0) + people * perStart;
  }
  return completers;
}
