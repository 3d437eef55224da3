// One chunk's work: its places, the deepest first, summed and summarised.
import { assert } from '#kernel';
import type { Model } from '../model/model.ts';
import type { MeasurePrecision, ProjectionRequest, Series, Settling } from '../projection.ts';
import { addBoard, boardOf, clearBoard, type Board } from '../summary/board.ts';
import { precisionOf, settlingOf } from '../summary/precision.ts';
import { chanceClosedOf, meanDemandOf, summarise } from '../summary/summarise.ts';
import { childrenOf, seatPlaces, type Chunk } from './chunks.ts';
import { seatRunner, type SeatRunner } from './seat.ts';

/** What a chunk gives back: plain data, whose buffers may be handed over between threads. */
export type ChunkResult = {
  readonly finished: readonly PlaceSummary[];
  /** The sum of the chunk's places; null where the nation is among them. */
  readonly partial: { readonly place: number; readonly board: Board } | null;
};

/** Everything that is said of one place. */
export type PlaceSummary = {
  readonly place: number;
  readonly series: readonly Series[];
  readonly chanceClosed: Float64Array;
  /** Null for an organisation. */
  readonly precision: readonly MeasurePrecision[] | null;
  /** Null for all but the nation. */
  readonly settling: readonly Settling[] | null;
  /** Means over the samples, shape [role][step]. */
  readonly fteByRole: Float64Array;
  readonly demandFteByRole: Float64Array;
};

/** Pure: the same model, request and chunk give the same bytes, in whatever order and on whatever thread. */
export function projectChunk(model: Model, request: ProjectionRequest, chunk: Chunk): ChunkResult {
  assert(request.samples.count > 0, 'a projection has at least one sample.');
  assert(
    request.samples.values.length === request.samples.count * model.register.length,
    'the samples have one column for each assumption of the model.',
  );
  const walk: Walk = {
    model,
    request,
    runSeat: seatRunner(model, request),
    isSeat: seatPlaces(model),
    finished: [],
    spare: [],
  };
  if (chunk.target < 0) {
    for (const top of chunk.tops) projectPlace(walk, top);
    return { finished: walk.finished, partial: null };
  }
  const board = boardOf(model, request.samples.count);
  for (const top of chunk.tops) {
    if (top === chunk.target) walk.runSeat(top, board);
    else handUp(walk, board, projectPlace(walk, top));
  }
  return { finished: walk.finished, partial: { place: chunk.target, board } };
}

export function summaryOf(model: Model, place: number, board: Board): PlaceSummary {
  const width = model.steps + 1;
  const demandFteByRole = new Float64Array(model.roles.length * width);
  model.roles.forEach((_, role) => demandFteByRole.set(meanDemandOf(model, board, role), role * width));
  return {
    place,
    series: summarise(model, place, board),
    chanceClosed: chanceClosedOf(model, board),
    precision: model.places[place]?.tier === 'organisation' ? null : precisionOf(model, board),
    settling: model.places[place]?.parent === -1 ? settlingOf(model, board) : null,
    fteByRole: board.roles.expectedFte.map((sum) => sum / board.samples),
    demandFteByRole,
  };
}

type Walk = {
  readonly model: Model;
  readonly request: ProjectionRequest;
  readonly runSeat: SeatRunner;
  readonly isSeat: Uint8Array;
  readonly finished: PlaceSummary[];
  /** Boards that are clear again: making them anew for each place costs more than clearing them. */
  readonly spare: Board[];
};

function projectPlace(walk: Walk, place: number): Board {
  const board = walk.spare.pop() ?? boardOf(walk.model, walk.request.samples.count);
  if (walk.isSeat[place] === 1) walk.runSeat(place, board);
  for (const child of childrenOf(walk.model, place)) handUp(walk, board, projectPlace(walk, child));
  walk.finished.push(summaryOf(walk.model, place, board));
  return board;
}

function handUp(walk: Walk, into: Board, board: Board): void {
  addBoard(into, board);
  clearBoard(board);
  walk.spare.push(board);
}
