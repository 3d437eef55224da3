// The mean of one unit by row and single year of age, month by month, kept for the way back.
import { fundedFte, completionOf, joinerPlanOf, marketJoinersOf } from '../mean/joiners.ts';
import type { UnitRun } from '../mean/unit-run.ts';
import type { Cohort } from '../model/intake.ts';
import { scalarOf } from '../model/lever.ts';
import type { Model, Schedule } from '../model/model.ts';

export type PathRun = UnitRun & { readonly schedule: Schedule };

export type Path = {
  /** People at the end of each step, grown older where it is time; shape [step][row][age]. */
  readonly people: Float64Array;
  /** How many funded FTE of each row were vacant before hires, 0 where hires fill no establishment; [step][row]. */
  readonly vacantFte: Float64Array;
};

/** The same people as the mean recursion has: that one runs months on age groups and carries ages by the year, which is
 *  faster; here each month stands by itself, which is what derivatives need. @source docs/model/month.md */
export function pathOf(model: Model, run: PathRun, lastStep: number): Path {
  const cells = model.rows.count * model.ages.count;
  const path = {
    people: new Float64Array((lastStep + 1) * cells),
    vacantFte: new Float64Array((lastStep + 1) * model.rows.count),
  };
  const joiners = joinerPlanOf(model, run);
  const market = marketJoinersOf(model, run, joiners.stockLevel);
  run.unit.headcount.forEach((people, cell) => {
    path.people[cell] = people * joiners.stockLevel;
  });
  for (let step = 1; step <= lastStep; step++) {
    const before = path.people.subarray((step - 1) * cells, step * cells);
    const now = path.people.subarray(step * cells, (step + 1) * cells);
    movePeople(model, run, { before, now, step });
    spreadOver(model, joiners.steadyAt(step).cells, now);
    for (const cohort of cohortsAt(run, step)) addCohort(model, run, { cohort, now });
    if (model.recruitment === 'establishment') {
      const vacantFte = path.vacantFte.subarray(step * model.rows.count, (step + 1) * model.rows.count);
      hire(model, run, { now, step, stockLevel: joiners.stockLevel, market, vacantFte });
    }
    if (step % 12 === 0) growOlder(model, now);
  }
  return path;
}

/** Those who come in a step. */
export function cohortsAt({ intake }: Pick<PathRun, 'intake'>, step: number): readonly Cohort[] {
  return intake.cohorts.slice(intake.firstAt[step] ?? 0, intake.firstAt[step + 1] ?? 0);
}

/** Funded FTE that one more of the market's mix brings, and the share of vacancies filled, in a row and step. */
export function mixFteOf(model: Model, run: PathRun, at: { readonly market: Float64Array; readonly row: number }) {
  const groups = model.ages.groupCount;
  let fte = 0;
  for (let cell = at.row * groups; cell < (at.row + 1) * groups; cell++) {
    fte += (at.market[cell] ?? 0) * (run.unit.ftePerHead[cell] ?? 0);
  }
  return fte;
}

/** Share of vacancies that is filled in a month, never more than all. */
export function filledShare(model: Model, run: PathRun, step: number): number {
  return Math.min(Math.max(scalarOf(model.levers.vacancyFilledMonthly, run.sample, step), 0), 1);
}

type PathStep = { readonly before: Float64Array; readonly now: Float64Array; readonly step: number };

function movePeople(model: Model, run: PathRun, { before, now, step }: PathStep): void {
  const { rows, ages } = model;
  const regime = run.schedule.regimeOfStep[step] ?? 0;
  const { stay, flow } = run.transitions;
  const stayFrom = regime * rows.count * ages.groupCount;
  for (let row = 0; row < rows.count; row++) {
    for (let age = 0; age < ages.count; age++) {
      const cell = row * ages.count + age;
      now[cell] = (stay[stayFrom + row * ages.groupCount + (ages.groupOfAge[age] ?? 0)] ?? 0) * (before[cell] ?? 0);
    }
  }
  const flowFrom = regime * rows.edges.count * ages.groupCount;
  for (let edge = 0; edge < rows.edges.count; edge++) {
    const here = (rows.edges.from[edge] ?? 0) * ages.count;
    const there = (rows.edges.to[edge] ?? 0) * ages.count;
    for (let age = 0; age < ages.count; age++) {
      const share = flow[flowFrom + edge * ages.groupCount + (ages.groupOfAge[age] ?? 0)] ?? 0;
      now[there + age] = (now[there + age] ?? 0) + share * (before[here + age] ?? 0);
    }
  }
}

/** Spreads those who join evenly over the years of their group. @param cells shape [row][group] */
function spreadOver(model: Model, cells: Float64Array, now: Float64Array): void {
  const { count, groupCount, groupOfAge, yearsInGroup } = model.ages;
  for (let cell = 0; cell < now.length; cell++) {
    const group = groupOfAge[cell % count] ?? 0;
    const joined = cells[Math.floor(cell / count) * groupCount + group] ?? 0;
    now[cell] = (now[cell] ?? 0) + joined / (yearsInGroup[group] ?? 1);
  }
}

function addCohort(model: Model, run: PathRun, add: { readonly cohort: Cohort; readonly now: Float64Array }): void {
  const { cohort, now } = add;
  const { count, groupOfAge, yearsInGroup } = model.ages;
  const channel = model.channels[cohort.channel];
  if (channel === undefined) return;
  const { perStart, perBaseline } = completionOf(channel, run.sample);
  const people = cohort.people * (cohort.isBaseline ? perBaseline : perStart);
  for (let age = 0; age < count; age++) {
    const group = groupOfAge[age] ?? 0;
    const cell = cohort.row * count + age;
    now[cell] = (now[cell] ?? 0) + (people * (cohort.groupShares[group] ?? 0)) / (yearsInGroup[group] ?? 1);
  }
}

type Hiring = {
  readonly now: Float64Array;
  readonly step: number;
  readonly stockLevel: number;
  readonly market: Float64Array;
  readonly vacantFte: Float64Array;
};

/** @source docs/model/joiners.md, eq. 4–5 */
function hire(model: Model, run: PathRun, { now, step, stockLevel, market, vacantFte }: Hiring): void {
  const { count, groupCount, groupOfAge, yearsInGroup } = model.ages;
  const filled = filledShare(model, run, step);
  for (const row of run.unit.stockedRows) {
    let fte = 0;
    for (let age = 0; age < count; age++) {
      fte += (now[row * count + age] ?? 0) * (run.unit.ftePerHead[row * groupCount + (groupOfAge[age] ?? 0)] ?? 0);
    }
    const vacant = Math.max(0, fundedFte(model, { run, step, stockLevel }, row) - fte);
    const mixFte = mixFteOf(model, run, { market, row });
    if (vacant === 0 || mixFte === 0) continue;
    vacantFte[row] = vacant;
    for (let age = 0; age < count; age++) {
      const group = groupOfAge[age] ?? 0;
      const joined = ((market[row * groupCount + group] ?? 0) * vacant * filled) / mixFte;
      now[row * count + age] = (now[row * count + age] ?? 0) + joined / (yearsInGroup[group] ?? 1);
    }
  }
}

function growOlder(model: Model, now: Float64Array): void {
  const { count } = model.ages;
  for (let first = 0; first < now.length; first += count) {
    const oldest = now[first + count - 1] ?? 0;
    now.copyWithin(first + 1, first, first + count - 1);
    now[first] = 0;
    now[first + count - 1] = (now[first + count - 1] ?? 0) + oldest;
  }
}
