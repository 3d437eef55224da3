// From the results of chunks to one projection: sums in the order of chunks, so that the bytes never depend on threads.
import { assert } from '#kernel';
import type { Model } from '../model/model.ts';
import type { Projection, ProjectionRequest } from '../projection.ts';
import { addBoard, boardOf, type Board } from '../summary/board.ts';
import { chunksOf, seatPlaces } from './chunks.ts';
import { summaryOf, type ChunkResult, type PlaceSummary } from './project-chunk.ts';

/** @param results one a chunk, in the order of `chunksOf` */
export function mergeChunks(model: Model, request: ProjectionRequest, results: readonly ChunkResult[]): Projection {
  const merger = chunkMerger(model, request);
  for (const result of results) merger.add(result);
  return merger.finish();
}

export type ChunkMerger = {
  /** Takes the results one by one, in the order of `chunksOf`; each may be forgotten after. */
  readonly add: (result: ChunkResult) => void;
  /** To be called once, after the last. */
  readonly finish: () => Projection;
};

/** Merges results as they come, and closes each place with the last chunk that is a part of it: so only the sums of the
 *  places that are still open are kept, and not those of every place or chunk until the end. */
export function chunkMerger(model: Model, request: ProjectionRequest): ChunkMerger {
  const lastChunks = lastChunkOf(model);
  const boards = new Map<number, Board>();
  const summaries = new Map<number, PlaceSummary>();
  let chunk = 0;
  const boardAt = (place: number): Board => {
    const board = boards.get(place) ?? boardOf(model, request.samples.count);
    boards.set(place, board);
    return board;
  };
  const close = (place: number): void => {
    const board = boardAt(place);
    const parent = model.places[place]?.parent ?? -1;
    if (parent >= 0) addBoard(boardAt(parent), board);
    summaries.set(place, summaryOf(model, place, board));
    boards.delete(place);
  };
  return {
    add: ({ partial, finished }) => {
      if (partial !== null) addBoard(boardAt(partial.place), partial.board);
      for (const each of finished) summaries.set(each.place, each);
      // Parents stand before their children, so from the end each place is whole before it is added to the one above.
      for (let place = model.places.length - 1; place >= 0; place--) if (lastChunks[place] === chunk) close(place);
      chunk += 1;
    },
    finish: () => projectionOf(model, summaries),
  };
}

/** The last chunk that is added up to each place; −1 for places that lie within a chunk. Shape [place]. */
function lastChunkOf(model: Model): Int32Array {
  const last = new Int32Array(model.places.length).fill(-1);
  chunksOf(model).forEach(({ target }, chunk) => {
    for (let place = target; place >= 0; place = model.places[place]?.parent ?? -1) last[place] = chunk;
  });
  return last;
}

function projectionOf(model: Model, summaries: ReadonlyMap<number, PlaceSummary>): Projection {
  const isSeat = seatPlaces(model);
  const ordered = model.places.map((each, place) => {
    const summary = summaries.get(place);
    assert(summary !== undefined, `place '${each.code}' is summed up.`);
    return summary;
  });
  const seats = ordered.filter(({ place }) => isSeat[place] === 1);
  const codeOf = ({ place }: PlaceSummary): string => model.places[place]?.code ?? '';
  return {
    months: Array.from({ length: model.steps + 1 }, (_, step) => model.baseMonth + step),
    series: ordered.flatMap((summary) => summary.series),
    byRole: {
      places: seats.map(codeOf),
      roles: model.roles.map((role) => role.id),
      fte: joined(seats.map((summary) => summary.fteByRole)),
      demandFte: joined(seats.map((summary) => summary.demandFteByRole)),
    },
    chanceClosed: ordered.map((summary) => ({ place: codeOf(summary), chance: summary.chanceClosed })),
    precision: ordered.flatMap((summary) =>
      summary.precision === null || summary.precision.length === 0
        ? []
        : [{ place: codeOf(summary), measures: summary.precision }],
    ),
    settling: ordered.flatMap(({ settling }) => settling ?? []),
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let next = 0;
  for (const part of parts) {
    whole.set(part, next);
    next += part.length;
  }
  return whole;
}
