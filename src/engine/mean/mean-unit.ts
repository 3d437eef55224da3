// The mean recursion of one unit in one sample: stocks by row and age, month after month.
import { assert } from '#kernel';
import type { Model, Unit } from '../model/model.ts';
import { joinerPlanOf, type Steady } from './joiners.ts';
import type { Transitions } from './transitions.ts';
import type { MeanRun, RowSeries, Workspace } from './unit-run.ts';
import { closeYear, openYear } from './year.ts';

/** Runs every step in the order of docs/model/month.md: leavers, promotions and moves, reclassification, completions,
 *  joiners, and at every twelfth step ageing. Asserts in each row and step that closing = opening + in − out. */
export function runMean(model: Model, run: MeanRun, workspace: Workspace): RowSeries {
  const joiners = joinerPlanOf(model, run);
  const schedule = model.schedules[run.unit.schedule];
  assert(schedule !== undefined, `unit '${run.unit.code}' has a schedule.`);
  openYear(model, workspace, { headcount: run.unit.headcount, factor: joiners.stockLevel });
  record(model, run.unit, { workspace, step: 0 });
  for (let step = 1; step <= model.steps; step++) {
    const regime = schedule.regimeOfStep[step] ?? 0;
    advance(model, { workspace, transitions: run.transitions, regime, steady: joiners.steadyAt(step), step });
    joiners.addTo(workspace, step);
    workspace.swap();
    if (step % 12 === 0) {
      closeYear(model, workspace, { carry: run.transitions.carry, year: schedule.yearOf[step / 12 - 1] ?? 0 });
    }
    record(model, run.unit, { workspace, step });
  }
  return workspace.series;
}

type Month = {
  readonly workspace: Workspace;
  readonly transitions: Transitions;
  readonly regime: number;
  readonly steady: Steady;
  readonly step: number;
};

/** From the stock at the start of a month to those of it who are still here, each in the row where they are now, and
 *  those who join whoever is here. */
function advance(model: Model, month: Month): void {
  stayOn(model, month);
  moveOn(model, month);
}

function stayOn(model: Model, month: Month): void {
  const { now, next, balance, isActive, series, flows } = month.workspace;
  const { stay, leave } = month.transitions;
  const { cells, byRow } = month.steady;
  const { count } = model.rows;
  const groups = model.ages.groupCount;
  const width = model.steps + 1;
  const from = month.regime * count * groups;
  for (let row = 0; row < count; row++) {
    if (isActive[row] === 0) continue;
    let left = 0;
    for (let cell = row * groups; cell < (row + 1) * groups; cell++) {
      const people = now[cell] ?? 0;
      next[cell] = (stay[from + cell] ?? 0) * people + (cells[cell] ?? 0);
      left += (leave[from + cell] ?? 0) * people;
    }
    if (flows !== undefined) flows.leavers[row * width + month.step] = left;
    balance[row] = (series.headcount[row * width + month.step - 1] ?? 0) + (byRow[row] ?? 0) - left;
  }
}

function moveOn(model: Model, month: Month): void {
  const { now, next, balance, isActive } = month.workspace;
  const { flow } = month.transitions;
  const { edges } = model.rows;
  const groups = model.ages.groupCount;
  for (let edge = 0; edge < edges.count; edge++) {
    const from = edges.from[edge] ?? 0;
    const to = edges.to[edge] ?? 0;
    if (isActive[from] === 0) continue;
    const flowFrom = (month.regime * edges.count + edge) * groups;
    const here = from * groups;
    const there = to * groups;
    let moved = 0;
    for (let group = 0; group < groups; group++) {
      const people = (flow[flowFrom + group] ?? 0) * (now[here + group] ?? 0);
      next[there + group] = (next[there + group] ?? 0) + people;
      moved += people;
    }
    balance[from] = (balance[from] ?? 0) - moved;
    balance[to] = (balance[to] ?? 0) + moved;
  }
}

/** Writes down people and FTE by row. `balance` was kept from the flows and the sum is that of the stocks, grown older
 *  where it is time: a person counted twice or lost tells in the difference. */
function record(model: Model, unit: Unit, at: { readonly workspace: Workspace; readonly step: number }): void {
  const { now, balance, isActive, series } = at.workspace;
  const groups = model.ages.groupCount;
  const width = model.steps + 1;
  for (let row = 0; row < model.rows.count; row++) {
    if (isActive[row] === 0) continue;
    let headcount = 0;
    let fte = 0;
    for (let group = 0; group < groups; group++) {
      const people = now[row * groups + group] ?? 0;
      headcount += people;
      fte += people * (unit.ftePerHead[row * groups + group] ?? 0);
    }
    const difference = Math.abs(headcount - (balance[row] ?? 0));
    if (at.step > 0 && !(difference <= 1e-9 * (1 + headcount))) {
      assert(false, `row ${row} closes step ${at.step} at opening + in − out, not ${difference} people off.`);
    }
    series.headcount[row * width + at.step] = headcount;
    series.fte[row * width + at.step] = fte;
  }
}
