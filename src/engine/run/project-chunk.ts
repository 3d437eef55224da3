// One chunk's work: its places, the deepest first, summed and summarised.
import { assert } from '#kernel';
import type { Model } from '../model/model.ts';
import type { ProjectionRequest } from '../projection.ts';
import { blockSummaryOf, type BlockSummary } from '../summary/block-summary.ts';
import { addBoard, boardOf, clearBoard, type Board } from '../summary/board.ts';
import { placeSummaryOf, type PlaceSummary } from '../summary/place-summary.ts';
import { withinBlock, type SampleBlock } from './blocks.ts';
import { childrenOf, seatPlaces, type Chunk } from './chunks.ts';
import { seatRunner, type SeatRunner } from './seat.ts';

/** What a chunk gives back: plain data, whose buffers may be handed over between threads. */
export type ChunkResult = {
  readonly finished: readonly ChunkSummary[];
  /** The sum of the chunk's places; null where the nation is among them. */
  readonly partial: { readonly place: number; readonly board: Board } | null;
};

/** What is said of a place by all samples, or by one block of many. */
export type ChunkSummary = PlaceSummary | BlockSummary;

/** Pure: the same model, request and chunk give the same bytes, in whatever order and on whatever thread. */
export function projectChunk(model: Model, request: ProjectionRequest, chunk: Chunk): ChunkResult {
  assert(request.samples.count > 0, 'a projection has at least one sample.');
  assert(
    request.samples.values.length === request.samples.count * model.register.length,
    'the samples have one column for each assumption of the model.',
  );
  const { block } = chunk;
  const walk: Walk = {
    model,
    block,
    summaryOf: summaryReader(model, block, request.samples.count),
    runSeat: seatRunner(model, withinBlock(request, block), block.first),
    isSeat: seatPlaces(model),
    finished: [],
    spare: [],
  };
  if (chunk.target < 0) {
    for (const top of chunk.tops) projectPlace(walk, top);
    return { finished: walk.finished, partial: null };
  }
  const board = boardOf(model, block.count);
  for (const top of chunk.tops) {
    if (top === chunk.target) walk.runSeat(top, board);
    else handUp(walk, board, projectPlace(walk, top));
  }
  return { finished: walk.finished, partial: { place: chunk.target, board } };
}

export type SummaryReader = (place: number, board: Board) => ChunkSummary;

/** @param samples how many there are in all: where the block is not all of them, it says its part only */
export function summaryReader(model: Model, block: SampleBlock, samples: number): SummaryReader {
  return block.count === samples
    ? (place, board) => placeSummaryOf({ model, place, board })
    : (place, board) => blockSummaryOf({ model, place, board }, block.first);
}

type Walk = {
  readonly model: Model;
  readonly block: SampleBlock;
  readonly summaryOf: SummaryReader;
  readonly runSeat: SeatRunner;
  readonly isSeat: Uint8Array;
  readonly finished: ChunkSummary[];
  /** Boards that are clear again: making them anew for each place costs more than clearing them. */
  readonly spare: Board[];
};

function projectPlace(walk: Walk, place: number): Board {
  const board = walk.spare.pop() ?? boardOf(walk.model, walk.block.count);
  if (walk.isSeat[place] === 1) walk.runSeat(place, board);
  for (const child of childrenOf(walk.model, place)) handUp(walk, board, projectPlace(walk, child));
  walk.finished.push(walk.summaryOf(place, board));
  return board;
}

function handUp(walk: Walk, into: Board, board: Board): void {
  addBoard(into, board);
  clearBoard(board);
  walk.spare.push(board);
}
