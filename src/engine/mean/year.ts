// The year within the mean recursion: months run on age groups, and once a year everyone grows a year older.
import type { Model } from '../model/model.ts';
import type { Workspace } from './unit-run.ts';

/** Puts the opening stock in place. */
export function openYear(
  model: Model,
  workspace: Workspace,
  stock: { readonly headcount: Float64Array; readonly factor: number },
): void {
  const { ages, now, openingGroups } = workspace;
  const { count: width, groupCount, groupOfAge } = model.ages;
  now.fill(0);
  for (let cell = 0; cell < ages.length; cell++) {
    const people = (stock.headcount[cell] ?? 0) * stock.factor;
    const group = Math.floor(cell / width) * groupCount + (groupOfAge[cell % width] ?? 0);
    ages[cell] = people;
    now[group] = (now[group] ?? 0) + people;
  }
  openingGroups.set(now);
}

/** Carries single ages to the end of the year, adds those who joined in it, and makes everyone a year older. */
export function closeYear(model: Model, workspace: Workspace, at: YearEnd): void {
  carryOwn(model, workspace, at);
  carryOn(model, workspace, at);
  for (let row = 0; row < model.rows.count; row++) {
    if (workspace.isActive[row] === 1) growOlder(model, workspace, row);
  }
}

type YearEnd = { readonly carry: Float64Array; readonly year: number };

/** Those of each row who are in it at the end of the year too: the first route of each row leads to itself. */
function carryOwn(model: Model, workspace: Workspace, { carry, year }: YearEnd): void {
  const { routes, count } = model.rows;
  const { firstAge, groupCount, count: width } = model.ages;
  const { ages, agesNext, now, openingGroups, isActive } = workspace;
  for (let row = 0; row < count; row++) {
    if (isActive[row] === 0) continue;
    const shift = row * width;
    const carryAt = (year * routes.count + (routes.firstOf[row] ?? 0)) * groupCount;
    for (let group = 0; group < groupCount; group++) {
      const share = carry[carryAt + group] ?? 0;
      const cell = row * groupCount + group;
      // What is left in `now` when every route has been taken off are those who joined in the year.
      now[cell] = (now[cell] ?? 0) - share * (openingGroups[cell] ?? 0);
      const last = shift + (firstAge[group + 1] ?? 0);
      for (let age = shift + (firstAge[group] ?? 0); age < last; age++) agesNext[age] = share * (ages[age] ?? 0);
    }
  }
}

/** Those of each row who are in another at the end of the year. */
function carryOn(model: Model, workspace: Workspace, { carry, year }: YearEnd): void {
  const { routes } = model.rows;
  const { firstAge, groupCount, count: width } = model.ages;
  const { ages, agesNext, now, openingGroups, isActive } = workspace;
  for (let route = 0; route < routes.count; route++) {
    const origin = routes.origin[route] ?? 0;
    const target = routes.target[route] ?? 0;
    if (target === origin || isActive[origin] === 0) continue;
    const shift = origin * width;
    const move = (target - origin) * width;
    const carryAt = (year * routes.count + route) * groupCount;
    for (let group = 0; group < groupCount; group++) {
      const opening = openingGroups[origin * groupCount + group] ?? 0;
      if (opening === 0) continue;
      const share = carry[carryAt + group] ?? 0;
      const cell = target * groupCount + group;
      now[cell] = (now[cell] ?? 0) - share * opening;
      const last = shift + (firstAge[group + 1] ?? 0);
      for (let age = shift + (firstAge[group] ?? 0); age < last; age++) {
        agesNext[age + move] = (agesNext[age + move] ?? 0) + share * (ages[age] ?? 0);
      }
    }
  }
}

/** Spreads who joined over the years of their group, and moves everybody up by one; the last age is open. */
function growOlder(model: Model, workspace: Workspace, row: number): void {
  const { ages, agesNext, now, openingGroups } = workspace;
  const { firstAge, groupCount, yearsInGroup, count: width } = model.ages;
  const shift = row * width;
  let carried = 0;
  for (let group = 0; group < groupCount; group++) {
    const joined = (now[row * groupCount + group] ?? 0) / (yearsInGroup[group] ?? 1);
    const last = shift + (firstAge[group + 1] ?? 0);
    let sum = 0;
    for (let age = shift + (firstAge[group] ?? 0); age < last; age++) {
      const people = (agesNext[age] ?? 0) + joined;
      ages[age] = carried;
      sum += carried;
      carried = people;
    }
    now[row * groupCount + group] = sum;
  }
  const open = shift + width - 1;
  const oldest = row * groupCount + groupCount - 1;
  ages[open] = (ages[open] ?? 0) + carried;
  now[oldest] = (now[oldest] ?? 0) + carried;
  for (let cell = row * groupCount; cell <= oldest; cell++) openingGroups[cell] = now[cell] ?? 0;
}
