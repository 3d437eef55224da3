// Where the people of a month came from: those of the base month who are still here, and each way in since.
import { assert } from '#kernel';
import { centralSample } from '#workforce';
import { runMean } from '../mean/mean-unit.ts';
import { yearlyTransitionsOf } from '../mean/transitions.ts';
import { workspaceOf } from '../mean/unit-run.ts';
import { intakeReader, type Intake } from '../model/intake.ts';
import { certainLever } from '../model/lever.ts';
import type { Model } from '../model/model.ts';
import type { Slice, Start } from '../projection.ts';
import { isCountedAt, partOf } from './part-of.ts';
import { digitalShareOfRow, rowsOfSlice } from './slice-rows.ts';

/** A way in, and who is here because of it. */
export type SupplyOrigin = {
  readonly kind: 'opening' | 'recoding' | 'recruitment' | 'baseline' | 'plan';
  /** Channel id of a baseline or a plan; null for the others. */
  readonly channel: string | null;
  readonly headcount: number;
  /** Digital FTE. */
  readonly fte: number;
};

/** Each origin is what a run gains by letting one more way in open, in this order, at the stated values of the register;
 *  so they add up to the whole, hires into vacancies included.
 *  @param at the slice and step that are asked about, and the starts of the plan */
export function supplyOrigins(
  model: Model,
  at: { readonly slice: Slice; readonly step: number; readonly starts: readonly Start[] },
): readonly SupplyOrigin[] {
  const part = partOf(model, at.slice.place);
  const known = new Set(part.units.map(({ code }) => code));
  const starts = at.starts.filter(({ place }) => known.has(place));
  const origins: SupplyOrigin[] = [];
  let before = { headcount: 0, fte: 0 };
  for (const { kind, channel, model: opened, starts: letIn } of openings(part, starts)) {
    const now = peopleAt(opened, { ...at, starts: letIn });
    origins.push({ kind, channel, headcount: now.headcount - before.headcount, fte: now.fte - before.fte });
    before = now;
  }
  return origins.filter(({ kind, headcount, fte }) => kind === 'opening' || headcount !== 0 || fte !== 0);
}

type Opening = Pick<SupplyOrigin, 'kind' | 'channel'> & { readonly model: Model; readonly starts: readonly Start[] };

/** The model with its ways in opened one after the other. */
function openings(model: Model, starts: readonly Start[]): readonly Opening[] {
  const shut = {
    ...model,
    recruitment: 'trend' as const,
    levers: { ...model.levers, recruitmentLevel: certainLever(0, 1), reclassificationYearly: certainLever(0, 1) },
    channels: model.channels.map((channel) => ({ ...channel, baselineStartsPerYear: null })),
  };
  const recoded = { ...shut, levers: { ...shut.levers, reclassificationYearly: model.levers.reclassificationYearly } };
  const recruited = { ...recoded, recruitment: model.recruitment, levers: model.levers };
  const list: Opening[] = [
    { kind: 'opening', channel: null, model: shut, starts: [] },
    { kind: 'recoding', channel: null, model: recoded, starts: [] },
    { kind: 'recruitment', channel: null, model: recruited, starts: [] },
  ];
  let opened: Model = recruited;
  model.channels.forEach((channel, index) => {
    if (channel.baselineStartsPerYear === null) return;
    opened = { ...opened, channels: opened.channels.map((each, other) => (other === index ? channel : each)) };
    list.push({ kind: 'baseline', channel: channel.id, model: opened, starts: [] });
  });
  const used = [...new Set(starts.map(({ channel }) => channel))].toSorted();
  used.forEach((channel, index) => {
    const some = new Set(used.slice(0, index + 1));
    list.push({ kind: 'plan', channel, model: opened, starts: starts.filter((start) => some.has(start.channel)) });
  });
  return list;
}

type People = { readonly headcount: number; readonly fte: number };

function peopleAt(
  model: Model,
  at: { readonly slice: Slice; readonly step: number; readonly starts: readonly Start[] },
): People {
  const rows = rowsOfSlice(model, at.slice);
  const intakes = intakeReader(model, at.starts);
  const width = model.steps + 1;
  let headcount = 0;
  let fte = 0;
  for (const unit of model.units.keys()) {
    if (!isCountedAt(model, { unit, place: at.slice.place, step: at.step })) continue;
    const series = runCentral(model, { unit, intake: intakes(unit) });
    for (const row of rows) {
      headcount += series.headcount[row * width + at.step] ?? 0;
      fte += (series.fte[row * width + at.step] ?? 0) * digitalShareOfRow(model, row);
    }
  }
  return { headcount, fte };
}

function runCentral(model: Model, at: { readonly unit: number; readonly intake: Intake }): ReturnType<typeof runMean> {
  const unit = model.units[at.unit];
  const schedule = model.schedules[unit?.schedule ?? -1];
  assert(unit !== undefined && schedule !== undefined, `unit ${at.unit} is in the model and has a schedule.`);
  const sample = { samples: centralSample(model.register), index: 0, width: model.register.length };
  const run = { unit, intake: at.intake, sample, transitions: yearlyTransitionsOf(model, schedule, sample) };
  return runMean(model, run, workspaceOf(model, unit, at.intake));
}
