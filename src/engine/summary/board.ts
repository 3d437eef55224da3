// Boards: what every sample gives for one place, so that sums over places are exact in each sample.
import type { Model } from '../model/model.ts';
import { addInto } from './add-into.ts';

/** People, digital FTE and digital demand of the members of one axis, each of shape [member][sample][step]. */
export type Tally = {
  readonly headcount: Float64Array;
  readonly fte: Float64Array;
  readonly demandFte: Float64Array;
  /** Sums over samples of the expected people and FTE, without persons' chance; shape [member][step]. */
  readonly expectedHeadcount: Float64Array;
  readonly expectedFte: Float64Array;
};

export type Board = {
  readonly samples: number;
  readonly roles: Tally;
  readonly bands: Tally;
  /** Shortfalls of single roles in single seats, shape [family][sample][step]. */
  readonly shortageFte: Float64Array;
  /** Shape [sample][step]. */
  readonly costGbp: Float64Array;
};

export function boardOf(model: Model, samples: number): Board {
  const width = model.steps + 1;
  return {
    samples,
    roles: tallyOf(model.roles.length, samples, width),
    bands: tallyOf(model.bands.length, samples, width),
    shortageFte: new Float64Array(model.families.length * samples * width),
    costGbp: new Float64Array(samples * width),
  };
}

/** Adds one board to another. */
export function addBoard(into: Board, board: Board): void {
  const parts = arraysOf(board);
  arraysOf(into).forEach((target, index) => {
    addInto(target, parts[index] ?? target);
  });
}

export function clearBoard(board: Board): void {
  for (const array of arraysOf(board)) array.fill(0);
}

/** Every array of a board, in one order. */
function arraysOf(board: Board): readonly Float64Array[] {
  return [...Object.values(board.roles), ...Object.values(board.bands), board.shortageFte, board.costGbp];
}

function tallyOf(members: number, samples: number, width: number): Tally {
  const cells = members * samples * width;
  return {
    headcount: new Float64Array(cells),
    fte: new Float64Array(cells),
    demandFte: new Float64Array(cells),
    expectedHeadcount: new Float64Array(members * width),
    expectedFte: new Float64Array(members * width),
  };
}
