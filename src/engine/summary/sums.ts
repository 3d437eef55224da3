// Sums over members of a board: one role or band, a family of roles, or all.
import type { Model } from '../model/model.ts';
import { addInto } from './add-into.ts';
import type { Board, Tally } from './board.ts';

/** A tally of one slice: of shape [sample][step], and of shape [step] where expected. */
export type Sums = Tally;

/** The slice of one member: the board's own memory, so nobody may write to it. */
export function memberSums(model: Model, board: Board, at: { readonly tally: Tally; readonly member: number }): Sums {
  const width = model.steps + 1;
  const part = (values: Float64Array, span: number): Float64Array =>
    values.subarray(at.member * span, (at.member + 1) * span);
  return {
    headcount: part(at.tally.headcount, board.samples * width),
    fte: part(at.tally.fte, board.samples * width),
    demandFte: part(at.tally.demandFte, board.samples * width),
    expectedHeadcount: part(at.tally.expectedHeadcount, width),
    expectedFte: part(at.tally.expectedFte, width),
  };
}

/** The slices of the families, each the sum of its roles. */
export function familySums(model: Model, board: Board): readonly Sums[] {
  const sums = model.families.map(() => emptySums(model, board));
  model.roles.forEach((role, member) => {
    const sum = sums[role.family];
    if (sum !== undefined) addSums(sum, memberSums(model, board, { tally: board.roles, member }));
  });
  return sums;
}

export function emptySums(model: Model, board: Board): Sums {
  const width = model.steps + 1;
  return {
    headcount: new Float64Array(board.samples * width),
    fte: new Float64Array(board.samples * width),
    demandFte: new Float64Array(board.samples * width),
    expectedHeadcount: new Float64Array(width),
    expectedFte: new Float64Array(width),
  };
}

/** Adds to the first and gives it back. */
export function addSums(into: Sums, sums: Sums): Sums {
  addInto(into.headcount, sums.headcount);
  addInto(into.fte, sums.fte);
  addInto(into.demandFte, sums.demandFte);
  addInto(into.expectedHeadcount, sums.expectedHeadcount);
  addInto(into.expectedFte, sums.expectedFte);
  return into;
}
