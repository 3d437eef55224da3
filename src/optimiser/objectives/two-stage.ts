// The value of flexibility: what it is worth to decide later starts only when it is known which future came.
import { fail, ok } from '#kernel';
import type { Problem, Result } from '#kernel';
import { CompressedEntries } from '../compressed-entries.ts';
import { formulate } from '../formulate.ts';
import type { PlanProgramme } from '../formulate.ts';
import type { SolvePart } from '../solve-part.ts';
import { itemAt } from '../plan-problem.ts';
import type { PlanProblem } from '../plan-problem.ts';
import type { Column, LinearProgramme, Row, Solution } from '../programme.ts';
import { forEachEntry } from './extended-programme.ts';
import { bundleFutures } from './bundle-futures.ts';
import { weighFutures } from './risk-steps.ts';
import type { NeedSamples } from './risk-steps.ts';

/** What comes of deciding everything now, and of deciding what starts from a month on when the future is known. */
export type Flexibility = {
  /** Month after the base month from which starts may wait. */
  readonly fromMonth: number;
  readonly futures: number;
  /** Mean cost over all futures, shortage included, with every start decided now. */
  readonly fixedGbp: number;
  /** The same with later starts chosen for each future; never more. */
  readonly flexibleGbp: number;
  /** People who start before the month, by channel: in the plan fixed now, and where later starts can wait. */
  readonly early: readonly {
    readonly channel: string;
    readonly fixedPeople: number;
    readonly flexiblePeople: number;
  }[];
};

/** Two stages by one programme: a copy of the problem for each bundle of like futures, with the early starts in common.
 *  @source docs/model/objectives.md, eq. 8 */
export async function valueOfFlexibility(
  problem: PlanProblem,
  samples: NeedSamples,
  { fromMonth, solve }: { readonly fromMonth: number; readonly solve: SolvePart },
): Promise<Result<Flexibility>> {
  const bundles = bundleFutures(problem, samples);
  const fixed = formulate(weighFutures(problem, bundles, { weight: 0, tailShare: 1 }));
  const copies = copiesOf(problem, bundles);
  const [first] = copies;
  const isEarly = (first?.starts ?? []).map(({ start }) => itemAt(problem.startMonths, start) < fromMonth);
  const joint = joinCopies(copies, isEarly);
  const solved = await Promise.all([
    solve(fixed.programme, { part: 0, parts: 2 }),
    solve(joint, { part: 1, parts: 2 }),
  ]);
  const [now, later] = solved;
  if (!now.ok) return now;
  if (!later.ok) return later;
  if (now.value.status !== 'optimal' || later.value.status !== 'optimal' || first === undefined) return fail(unsolved);
  return ok({
    fromMonth,
    futures: bundles.count,
    fixedGbp: now.value.objective,
    flexibleGbp: later.value.objective,
    early: earlyPeople({ problem, fromMonth, fixed: [fixed, now.value], joint: [first, later.value], isEarly }),
  });
}

/** The problem of each bundle, all with the same rows and columns: a need that only others have is next to nothing. */
function copiesOf(problem: PlanProblem, { count, needFte }: NeedSamples): readonly PlanProgramme[] {
  const isEverNeeded = problem.needFte.map((_, cell) =>
    Math.max(0, ...needFte.subarray(cell * count, (cell + 1) * count)),
  );
  return Array.from({ length: count }, (_, bundle) =>
    formulate({
      ...problem,
      needFte: problem.needFte.map((__, cell) =>
        itemAt(isEverNeeded, cell) > 0 ? Math.max(NEXT_TO_NOTHING, itemAt(needFte, cell * count + bundle)) : 0,
      ),
    }),
  );
}

const NEXT_TO_NOTHING = 1e-9;

/** One programme of all copies. Early starts stand once and act in every copy; all else stands once a copy and costs its
 *  share. Rows stand copy after copy. */
function joinCopies(copies: readonly PlanProgramme[], isEarly: readonly boolean[]): LinearProgramme {
  const columns: Column[] = [];
  const entries = new CompressedEntries();
  const rowCount = copies[0]?.programme.rows.length ?? 0;
  copies[0]?.programme.columns.forEach((column, index) => {
    if (isEarly[index] === true) {
      columns.push(column);
      copies.forEach(({ programme }, copy) =>
        forEachEntry(programme, index, (row, value) => entries.push(copy * rowCount + row, value)),
      );
      entries.closeColumn();
      return;
    }
    copies.forEach(({ programme }, copy) => {
      columns.push({ ...column, cost: column.cost / copies.length });
      forEachEntry(programme, index, (row, value) => entries.push(copy * rowCount + row, value));
      entries.closeColumn();
    });
  });
  const rows = copies.flatMap(({ programme }): readonly Row[] => programme.rows);
  return { columns, rows, ...entries.compressed() };
}

type Solved = readonly [PlanProgramme, Solution];

function earlyPeople(from: {
  readonly problem: PlanProblem;
  readonly fromMonth: number;
  readonly fixed: Solved;
  readonly joint: Solved;
  readonly isEarly: readonly boolean[];
}): Flexibility['early'] {
  const { problem, fromMonth, isEarly } = from;
  const fixed = problem.channels.map(() => 0);
  const flexible = problem.channels.map(() => 0);
  const add = (into: number[], option: number, people: number): void => {
    const { channel } = itemAt(problem.options, option);
    into[channel] = itemAt(into, channel) + people;
  };
  from.fixed[0].starts.forEach(({ option, start }, column) => {
    if (itemAt(problem.startMonths, start) < fromMonth) add(fixed, option, itemAt(from.fixed[1].values, column));
  });
  const copies = copiesIn(from.joint);
  let column = 0;
  from.joint[0].starts.forEach(({ option }, index) => {
    if (isEarly[index] === true) add(flexible, option, itemAt(from.joint[1].values, column));
    column += isEarly[index] === true ? 1 : copies;
  });
  return problem.channels.map(({ id }, channel) => ({
    channel: id,
    fixedPeople: itemAt(fixed, channel),
    flexiblePeople: itemAt(flexible, channel),
  }));
}

/** How many copies a joint solution is of, by its rows. */
function copiesIn([{ programme }, { rowPrices }]: Solved): number {
  return Math.round(rowPrices.length / Math.max(1, programme.rows.length));
}

const unsolved: Problem = {
  code: 'stopped',
  message: 'The time limit ended before it was known what it is worth to wait',
  path: 'time-limit',
  hint: 'Give it longer with --time-limit',
};
