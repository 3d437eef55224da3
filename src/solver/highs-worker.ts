// The solver's thread: reads a task, runs HiGHS on it, and posts progress and the answer.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type highsPackage from 'highs';
import type { Highs, Model } from 'highs';
import type { HighsAnswer, HighsMessage, HighsTask } from './highs-task.ts';

/** The same seed in every run, so that the same programme gives the same answer. */
const RANDOM_SEED = 20251001;

/** Rows from which the interior point method is faster than simplex on programmes of this shape: at 3,000 rows they
 *  are even, at 24,000 it takes a tenth of the time. Its point is not a corner, so nothing here asks for one. */
const INTERIOR_POINT_ROWS = 3000;

/** How near to the optimum an interior point ends, as a share of it: a fifth fewer iterations than HiGHS takes by itself,
 *  and what it leaves is a hundredth of what whole people cost. */
const INTERIOR_POINT_TOLERANCE = 1e-5;

/** Simplex iterations between two messages of progress. */
const ITERATIONS_PER_MESSAGE = 250;

/** Iterations in which the interior point method usually ends, to guess how far it has come. */
const USUAL_INTERIOR_ITERATIONS = 60;

const task: HighsTask = workerData;
// The package's declarations describe its CommonJS build; imported as a module they would not fit.
const loadHighs: typeof highsPackage.default = createRequire(import.meta.url)('highs');
const highs = await loadHighs();
highs.withModel((model) => post(solve(highs, model, task)));

function solve(solver: Highs, model: Model, work: HighsTask): HighsMessage {
  const columnCount = work.columnCosts.length;
  const rowCount = work.rowLowers.length;
  const isWhole = work.integrality.length > 0;
  const scale = 2 ** work.costExponent;
  model.passModel({
    numCols: columnCount,
    numRows: rowCount,
    colCost: work.columnCosts.map((cost) => cost / scale),
    colLower: work.columnLowers,
    colUpper: work.columnUppers,
    rowLower: work.rowLowers,
    rowUpper: work.rowUppers,
    matrix: {
      format: 'csc',
      numRows: rowCount,
      numCols: columnCount,
      starts: work.columnStarts,
      indices: work.rowIndices,
      values: work.coefficients,
    },
    ...(isWhole ? { integrality: work.integrality } : {}),
  });
  model.options.set({
    output_flag: false,
    random_seed: RANDOM_SEED,
    time_limit: work.limits.timeLimitSeconds,
    mip_rel_gap: work.limits.relativeGap,
    ...(isWhole || rowCount < INTERIOR_POINT_ROWS
      ? {}
      : { solver: 'ipm', run_crossover: 'off', ipm_optimality_tolerance: INTERIOR_POINT_TOLERANCE }),
  });
  runWithProgress(solver, model, rowCount);
  return answer(solver, model, { isWhole, scale });
}

/** Runs to the end or to the time limit. Simplex does not know how far it has come: the share is a guess from its
 *  iterations, which are usually near the number of rows; that of an integer programme is how far the gap has closed. */
function runWithProgress(solver: Highs, model: Model, rowCount: number): void {
  const { simplexInterrupt, ipmInterrupt, mipInterrupt } = solver.constants.callbackType;
  let nextMessage = ITERATIONS_PER_MESSAGE;
  model.run({
    [simplexInterrupt](event) {
      const iterations = event.data.simplex_iteration_count ?? 0;
      if (iterations < nextMessage) return;
      nextMessage = iterations + ITERATIONS_PER_MESSAGE;
      post({ kind: 'progress', shareDone: 1 - Math.exp((-2 * iterations) / rowCount) });
    },
    [ipmInterrupt](event) {
      const iterations = event.data.ipm_iteration_count ?? 0;
      post({ kind: 'progress', shareDone: Math.min(0.99, iterations / USUAL_INTERIOR_ITERATIONS) });
    },
    [mipInterrupt](event) {
      const gap = event.data.mip_gap ?? Infinity;
      if (gap < 1) post({ kind: 'progress', shareDone: 1 - gap });
    },
  });
}

function answer(solver: Highs, model: Model, form: { isWhole: boolean; scale: number }): HighsMessage {
  const { modelStatus } = solver.constants;
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible) return { kind: 'solved', solution: emptySolution('infeasible') };
  if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) return { kind: 'unbounded' };
  const isOptimal = status === modelStatus.optimal || status === modelStatus.empty;
  const isFeasible = Number(model.info.get('primal_solution_status')) === solver.constants.solutionStatus.feasible;
  const objective = isOptimal || isFeasible ? model.getObjectiveValue() * form.scale : Infinity;
  const bound = form.isWhole ? Number(model.info.get('mip_dual_bound')) * form.scale : -Infinity;
  const { colValue, rowDual } = model.getSolution();
  return {
    kind: 'solved',
    solution: {
      status: isOptimal ? 'optimal' : 'stopped',
      objective,
      bound: isOptimal && !form.isWhole ? objective : bound,
      values: colValue.every(Number.isFinite) ? colValue : new Float64Array(),
      rowPrices:
        form.isWhole || !rowDual.every(Number.isFinite)
          ? new Float64Array()
          : rowDual.map((price) => price * form.scale),
    },
  };
}

function emptySolution(status: HighsAnswer['status']): HighsAnswer {
  return { status, objective: Infinity, bound: -Infinity, values: new Float64Array(), rowPrices: new Float64Array() };
}

function post(message: HighsMessage): void {
  parentPort?.postMessage(message);
}
