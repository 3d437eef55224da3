// Supply and demand of every place in every future, for questions that compare futures one by one.
import { blocksOf, withinBlock } from '../run/blocks.ts';
import { seatPlaces } from '../run/chunks.ts';
import { seatRunner } from '../run/seat.ts';
import type { Model } from '../model/model.ts';
import type { ProjectionRequest } from '../projection.ts';
import { boardOf, clearBoard, type Board } from '../summary/board.ts';

/** Digital FTE, all roles together, each of shape [place][step][sample]; places in the order of the model, steps as they
 *  were asked for. */
export type TotalsBySample = {
  readonly places: readonly string[];
  readonly supplyFte: Float64Array;
  readonly demandFte: Float64Array;
};

/** Runs the model seat by seat on this thread.
 *  @param steps months after the base month
 *  @param onSeat told the share of seats done before each seat, and asked whether to go on */
export async function totalsBySample(
  model: Model,
  request: ProjectionRequest,
  { steps, onSeat }: { readonly steps: readonly number[]; readonly onSeat: (shareDone: number) => Promise<boolean> },
): Promise<TotalsBySample | null> {
  const { count } = request.samples;
  const isSeat = seatPlaces(model);
  const seats = [...model.places.keys()].filter((place) => isSeat[place] === 1);
  const cells = model.places.length * steps.length * count;
  const totals = { supplyFte: new Float64Array(cells), demandFte: new Float64Array(cells) };
  const blocks = blocksOf(count);
  for (const [done, block] of blocks.entries()) {
    const runSeat = seatRunner(model, withinBlock(request, block), block.first);
    const board = boardOf(model, block.count);
    for (const [index, seat] of seats.entries()) {
      if (!(await onSeat((done + index / seats.length) / blocks.length))) return null;
      runSeat(seat, board);
      const own = {
        supplyFte: sumRoles(model, board, board.roles.fte),
        demandFte: sumRoles(model, board, board.roles.demandFte),
      };
      for (let place = seat; place >= 0; place = model.places[place]?.parent ?? -1) {
        const first = place * steps.length * count + block.first;
        addAt(totals.supplyFte, own.supplyFte, { model, steps, count, first });
        addAt(totals.demandFte, own.demandFte, { model, steps, count, first });
      }
      clearBoard(board);
    }
  }
  return { places: model.places.map(({ code }) => code), ...totals };
}

/** @returns shape [sample][month] */
function sumRoles(model: Model, { samples }: Board, values: Float64Array): Float64Array {
  const span = samples * (model.steps + 1);
  const sum = new Float64Array(span);
  model.roles.forEach((_, role) => {
    for (let cell = 0; cell < span; cell++) sum[cell] = (sum[cell] ?? 0) + (values[role * span + cell] ?? 0);
  });
  return sum;
}

type Into = {
  readonly model: Model;
  readonly steps: readonly number[];
  readonly count: number;
  readonly first: number;
};

function addAt(into: Float64Array, values: Float64Array, { model, steps, count, first }: Into): void {
  steps.forEach((step, index) => {
    const width = model.steps + 1;
    for (let sample = 0; sample * width < values.length; sample++) {
      const cell = first + index * count + sample;
      into[cell] = (into[cell] ?? 0) + (values[sample * width + step] ?? 0);
    }
  });
}
