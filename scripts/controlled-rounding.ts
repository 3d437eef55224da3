// Rounds a table of real numbers to whole ones whose rows and columns add up to whole totals given beforehand.

/** Real numbers by row and column. */
export type Table = readonly (readonly number[])[];

/** Whole row and column totals; both add up to the same sum. */
export type Margins = { readonly rows: readonly number[]; readonly columns: readonly number[] };

/** Each cell becomes the whole number just below or just above its value once the table has been scaled to the margins.
 *  Cells not above 0 stay 0. The same table always gives the same result.
 *  @throws Error when the margins do not add up or the table cannot meet them. */
export function roundToMargins(table: Table, margins: Margins): number[][] {
  const scaled = scaleToMargins(table, margins);
  for (;;) {
    const cycle = fractionalCycle(scaled);
    if (cycle === null) break;
    shiftAlong(scaled, cycle);
  }
  return scaled.map((row) => row.map(Math.round));
}

/** Whole numbers in proportion to `values` that add up to `total`; what is left over goes to the largest remainders,
 *  the earlier one first where two are equal. */
export function roundToTotal(values: readonly number[], total: number): number[] {
  const sum = values.reduce((a, b) => a + b, 0);
  const exact = values.map((value) => (sum === 0 ? 0 : (value / sum) * total));
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/** A table that all but falls apart into blocks loses as little as a ten-thousandth of its error in a round. */
const ROUNDS = 500_000;
const CLOSE_ENOUGH = 1e-10;

/** Iterative proportional fitting: rows and columns in turn until both hold. */
function scaleToMargins(table: Table, margins: Margins): number[][] {
  const rowSum = margins.rows.reduce((a, b) => a + b, 0);
  const columnSum = margins.columns.reduce((a, b) => a + b, 0);
  if (rowSum !== columnSum) throw new Error(`Rows add up to ${rowSum}, columns to ${columnSum}; they must agree.`);
  let cells = table.map((row) => row.map((value) => Math.max(0, value)));
  let before = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    cells = scaleRows(transposed(scaleRows(transposed(cells), margins.columns)), margins.rows);
    const worst = Math.max(
      ...transposed(cells).map((column, c) => Math.abs(total(column) - (margins.columns[c] ?? 0))),
    );
    if (worst < CLOSE_ENOUGH) return cells;
    if (worst === before) break;
    before = worst;
  }
  throw new Error('The table cannot meet its margins: where it is empty, a row or column still has a total.');
}

function scaleRows(cells: readonly (readonly number[])[], totals: readonly number[]): number[][] {
  return cells.map((row, r) => {
    const sum = total(row);
    return row.map((value) => (sum === 0 ? 0 : (value / sum) * (totals[r] ?? 0)));
  });
}

function transposed(cells: readonly (readonly number[])[]): number[][] {
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] ?? 0));
}

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

type Cell = { readonly row: number; readonly column: number };

const WHOLE = 1e-7;

function isFractional(value: number): boolean {
  return Math.abs(value - Math.round(value)) > WHOLE;
}

/** A closed walk over fractional cells, along a row and along a column in turn; null when all are whole. Every row and
 *  column has a whole total, so a fractional cell is never alone in either and the walk can always go on. */
function fractionalCycle(cells: readonly (readonly number[])[]): Cell[] | null {
  const startRow = cells.findIndex((row) => row.some(isFractional));
  if (startRow === -1) return null;
  const path: Cell[] = [];
  const pathIndexOfRow = new Map<number, number>();
  let row = startRow;
  let arrivedBy = -1;
  while (!pathIndexOfRow.has(row)) {
    pathIndexOfRow.set(row, path.length);
    const column = otherFractional(cells[row] ?? [], arrivedBy);
    const nextRow = otherFractional(
      cells.map((line) => line[column] ?? 0),
      row,
    );
    path.push({ row, column }, { row: nextRow, column });
    row = nextRow;
    arrivedBy = column;
  }
  const cycle = path.slice(pathIndexOfRow.get(row));
  const [first, last] = [cycle.at(0), cycle.at(-1)];
  // Left and entered by one column: the walk closes one cell sooner, without this row.
  return first !== undefined && first.column === last?.column ? cycle.slice(1, -1) : cycle;
}

function otherFractional(values: readonly number[], not: number): number {
  const index = values.findIndex((value, at) => at !== not && isFractional(value));
  if (index === -1) throw new Error('A fractional cell stands alone in its row or column.');
  return index;
}

/** Adds to every other cell of the cycle and takes from those between until one of them is whole: the smaller of the
 *  two possible shifts, so that cells move as little as possible. */
function shiftAlong(cells: number[][], cycle: readonly Cell[]): void {
  const at = ({ row, column }: Cell): number => cells[row]?.[column] ?? 0;
  const room = (isUp: (index: number) => boolean): number =>
    Math.min(...cycle.map((cell, i) => (isUp(i) ? Math.ceil(at(cell)) - at(cell) : at(cell) - Math.floor(at(cell)))));
  const upOnEven = room((i) => i % 2 === 0);
  const upOnOdd = room((i) => i % 2 === 1);
  const shift = upOnEven <= upOnOdd ? upOnEven : -upOnOdd;
  cycle.forEach((cell, i) => {
    const line = cells[cell.row];
    if (line === undefined) return;
    const moved = at(cell) + (i % 2 === 0 ? shift : -shift);
    line[cell.column] = isFractional(moved) ? moved : Math.round(moved);
  });
}
