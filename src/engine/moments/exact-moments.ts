// The exact mode's own figures at the central values: expected people by post, and how these scatter together.
import { assert } from '#kernel';
import { centralSample } from '#workforce';
import { chanceOf } from '../mean/chance.ts';
import { runMean } from '../mean/mean-unit.ts';
import { routeChancesOf } from '../mean/route-chances.ts';
import { yearlyTransitionsOf } from '../mean/transitions.ts';
import { workspaceOf } from '../mean/unit-run.ts';
import { intakeReader } from '../model/intake.ts';
import type { Model } from '../model/model.ts';

export type ExactTotal = {
  /** Expected people of the unit, shape [step]. */
  readonly mean: Float64Array;
  /** Variance of their number by persons' chance, shape [step]. */
  readonly variance: Float64Array;
};

/** People of one unit, in all posts: what the exact mode scatters around, and how far. Roles count as independent of each
 *  other, as they do there. */
export function exactTotal(model: Model, unitIndex: number): ExactTotal {
  const unit = model.units[unitIndex];
  const schedule = unit === undefined ? undefined : model.schedules[unit.schedule];
  assert(unit !== undefined && schedule !== undefined, `unit ${unitIndex} is in the model and has a schedule.`);
  const sample = { samples: centralSample(model.register), index: 0, width: model.register.length };
  const transitions = yearlyTransitionsOf(model, schedule, sample);
  const intake = intakeReader(model, [])(unitIndex);
  const { headcount } = runMean(model, { unit, intake, sample, transitions }, workspaceOf(model, unit, intake));
  const routes = routeChancesOf(model, schedule, transitions);
  const { factors, normals } = chanceOf(model, { unit, routes, mean: headcount });
  const width = model.steps + 1;
  const mean = new Float64Array(width);
  const variance = new Float64Array(width);
  for (let step = 0; step < width; step++) {
    for (let row = 0; row < model.rows.count; row++)
      mean[step] = (mean[step] ?? 0) + (headcount[row * width + step] ?? 0);
    for (const role of model.roles) {
      for (let normal = 0; normal < normals; normal++) {
        let factor = 0;
        for (let row = role.firstRow; row < role.firstRow + role.rowCount; row++) {
          factor += factors[(row * normals + normal) * width + step] ?? 0;
        }
        variance[step] = (variance[step] ?? 0) + factor * factor;
      }
    }
  }
  return { mean, variance };
}
