// WFB-1: a cohort model of 5,000 cells that other engines have run too, here as a model of the engine's own core.
import type { CohortModel } from '#engine';

export const WFB1 = { roles: 25, grades: 5, ages: 40, months: 120, draws: 100 } as const;

/** Exact mean and standard deviation of all people at month 120. */
export const WFB1_EXACT = { mean120: 43_505.43661, sd120: 199.0319 } as const;

/** Roles × grades as rows; every age is a group of its own, for the chance of leaving differs by single year. */
export function wfb1(): CohortModel {
  const { roles, grades, ages, months } = WFB1;
  const rows = roles * grades;
  const monthly = (yearly: number): number => -Math.expm1(Math.log1p(-yearly) / 12);
  const leaving = Array.from({ length: ages }, (_, age) =>
    monthly(0.1 + 0.05 * Math.max(0, (10 - age) / 10) + (age >= 34 ? 0.05 * (age - 33) : 0)),
  );
  const promotion = [0.12, 0.1, 0.08, 0.05].map(monthly);
  const ageWeights = Array.from({ length: ages }, (_, age) => Math.exp(-age / 12));
  const ageTotal = ageWeights.reduce((sum, weight) => sum + weight, 0);
  const gradeShares = [0.4, 0.3, 0.2, 0.08, 0.02];
  const cells = Array.from({ length: rows * ages }, (_, cell) => ({
    role: Math.floor(cell / (grades * ages)),
    grade: Math.floor(cell / ages) % grades,
    age: cell % ages,
  }));
  const edges = Array.from({ length: rows }, (_, row) => row).filter((row) => row % grades < grades - 1);
  return {
    space: {
      rowCount: rows,
      classOfRow: Int32Array.from({ length: rows }, (_, row) => row % grades),
      classCount: grades,
      ageCount: ages,
      groupCount: ages,
      groupOfAge: Int32Array.from({ length: ages }, (_, age) => age),
      firstOut: Int32Array.from({ length: rows + 1 }, (_, row) => edges.filter((from) => from < row).length),
      edgesOut: Int32Array.from(edges, (_, edge) => edge),
      edgeTo: Int32Array.from(edges, (from) => from + 1),
    },
    steps: months,
    opening: Int32Array.from(cells, ({ role, grade, age }) => 1 + ((7 * role + 3 * grade + 5 * age) % 19)),
    chances: {
      leave: Float64Array.from(cells, ({ age }) => leaving[age] ?? 0),
      flow: Float64Array.from(
        edges.flatMap((from) => leaving.map((leave) => (1 - leave) * (promotion[from % grades] ?? 0))),
      ),
    },
    joiners: Float64Array.from(
      cells,
      ({ grade, age }) => ((450 / roles) * (gradeShares[grade] ?? 0) * (ageWeights[age] ?? 0)) / ageTotal,
    ),
  };
}

/** People in each draw at the last month. @param people shape [draw][step][row] */
export function closingTotals(people: Int32Array): readonly number[] {
  const rows = WFB1.roles * WFB1.grades;
  return Array.from({ length: WFB1.draws }, (_, draw) => {
    const first = (draw * (WFB1.months + 1) + WFB1.months) * rows;
    return people.subarray(first, first + rows).reduce((sum, row) => sum + row, 0);
  });
}
