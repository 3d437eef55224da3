// The full model with levers set: what a workbench's sums stand for, and what runs where they are not exact.
import { assert } from '#kernel';
import { splitSchedule } from '../model/schedule.ts';
import type { Lever, Model } from '../model/model.ts';
import { leftAfter } from './move-levers.ts';

/** By which share each changes, from the step after `fromStep` on; see `WorkbenchLever`. */
export type LeverChanges = {
  readonly fromStep: number;
  readonly recruitment: number;
  readonly retention: number;
  readonly demand: number;
  readonly productivity: number;
};

/** Starts are no part of it: they are asked for with a projection. */
export function leverModel(model: Model, changes: LeverChanges): Model {
  const { fromStep, retention, recruitment } = changes;
  const { levers } = model;
  return {
    ...model,
    schedules: retention === 0 ? model.schedules : model.schedules.map((each) => splitSchedule(each, fromStep)),
    levers: {
      ...levers,
      attritionLevel: changedFrom(model, levers.attritionLevel, { fromStep, times: 1 - retention }),
      recruitmentLevel: changedFrom(model, levers.recruitmentLevel, { fromStep, times: 1 + recruitment }),
    },
    demand: { ...model.demand, courses: changedCourses(model, changes) },
  };
}

function changedFrom(model: Model, lever: Lever, change: { readonly fromStep: number; readonly times: number }): Lever {
  if (change.times === 1) return lever;
  assert(lever.memberCount === 1, 'a level is one value.');
  const values = Float64Array.from({ length: model.steps + 1 }, (_, step) => {
    const value = lever.values[lever.isDated ? step : 0] ?? 0;
    return step > change.fromStep ? value * change.times : value;
  });
  return { ...lever, isDated: true, values };
}

function changedCourses(model: Model, { fromStep, demand, productivity }: LeverChanges): Model['demand']['courses'] {
  if (demand === 0 && productivity === 0) return model.demand.courses;
  return model.demand.courses.map((course) => ({
    ...course,
    share: course.share.map((share, step) => {
      const years = Math.max(0, step - fromStep) / 12;
      const level = course.isBeyondToday && years > 0 ? 1 + demand : 1;
      return share * level * leftAfter(productivity, years);
    }),
  }));
}
