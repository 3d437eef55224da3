// What a run of one unit is given, works in and gives back.
import type { Intake } from '../model/intake.ts';
import type { SampleRow } from '../model/lever.ts';
import { reachableFrom } from '../model/row-table.ts';
import type { Model, Unit } from '../model/model.ts';
import type { Transitions, YearlyTransitions } from './transitions.ts';

export type UnitRun = {
  readonly unit: Unit;
  readonly intake: Intake;
  readonly sample: SampleRow;
  readonly transitions: Transitions;
};

/** A run of the mean recursion, which goes by months and by years. */
export type MeanRun = UnitRun & { readonly transitions: YearlyTransitions };

/** People and whole FTE of their posts, shape [row][step]; rows that nobody can reach stay 0. */
export type RowSeries = { readonly headcount: Float64Array; readonly fte: Float64Array };

/** What one unit needs to run, used again for every sample. Within a year all ages of a group are treated alike, and
 *  those who join are spread evenly over its years: so months need groups only, and years carry the single ages on. */
export type Workspace = {
  /** People at the start of the month, then, after `swap`, at its end; shape [row][group]. */
  now: Float64Array;
  next: Float64Array;
  readonly swap: () => void;
  /** Where each row must close, kept from the flows; shape [row]. */
  readonly balance: Float64Array;
  /** 1 where a row can have people. */
  readonly isActive: Uint8Array;
  /** People at the start of the year, shape [row][age] and [row][group]. */
  readonly ages: Float64Array;
  readonly agesNext: Float64Array;
  readonly openingGroups: Float64Array;
  readonly series: RowSeries;
  /** Written where somebody asks for the flows of each month. */
  flows?: RowFlows;
};

/** People who left and who were hired into vacancies in the month up to each step, shape [row][step]. */
export type RowFlows = { readonly leavers: Float64Array; readonly hires: Float64Array };

export function workspaceOf(model: Model, unit: Unit, intake: Intake): Workspace {
  const { rows, ages } = model;
  const cells = rows.count * ages.groupCount;
  const workspace: Workspace = {
    now: new Float64Array(cells),
    next: new Float64Array(cells),
    swap: () => {
      [workspace.now, workspace.next] = [workspace.next, workspace.now];
    },
    balance: new Float64Array(rows.count),
    isActive: activeRows(model, unit, intake),
    ages: new Float64Array(rows.count * ages.count),
    agesNext: new Float64Array(rows.count * ages.count),
    openingGroups: new Float64Array(cells),
    series: {
      headcount: new Float64Array(rows.count * (model.steps + 1)),
      fte: new Float64Array(rows.count * (model.steps + 1)),
    },
  };
  return workspace;
}

/** Rows with people at the start or with an intake, and whatever these lead to. */
function activeRows(model: Model, unit: Unit, intake: Intake): Uint8Array {
  const isActive = new Uint8Array(model.rows.count);
  for (const row of new Set([...unit.stockedRows, ...intake.cohorts.map((cohort) => cohort.row)])) {
    for (const reached of reachableFrom(model.rows.edges, row)) isActive[reached] = 1;
  }
  return isActive;
}
