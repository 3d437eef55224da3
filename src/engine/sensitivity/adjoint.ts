// Adjoint slopes: how supply and demand at one step change with every assumption, from one run forward and one back.
import { assert } from '#kernel';
import { centralSample } from '#workforce';
import { transitionsOf } from '../mean/transitions.ts';
import { intakeReader } from '../model/intake.ts';
import type { Model } from '../model/model.ts';
import { digitalShareOfRow } from '../readings/slice-rows.ts';
import { addDemandSlopes } from './demand-slopes.ts';
import { joinerSlopes } from './joiner-slopes.ts';
import { pathOf, type Path, type PathRun } from './path-of-people.ts';
import { addRateSlopes, type ShareWorth } from './rate-slopes.ts';
import { addSlope, type Slopes } from './slopes.ts';
import { valueOfPeople } from './value-of-people.ts';

/** All at the central values of the register, and over all units of the model. */
export type Adjoint = {
  readonly supplyFte: number;
  /** Change of supply for one unit of each assumption's sample, shape [assumption]. */
  readonly supplySlopes: Slopes;
  readonly demandSlopes: Slopes;
};

/** @param step the step at which supply and demand are read @source docs/model/sensitivity.md, eq. 2–8 */
export function adjointOf(model: Model, step: number): Adjoint {
  const sample = { samples: centralSample(model.register), index: 0, width: model.register.length };
  const supplySlopes = new Float64Array(model.register.length);
  const demandSlopes = new Float64Array(model.register.length);
  const intakes = intakeReader(model, []);
  let supplyFte = 0;
  model.units.forEach((unit, index) => {
    const schedule = model.schedules[unit.schedule];
    assert(schedule !== undefined, `unit '${unit.code}' has a schedule.`);
    const transitions = transitionsOf(model, schedule, sample);
    const run = { unit, intake: intakes(index), sample, transitions, schedule };
    supplyFte += addSupplySlopes(model, supplySlopes, { run, step });
  });
  addDemandSlopes(model, demandSlopes, { sample, step });
  return { supplyFte, supplySlopes, demandSlopes };
}

type UnitSlopes = { readonly run: PathRun; readonly step: number };

/** @returns the unit's digital supply */
function addSupplySlopes(model: Model, slopes: Slopes, { run, step }: UnitSlopes): number {
  const { rows, ages, levers } = model;
  const path = pathOf(model, run, step);
  const weight = run.unit.ftePerHead.map((fte, cell) => {
    return fte * digitalShareOfRow(model, Math.floor(cell / ages.groupCount));
  });
  const worths = run.schedule.regimes.map((): ShareWorth => ({
    stay: new Float64Array(rows.count * ages.groupCount),
    flow: new Float64Array(rows.edges.count * ages.groupCount),
  }));
  const addJoiners = joinerSlopes(model, slopes, { run, path });
  const opening = valueOfPeople(model, { ...run, lastStep: step, weight }, (visit) => {
    addJoiners(visit);
    const worth = worths[run.schedule.regimeOfStep[visit.step] ?? 0];
    if (worth !== undefined) addShareWorth(model, worth, { path, ...visit });
  });
  worths.forEach((worth, index) => {
    const regime = run.schedule.regimes[index];
    if (regime !== undefined) addRateSlopes(model, slopes, { regime, sample: run.sample, worth });
  });
  let atOne = 0;
  run.unit.headcount.forEach((people, cell) => {
    atOne += people * (opening[cell] ?? 0);
  });
  addSlope(slopes, levers.stockLevel, { gradient: atOne, at: { step: 0, member: 0 } });
  return digitalFteOf(model, path, { weight, step });
}

/** Adds what one unit more of each share is worth in a step: so many people, each worth so much where they go. */
function addShareWorth(
  model: Model,
  worth: ShareWorth,
  at: { readonly path: Path; readonly step: number; readonly value: Float64Array },
): void {
  const { rows, ages } = model;
  const { count, groupCount, groupOfAge } = ages;
  const { value } = at;
  const cells = rows.count * count;
  const people = at.path.people.subarray((at.step - 1) * cells, at.step * cells);
  for (let cell = 0; cell < cells; cell++) {
    const group = Math.floor(cell / count) * groupCount + (groupOfAge[cell % count] ?? 0);
    worth.stay[group] = (worth.stay[group] ?? 0) + (people[cell] ?? 0) * (value[cell] ?? 0);
  }
  for (let edge = 0; edge < rows.edges.count; edge++) {
    const here = (rows.edges.from[edge] ?? 0) * count;
    const there = (rows.edges.to[edge] ?? 0) * count;
    for (let age = 0; age < count; age++) {
      const cell = edge * groupCount + (groupOfAge[age] ?? 0);
      worth.flow[cell] = (worth.flow[cell] ?? 0) + (people[here + age] ?? 0) * (value[there + age] ?? 0);
    }
  }
}

function digitalFteOf(model: Model, path: Path, at: { readonly weight: Float64Array; readonly step: number }): number {
  const { count, groupCount, groupOfAge } = model.ages;
  const cells = model.rows.count * count;
  let fte = 0;
  for (let cell = 0; cell < cells; cell++) {
    const weight = at.weight[Math.floor(cell / count) * groupCount + (groupOfAge[cell % count] ?? 0)] ?? 0;
    fte += (path.people[at.step * cells + cell] ?? 0) * weight;
  }
  return fte;
}
