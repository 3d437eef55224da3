// From the results of chunks to one projection: sums in the order of chunks, so that the bytes never depend on threads.
import { assert } from '#kernel';
import type { Model } from '../model/model.ts';
import type { Projection, ProjectionRequest } from '../projection.ts';
import { addBoard, boardOf, type Board } from '../summary/board.ts';
import { seatPlaces } from './chunks.ts';
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

/** Merges results as they come, so that only the sums need be kept and not every result until the end. */
export function chunkMerger(model: Model, request: ProjectionRequest): ChunkMerger {
  const boards = new Map<number, Board>();
  const summaries = new Map<number, PlaceSummary>();
  const boardAt = (place: number): Board => {
    const board = boards.get(place) ?? boardOf(model, request.samples.count);
    boards.set(place, board);
    return board;
  };
  return {
    add: ({ partial, finished }) => {
      if (partial !== null) addBoard(boardAt(partial.place), partial.board);
      for (const each of finished) summaries.set(each.place, each);
    },
    finish: () => {
      // Parents stand before their children, so from the end each place is whole before it is added to the one above.
      for (let place = model.places.length - 1; place >= 0; place--) {
        if (summaries.has(place)) continue;
        const board = boardAt(place);
        const parent = model.places[place]?.parent ?? -1;
        if (parent >= 0) addBoard(boardAt(parent), board);
        summaries.set(place, summaryOf(model, place, board));
        boards.delete(place);
      }
      return projectionOf(model, summaries);
    },
  };
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
