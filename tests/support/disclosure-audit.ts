// Audits published tables: what is the least and the most that each hidden count can be, by linear programmes.
import assert from 'node:assert/strict';
import type { LinearProgramme } from '#optimiser';
import { createHighsSolver } from '#solver';

/** What a reader knows of a table: of each cell the range it lies in, and of sums of cells the range they lie in. */
export type KnownTable = {
  readonly cells: readonly { readonly least: number; readonly greatest: number }[];
  readonly sums: readonly { readonly of: readonly number[]; readonly least: number; readonly greatest: number }[];
  /** Indices of the cells that are hidden. */
  readonly hidden: readonly number[];
};

/** Tables whose questions go into one programme: all are independent, so one solve answers them together. */
const TABLES_A_PROGRAMME = 50;

/** @returns for each table, for each of its hidden cells, how far apart the least and the most are that it can be */
export async function widthsOfHidden(tables: readonly KnownTable[]): Promise<readonly (readonly number[])[]> {
  const widths: (readonly number[])[] = [];
  for (let from = 0; from < tables.length; from += TABLES_A_PROGRAMME) {
    widths.push(...(await widthsTogether(tables.slice(from, from + TABLES_A_PROGRAMME))));
  }
  return widths;
}

/** A copy of the table for each question: the least of a hidden cell, and its most. */
async function widthsTogether(tables: readonly KnownTable[]): Promise<readonly (readonly number[])[]> {
  const columns: { name: string; cost: number; lower: number; upper: number; isInteger: boolean }[] = [];
  const entries: number[][] = [];
  const rows: { name: string; lower: number; upper: number }[] = [];
  const asked = tables.map((table) =>
    table.hidden.map((cell) =>
      [1, -1].map((cost) => {
        const start = columns.length;
        for (const [index, { least, greatest }] of table.cells.entries()) {
          const weight = index === cell ? cost : 0;
          columns.push({ name: `x${columns.length}`, cost: weight, lower: least, upper: greatest, isInteger: false });
          entries.push([]);
        }
        for (const { of, least, greatest } of table.sums) {
          for (const index of of) entries[start + index]?.push(rows.length);
          rows.push({ name: `r${rows.length}`, lower: least, upper: greatest });
        }
        return start + cell;
      }),
    ),
  );
  const values = await solved({
    columns,
    rows,
    columnStarts: startsOf(entries),
    rowIndices: Int32Array.from(entries.flat()),
    coefficients: new Float64Array(entries.flat().length).fill(1),
  });
  return asked.map((cells) => cells.map(([least = 0, most = 0]) => (values[most] ?? 0) - (values[least] ?? 0)));
}

function startsOf(entries: readonly (readonly number[])[]): Int32Array {
  const starts = new Int32Array(entries.length + 1);
  for (const [column, own] of entries.entries()) starts[column + 1] = (starts[column] ?? 0) + own.length;
  return starts;
}

async function solved(programme: LinearProgramme): Promise<Float64Array> {
  if (programme.columns.length === 0) return new Float64Array();
  const limits = { timeLimitSeconds: 60, relativeGap: 0 };
  const control = { onProgress: () => undefined, signal: { aborted: false } };
  const solution = await createHighsSolver().solve(programme, limits, control);
  assert.ok(solution.ok && solution.value.status === 'optimal', 'what is published contradicts itself');
  return solution.value.values;
}
