// Hires into funded posts, as whole people: one for a whole vacancy only, so that no establishment is overfilled.
import { fundedFte } from '../mean/joiners.ts';
import type { UnitRun } from '../mean/unit-run.ts';
import { scalarOf } from '../model/lever.ts';
import type { Model } from '../model/model.ts';
import { addPerson } from './crowd.ts';
import { crowdsOf, type DrawDesk } from './draw-desk.ts';
import { nextUnit } from './word-stream.ts';

/** Each vacancy of a whole person is filled with the monthly chance; whom it is filled with is drawn before it is seen
 *  whether their FTE fits, and who does not fit is not hired. @source docs/model/joiners.md, eq. 5 */
export function hireCrowd(
  model: Model,
  run: UnitRun,
  at: { readonly desk: DrawDesk; readonly step: number; readonly stockLevel: number },
): void {
  const { desk, step, stockLevel } = at;
  const [crowd] = desk.crowds.joined;
  const crowds = crowdsOf(desk);
  if (crowd === undefined) return;
  const filled = Math.min(Math.max(scalarOf(model.levers.vacancyFilledMonthly, run.sample, step), 0), 1);
  for (const row of run.unit.stockedRows) {
    let vacantFte = fundedFte(model, { run, step, stockLevel }, row);
    for (const each of crowds) vacantFte -= each.fte[row] ?? 0;
    const vacancies = Math.floor(vacantFte / meanFte(model, run, row));
    for (let left = vacancies; left > 0; left--) {
      if (nextUnit(desk.stream) >= filled) continue;
      const age = drawHireAge(model, row, nextUnit(desk.stream));
      const fte = run.unit.ftePerHead[row * model.ages.groupCount + (model.ages.groupOfAge[age] ?? 0)] ?? 0;
      if (fte > vacantFte) continue;
      addPerson(crowd, row, age);
      vacantFte -= fte;
    }
  }
}

/** FTE per head of the mix of those who are hired. */
function meanFte(model: Model, run: UnitRun, row: number): number {
  const { groupCount } = model.ages;
  let people = 0;
  let fte = 0;
  for (let group = 0; group < groupCount; group++) {
    const weight = hireWeight(model, row, group);
    people += weight;
    fte += weight * (run.unit.ftePerHead[row * groupCount + group] ?? 0);
  }
  return people > 0 && fte > 0 ? fte / people : Number.POSITIVE_INFINITY;
}

function drawHireAge(model: Model, row: number, uniform: number): number {
  const { count, groupCount, groupOfAge, yearsInGroup } = model.ages;
  let total = 0;
  for (let group = 0; group < groupCount; group++) total += hireWeight(model, row, group);
  let left = uniform * total;
  for (let age = 0; age < count; age++) {
    const group = groupOfAge[age] ?? 0;
    left -= hireWeight(model, row, group) / (yearsInGroup[group] ?? 1);
    if (left < 0) return age;
  }
  return count - 1;
}

/** The ages of those who are hired are those of market joiners. */
function hireWeight(model: Model, row: number, group: number): number {
  const member = (model.rows.band[row] ?? 0) * model.ages.groupCount + group;
  return Math.max(0, model.levers.recruitmentYearly.values[member] ?? 0);
}
