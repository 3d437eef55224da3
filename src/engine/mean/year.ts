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
  for (let cell = 0; cell < ages.length; cell++) ages[cell] = (stock.headcount[cell] ?? 0) * stock.factor;
  sumGroups(model, ages, now);
  openingGroups.set(now);
}

/** Carries single ages to the end of the year, adds those who joined in it, and makes everyone a year older. */
export function closeYear(
  model: Model,
  workspace: Workspace,
  at: { readonly carry: Float64Array; readonly year: number },
): void {
  const { routes, count } = model.rows;
  const { isActive, ages, agesNext, now, openingGroups } = workspace;
  const groups = model.ages.groupCount;
  const width = model.ages.count;
  agesNext.fill(0);
  const joined = now;
  for (let route = 0; route < routes.count; route++) {
    const origin = routes.origin[route] ?? 0;
    const target = routes.target[route] ?? 0;
    if (isActive[origin] === 0) continue;
    const carryAt = (at.year * routes.count + route) * groups;
    let age = 0;
    for (let group = 0; group < groups; group++) {
      const share = at.carry[carryAt + group] ?? 0;
      const last = age + (model.ages.yearsInGroup[group] ?? 0);
      for (; age < last; age++) {
        const cell = target * width + age;
        agesNext[cell] = (agesNext[cell] ?? 0) + share * (ages[origin * width + age] ?? 0);
      }
      const cell = target * groups + group;
      joined[cell] = (joined[cell] ?? 0) - share * (openingGroups[origin * groups + group] ?? 0);
    }
  }
  for (let row = 0; row < count; row++) {
    if (isActive[row] === 1) growOlder(model, workspace, row);
  }
  sumGroups(model, ages, now);
  openingGroups.set(now);
}

/** The last age is open: those in it stay in it. */
function growOlder(model: Model, workspace: Workspace, row: number): void {
  const { ages, agesNext, now } = workspace;
  const { groupOfAge, yearsInGroup, groupCount, count: width } = model.ages;
  const first = row * width;
  let carried = 0;
  for (let age = 0; age < width; age++) {
    const group = groupOfAge[age] ?? 0;
    const joined = (now[row * groupCount + group] ?? 0) / (yearsInGroup[group] ?? 1);
    const people = (agesNext[first + age] ?? 0) + joined;
    ages[first + age] = carried;
    carried = people;
  }
  ages[first + width - 1] = (ages[first + width - 1] ?? 0) + carried;
}

function sumGroups(model: Model, ages: Float64Array, groups: Float64Array): void {
  const { count: width, groupCount, groupOfAge } = model.ages;
  groups.fill(0);
  for (let row = 0; row < model.rows.count; row++) {
    for (let age = 0; age < width; age++) {
      const cell = row * groupCount + (groupOfAge[age] ?? 0);
      groups[cell] = (groups[cell] ?? 0) + (ages[row * width + age] ?? 0);
    }
  }
}
