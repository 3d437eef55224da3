// A plan problem written out as a programme: a column for each start and each shortage, a row for each limit.
import { assertPlanProblem } from './assert-problem.ts';
import { CompressedEntries } from './compressed-entries.ts';
import { writeBreaches, writeExcesses, writeOpenings } from './formulate-rules.ts';
import type { Draft } from './formulate-rules.ts';
import { writeCohorts, writeFirstStarts } from './formulate-choices.ts';
import { nameOfLimit, valueOfLimit } from './plan-limit.ts';
import type { PlanLimit } from './plan-limit.ts';
import { forEachHelp } from './help-of-start.ts';
import { itemAt, needOffset, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { LinearProgramme, Row } from './programme.ts';
import { RowRegister } from './row-register.ts';
import { stepsAt } from './shortage-steps.ts';
import { startColumns } from './start-columns.ts';
import type { StartColumn } from './start-columns.ts';

/** The programme, and what its columns and rows stand for. Columns are the starts, then the shortage of each row of kind
 *  `shortage`, in the order of those rows: one column each, or one for each of its steps; then what goes beyond caps and
 *  floors, openings and cohorts. */
export type PlanProgramme = {
  readonly programme: LinearProgramme;
  readonly starts: readonly StartColumn[];
  readonly limits: readonly PlanLimit[];
};

/** Minimise Σ starts × (cost + pay) + Σ shortage × price × years + openings + what going beyond caps and floors costs,
 *  subject to shortage + Σ response × starts ≥ need for each place, role and period in which there is a need;
 *  Σ starts ≤ capacity for each channel and year, in the nation and in each place;
 *  Σ starts × cost ≤ budget for each tier and year; and the problem's caps, floors and openings.
 *  People, openings and cohorts may come in fractions. @source docs/model/optimiser.md */
export function formulate(problem: PlanProblem): PlanProgramme {
  return finish(problem, draft(problem));
}

/** The same in whole people: openings happen or not, and a cohort is none or no smaller than its channel asks. */
export function formulateWhole(problem: PlanProblem): PlanProgramme {
  const drafted = draft(problem);
  writeCohorts(problem, drafted);
  writeFirstStarts(problem, drafted);
  const columns = drafted.columns.map((column, index) => ({
    ...column,
    isInteger: index < drafted.starts.length || drafted.choices.has(index),
  }));
  return finish(problem, { ...drafted, columns });
}

function draft(problem: PlanProblem): Draft {
  assertPlanProblem(problem);
  const starts = startColumns(problem);
  const drafted: Draft = {
    starts,
    columns: [],
    choices: new Set(),
    openings: new Map(),
    rows: new RowRegister(problem),
    entries: new CompressedEntries(),
  };
  for (const start of starts) writeStart(problem, drafted, start);
  writeShortages(problem, drafted);
  writeBreaches(problem, drafted);
  writeExcesses(problem, drafted);
  writeOpenings(problem, drafted);
  return drafted;
}

function finish(problem: PlanProblem, { starts, columns, rows, entries }: Draft): PlanProgramme {
  const bounded = rows.limits.map((limit) => boundedRow(problem, limit));
  return { programme: { columns, rows: bounded, ...entries.compressed() }, starts, limits: rows.limits };
}

function boundedRow(problem: PlanProblem, limit: PlanLimit): Row {
  const value = valueOfLimit(problem, limit);
  const name = nameOfLimit(problem, limit);
  if (limit.kind === 'shortage') return { name, lower: value, upper: Infinity };
  // Where a channel costs to open, its room in a place comes from the columns of its openings.
  const isBought = limit.kind === 'place-capacity' && itemAt(problem.channels, limit.channel).opening !== undefined;
  return { name, lower: -Infinity, upper: isBought ? 0 : value };
}

/** Writes a start with what it gives in each period in which a place it serves needs its role, and what it takes. */
function writeStart(problem: PlanProblem, { columns, rows, entries }: Draft, start: StartColumn): void {
  columns.push({
    name: nameOfStart(problem, start),
    cost: start.costGbp,
    lower: 0,
    upper: Infinity,
    isInteger: false,
  });
  forEachHelp(problem, start, (need, fte) => {
    const row = itemAt(rows.shortages, need);
    if (row >= 0 && fte > 0) entries.push(row, fte);
  });
  rows.table.forEachUse(start, (limit, amount) => entries.push(rows.rowOf(limit), amount));
  entries.closeColumn();
}

function nameOfStart(problem: PlanProblem, start: StartColumn): string {
  const option = itemAt(problem.options, start.option);
  const channel = itemAt(problem.channels, option.channel).id;
  const post = `${itemAt(problem.roles, option.role)}:${option.band}`;
  return `start:${itemAt(problem.places, start.place)}:${channel}:${post}:${itemAt(problem.startMonths, start.start)}`;
}

function writeShortages(problem: PlanProblem, { columns, rows, entries }: Draft): void {
  const { periods, shortagePriceGbpPerFteYear } = problem;
  rows.limits.forEach((limit, row) => {
    if (limit.kind !== 'shortage') return;
    const cost = shortagePriceGbpPerFteYear * yearsOfPeriod(itemAt(periods, limit.period));
    const name = `short:${nameOfLimit(problem, limit)}`;
    const floor = rows.floorRowOf(limit.place * periods.length + limit.period);
    for (const { fte, share } of stepsAt(problem, needOffset(problem, limit) + limit.period)) {
      columns.push({ name, cost: cost * share, lower: 0, upper: fte, isInteger: false });
      entries.push(row, 1);
      if (floor !== undefined) entries.push(floor, 1);
      entries.closeColumn();
    }
  });
}
