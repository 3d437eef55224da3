// Joiners of one unit in one sample: market recruitment, recoding, those who complete, and hires into funded posts.
import type { Cohort } from '../model/intake.ts';
import { memberOf, scalarOf, type SampleRow } from '../model/lever.ts';
import type { Model, ModelChannel } from '../model/model.ts';
import type { UnitRun, Workspace } from './unit-run.ts';

/** What joins, worked out once a sample. */
export type JoinerPlan = {
  readonly stockLevel: number;
  /** Joiners of a step who come whoever is here: of the market by trend, and recoded people. */
  readonly steadyAt: (step: number) => Steady;
  /** Adds those who complete, and hires into vacancies, to the end of a month. */
  readonly addTo: (workspace: Workspace, step: number) => void;
};

/** @source docs/model/joiners.md, eq. 1–5 */
export function joinerPlanOf(model: Model, run: UnitRun): JoinerPlan {
  const { levers, recruitment } = model;
  const { sample, intake } = run;
  const stockLevel = scalarOf(levers.stockLevel, sample, 0);
  const opening = openingGroupsOf(model, run, stockLevel);
  const market = marketJoinersOf(model, run, stockLevel);
  const completing = model.channels.map((channel) => completionOf(channel, sample));
  const steady = steadyJoiners(model, { opening, market });
  const steadyAt = (step: number): Steady => {
    const recoded = Math.max(0, scalarOf(levers.reclassificationYearly, sample, step)) / 12;
    const level = recruitment === 'trend' ? Math.max(0, scalarOf(levers.recruitmentLevel, sample, step)) : 0;
    return steady(level, recoded);
  };
  const addTo = (workspace: Workspace, step: number): void => {
    for (let index = intake.firstAt[step] ?? 0; index < (intake.firstAt[step + 1] ?? 0); index++) {
      const cohort = intake.cohorts[index];
      if (cohort !== undefined) addCohort(model, workspace, { cohort, completing });
    }
    if (recruitment === 'establishment') addHires(model, workspace, { run, step, stockLevel, market });
  };
  return { stockLevel, steadyAt, addTo };
}

/** Of one starter, how many come: of a baseline cohort, times the nation's starts in a year. */
export type Completing = { readonly perStart: number; readonly perBaseline: number };

export function completionOf(channel: ModelChannel, sample: SampleRow): Completing {
  const perStart = Math.min(Math.max(scalarOf(channel.completion, sample, 0), 0), 1);
  const baseline = channel.baselineStartsPerYear;
  const startsPerYear = baseline === null ? 0 : Math.max(0, scalarOf(baseline, sample, 0));
  return { perStart, perBaseline: perStart * startsPerYear };
}

/** Opening people, shape [row][group]. */
export function openingGroupsOf(model: Model, run: UnitRun, stockLevel: number): Float64Array {
  const { groupCount, groupOfAge, count } = model.ages;
  const cells = new Float64Array(model.rows.count * groupCount);
  for (const row of run.unit.stockedRows) {
    for (let age = 0; age < count; age++) {
      const cell = row * groupCount + (groupOfAge[age] ?? 0);
      cells[cell] = (cells[cell] ?? 0) + (run.unit.headcount[row * count + age] ?? 0) * stockLevel;
    }
  }
  return cells;
}

/** Market joiners of one month at a level of 1, shape [row][group]. */
export function marketJoinersOf(model: Model, run: UnitRun, stockLevel: number): Float64Array {
  const { groupCount, count } = model.ages;
  const cells = new Float64Array(model.rows.count * groupCount);
  for (const row of run.unit.stockedRows) {
    let people = 0;
    for (let age = 0; age < count; age++) people += run.unit.headcount[row * count + age] ?? 0;
    for (let group = 0; group < groupCount; group++) {
      const member = (model.rows.band[row] ?? 0) * groupCount + group;
      const perYear = memberOf(model.levers.recruitmentYearly, run.sample, { step: 1, member });
      cells[row * groupCount + group] = (people * stockLevel * perYear) / 12;
    }
  }
  return cells;
}

/** Joiners of a month that do not depend on who is here: shape [row][group], and their sum by row. */
export type Steady = { readonly cells: Float64Array; readonly byRow: Float64Array };

/** Market joiners at a level and recoded people at a share of the opening stock; worked out again only when these change. */
function steadyJoiners(
  model: Model,
  parts: { readonly opening: Float64Array; readonly market: Float64Array },
): (level: number, recoded: number) => Steady {
  const groups = model.ages.groupCount;
  const steady = { cells: new Float64Array(parts.market.length), byRow: new Float64Array(model.rows.count) };
  let known = { level: 0, recoded: 0 };
  return (level, recoded) => {
    if (known.level === level && known.recoded === recoded) return steady;
    known = { level, recoded };
    for (let row = 0; row < model.rows.count; row++) {
      let joined = 0;
      for (let cell = row * groups; cell < (row + 1) * groups; cell++) {
        const people = (parts.market[cell] ?? 0) * level + (parts.opening[cell] ?? 0) * recoded;
        steady.cells[cell] = people;
        joined += people;
      }
      steady.byRow[row] = joined;
    }
    return steady;
  };
}

function addCohort(
  model: Model,
  workspace: Workspace,
  add: { readonly cohort: Cohort; readonly completing: readonly Completing[] },
): void {
  const { cohort, completing } = add;
  const rates = completing[cohort.channel];
  const perStart = (cohort.isBaseline ? rates?.perBaseline : rates?.perStart) ?? 0;
  const people = cohort.people * perStart;
  const first = cohort.row * model.ages.groupCount;
  const { next, balance } = workspace;
  for (let group = 0; group < model.ages.groupCount; group++) {
    next[first + group] = (next[first + group] ?? 0) + people * (cohort.groupShares[group] ?? 0);
  }
  balance[cohort.row] = (balance[cohort.row] ?? 0) + people;
}

type Hiring = {
  readonly run: UnitRun;
  readonly step: number;
  readonly stockLevel: number;
  /** The age mix of those who are hired is that of market joiners. */
  readonly market: Float64Array;
};

/** Fills a share of each row's vacancies: never more than there are, whatever the sample says. */
function addHires(model: Model, workspace: Workspace, hiring: Hiring): void {
  const { unit, sample } = hiring.run;
  const { next, balance, flows } = workspace;
  const groups = model.ages.groupCount;
  const filledMonthly = Math.min(Math.max(scalarOf(model.levers.vacancyFilledMonthly, sample, hiring.step), 0), 1);
  for (const row of unit.stockedRows) {
    let fte = 0;
    let mix = 0;
    let mixFte = 0;
    for (let cell = row * groups; cell < (row + 1) * groups; cell++) {
      const perHead = unit.ftePerHead[cell] ?? 0;
      fte += (next[cell] ?? 0) * perHead;
      mix += hiring.market[cell] ?? 0;
      mixFte += (hiring.market[cell] ?? 0) * perHead;
    }
    const vacantFte = Math.max(0, fundedFte(model, hiring, row) - fte);
    if (vacantFte === 0 || mixFte === 0) continue;
    const perMix = (vacantFte * filledMonthly) / mixFte;
    for (let cell = row * groups; cell < (row + 1) * groups; cell++) {
      next[cell] = (next[cell] ?? 0) + (hiring.market[cell] ?? 0) * perMix;
    }
    balance[row] = (balance[row] ?? 0) + mix * perMix;
    if (flows !== undefined) flows.hires[row * (model.steps + 1) + hiring.step] = mix * perMix;
  }
}

/** Funded posts of a row in whole FTE. @source docs/model/joiners.md, eq. 4 */
export function fundedFte(model: Model, hiring: Pick<Hiring, 'run' | 'step' | 'stockLevel'>, row: number): number {
  const { unit, sample } = hiring.run;
  const vacant = vacantShare(model, sample);
  const level = scalarOf(model.levers.establishmentLevel, sample, hiring.step);
  return (level * (unit.openingFte[row] ?? 0) * hiring.stockLevel) / (1 - vacant);
}

/** Share of funded posts that is vacant at the base month, held below the whole. */
export function vacantShare(model: Model, sample: SampleRow): number {
  return Math.min(Math.max(scalarOf(model.levers.vacancyShare, sample, 0), 0), 0.95);
}
