// WFB-1: a cohort model of 5,000 cells that other engines have run too, here as a model of the engine's own core.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { simulateCohorts, type CohortModel } from '#engine';

/** What `./cadre bench wfb1` prints. Bounds: a mean of 100 draws within 60 of the exact 43,505.44 and a standard deviation
 *  from 157 to 241, three standard errors each. */
export type Wfb1Result = {
  readonly seconds: number;
  readonly runs: readonly number[];
  readonly draws: number;
  readonly mean120: number;
  readonly sd120: number;
  readonly isWithinBounds: boolean;
  readonly numpy: { readonly seconds: number; readonly mean120: number; readonly sd120: number } | null;
  /** How many times longer numpy took. */
  readonly ratio: number | null;
};

const ROLES = 25;
const GRADES = 5;
const AGES = 40;
const MONTHS = 120;
const DRAWS = 100;
const RUNS = 5;

export function runWfb1(): Wfb1Result {
  const model = wfb1();
  simulateCohorts(model, { seed: 1, draws: 5 });
  const runs: number[] = [];
  let totals: readonly number[] = [];
  for (let seed = 1; seed <= RUNS; seed++) {
    const start = performance.now();
    const people = simulateCohorts(model, { seed, draws: DRAWS });
    runs.push((performance.now() - start) / 1000);
    totals = closingTotals(people);
  }
  const seconds = median(runs);
  const numpy = runNumpy();
  const mean120 = totals.reduce((sum, total) => sum + total, 0) / DRAWS;
  const sd120 = Math.sqrt(totals.reduce((sum, total) => sum + (total - mean120) * (total - mean120), 0) / (DRAWS - 1));
  return {
    seconds,
    runs,
    draws: DRAWS,
    mean120,
    sd120,
    isWithinBounds: Math.abs(mean120 - 43_505.43661) < 60 && sd120 > 157 && sd120 < 241,
    numpy,
    ratio: numpy === null ? null : numpy.seconds / seconds,
  };
}

/** Roles × grades as rows; every age is a group of its own, for the chance of leaving differs by single year. */
export function wfb1(): CohortModel {
  const rows = ROLES * GRADES;
  const monthly = (yearly: number): number => -Math.expm1(Math.log1p(-yearly) / 12);
  const leaving = Array.from({ length: AGES }, (_, age) =>
    monthly(0.1 + 0.05 * Math.max(0, (10 - age) / 10) + (age >= 34 ? 0.05 * (age - 33) : 0)),
  );
  const promotion = [0.12, 0.1, 0.08, 0.05].map(monthly);
  const ageWeights = Array.from({ length: AGES }, (_, age) => Math.exp(-age / 12));
  const ageTotal = ageWeights.reduce((sum, weight) => sum + weight, 0);
  const gradeShares = [0.4, 0.3, 0.2, 0.08, 0.02];
  const cells = Array.from({ length: rows * AGES }, (_, cell) => ({
    role: Math.floor(cell / (GRADES * AGES)),
    grade: Math.floor(cell / AGES) % GRADES,
    age: cell % AGES,
  }));
  const edges = Array.from({ length: rows }, (_, row) => row).filter((row) => row % GRADES < GRADES - 1);
  return {
    space: {
      rowCount: rows,
      classOfRow: Int32Array.from({ length: rows }, (_, row) => row % GRADES),
      classCount: GRADES,
      ageCount: AGES,
      groupCount: AGES,
      groupOfAge: Int32Array.from({ length: AGES }, (_, age) => age),
      firstOut: Int32Array.from({ length: rows + 1 }, (_, row) => edges.filter((from) => from < row).length),
      edgesOut: Int32Array.from(edges, (_, edge) => edge),
      edgeTo: Int32Array.from(edges, (from) => from + 1),
    },
    steps: MONTHS,
    opening: Int32Array.from(cells, ({ role, grade, age }) => 1 + ((7 * role + 3 * grade + 5 * age) % 19)),
    chances: {
      leave: Float64Array.from(cells, ({ age }) => leaving[age] ?? 0),
      flow: Float64Array.from(
        edges.flatMap((from) => leaving.map((leave) => (1 - leave) * (promotion[from % GRADES] ?? 0))),
      ),
    },
    joiners: Float64Array.from(
      cells,
      ({ grade, age }) => ((450 / ROLES) * (gradeShares[grade] ?? 0) * (ageWeights[age] ?? 0)) / ageTotal,
    ),
  };
}

function closingTotals(people: Int32Array): readonly number[] {
  const rows = ROLES * GRADES;
  return Array.from({ length: DRAWS }, (_, draw) => {
    const first = (draw * (MONTHS + 1) + MONTHS) * rows;
    return people.subarray(first, first + rows).reduce((sum, row) => sum + row, 0);
  });
}

/** The numpy peer, in the same call on the same machine, where the shared folder and numpy are there. */
function runNumpy(): Wfb1Result['numpy'] {
  const shared = process.env['CADRE_SHARED'];
  if (shared === undefined || !existsSync(join(shared, 'bench', 'bench_numpy.py'))) return null;
  const run = spawnSync('python3', ['bench_numpy.py', String(RUNS), '1'], {
    cwd: join(shared, 'bench'),
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (run.status !== 0) return null;
  const answer: unknown = JSON.parse(run.stdout);
  if (typeof answer !== 'object' || answer === null) return null;
  const { median: seconds, mean120, sd120 } = { median: 0, mean120: 0, sd120: 0, ...answer };
  return { seconds, mean120, sd120 };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
