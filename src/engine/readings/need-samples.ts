// What every future is short of: need less supply by seat, role and period, sample by sample.
import { blocksOf, withinBlock } from '../run/blocks.ts';
import { seatPlaces } from '../run/chunks.ts';
import { seatRunner } from '../run/seat.ts';
import type { Model } from '../model/model.ts';
import type { ProjectionRequest } from '../projection.ts';
import { boardOf, clearBoard, type Board } from '../summary/board.ts';

/** Digital FTE, mean over each period, of shape [place][role][period][sample]; below 0 a need is a surplus. Places and
 *  roles stand in the order of a projection's `byRole`. */
export type NeedBySample = {
  readonly count: number;
  readonly needFte: Float64Array;
  readonly demandFte: Float64Array;
};

/** Months after the base month, `fromMonth` included and `toMonth` not. */
export type Span = { readonly fromMonth: number; readonly toMonth: number };

/** Runs the model seat by seat on this thread, for questions that need single futures and not their summary. */
export function needBySample(model: Model, request: ProjectionRequest, spans: readonly Span[]): NeedBySample {
  const { count } = request.samples;
  const isSeat = seatPlaces(model);
  const seats = [...model.places.keys()].filter((place) => isSeat[place] === 1);
  const cells = seats.length * model.roles.length * spans.length * count;
  const read = { count, needFte: new Float64Array(cells), demandFte: new Float64Array(cells) };
  for (const block of blocksOf(count)) {
    const runSeat = seatRunner(model, withinBlock(request, block), block.first);
    const board = boardOf(model, block.count);
    seats.forEach((place, seat) => {
      runSeat(place, board);
      const first = seat * model.roles.length * spans.length * count + block.first;
      readSeat(read, { model, board, spans, first });
      clearBoard(board);
    });
  }
  return read;
}

type SeatReading = {
  readonly model: Model;
  readonly board: Board;
  readonly spans: readonly Span[];
  /** Where the block's samples of the seat's first role and period begin. */
  readonly first: number;
};

function readSeat(read: NeedBySample, { model, board, spans, first }: SeatReading): void {
  model.roles.forEach((_, role) => {
    spans.forEach((span, index) => {
      const into = first + (role * spans.length + index) * read.count;
      for (let sample = 0; sample < board.samples; sample++) {
        const line = (role * board.samples + sample) * (model.steps + 1);
        const demand = meanOf(board.roles.demandFte, line, span);
        read.demandFte[into + sample] = demand;
        read.needFte[into + sample] = demand - meanOf(board.roles.fte, line, span);
      }
    });
  });
}

function meanOf(values: Float64Array, line: number, { fromMonth, toMonth }: Span): number {
  let sum = 0;
  for (let month = fromMonth; month < toMonth; month++) sum += values[line + month] ?? 0;
  return sum / (toMonth - fromMonth);
}
