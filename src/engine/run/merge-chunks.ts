// From the results of chunks to one projection: sums in the order of chunks, so that the bytes never depend on threads.
import { assert } from '#kernel';
import type { Model } from '../model/model.ts';
import type { Projection, ProjectionRequest } from '../projection.ts';
import { blockAdder, type BlockAdder } from '../summary/block-summary.ts';
import { addBoard, boardOf, type Board } from '../summary/board.ts';
import type { PlaceSummary } from '../summary/place-summary.ts';
import { blocksOf, type SampleBlock } from './blocks.ts';
import { placeGroupsOf, seatPlaces } from './chunks.ts';
import { summaryReader, type ChunkResult, type ChunkSummary } from './project-chunk.ts';

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

/** Merges results as they come, block of samples by block: of each place only its means and its sketches are kept. */
export function chunkMerger(model: Model, request: ProjectionRequest): ChunkMerger {
  const samples = request.samples.count;
  const blocks = blocksOf(samples);
  const groups = placeGroupsOf(model).length;
  const summaries = summaryKeeper(samples);
  let merged = 0;
  let current: { readonly add: (result: ChunkResult) => void } | null = null;
  return {
    add: (result) => {
      const block = blocks[Math.floor(merged / groups)];
      assert(block !== undefined, 'no more results come than there are chunks.');
      if (merged % groups === 0) current = blockMerger({ model, block, samples, keep: summaries.keep });
      current?.add(result);
      merged += 1;
    },
    finish: () => projectionOf(model, summaries.finish()),
  };
}

type SummaryKeeper = {
  readonly keep: (summary: ChunkSummary) => void;
  readonly finish: () => ReadonlyMap<number, PlaceSummary>;
};

function summaryKeeper(samples: number): SummaryKeeper {
  const whole = new Map<number, PlaceSummary>();
  const adders = new Map<number, BlockAdder>();
  return {
    keep: (summary) => {
      if (summary.kind === 'whole') {
        whole.set(summary.place, summary);
        return;
      }
      const adder = adders.get(summary.place) ?? blockAdder(samples);
      adders.set(summary.place, adder);
      adder.add(summary);
    },
    finish: () => {
      for (const [place, adder] of adders) {
        whole.set(place, adder.finish());
        adders.delete(place);
      }
      return whole;
    },
  };
}

type BlockRun = {
  readonly model: Model;
  readonly block: SampleBlock;
  readonly samples: number;
  readonly keep: (summary: ChunkSummary) => void;
};

/** Merges the results of one block, and closes each place with the last chunk that is a part of it: so only the sums of
 *  the places that are still open are kept, and not those of every place or chunk until the end. */
function blockMerger({ model, block, samples, keep }: BlockRun): { readonly add: (result: ChunkResult) => void } {
  const lastChunks = lastChunkOf(model);
  const summaryOf = summaryReader(model, block, samples);
  const boards = new Map<number, Board>();
  let chunk = 0;
  const boardAt = (place: number): Board => {
    const board = boards.get(place) ?? boardOf(model, block.count);
    boards.set(place, board);
    return board;
  };
  const close = (place: number): void => {
    const board = boardAt(place);
    const parent = model.places[place]?.parent ?? -1;
    if (parent >= 0) addBoard(boardAt(parent), board);
    keep(summaryOf(place, board));
    boards.delete(place);
  };
  return {
    add: ({ partial, finished }) => {
      if (partial !== null) addBoard(boardAt(partial.place), partial.board);
      for (const each of finished) keep(each);
      // Parents stand before their children, so from the end each place is whole before it is added to the one above.
      for (let place = model.places.length - 1; place >= 0; place--) if (lastChunks[place] === chunk) close(place);
      chunk += 1;
    },
  };
}

/** The last group of a block that is added up to each place; −1 for places that lie within a group. Shape [place]. */
function lastChunkOf(model: Model): Int32Array {
  const last = new Int32Array(model.places.length).fill(-1);
  placeGroupsOf(model).forEach(({ target }, group) => {
    for (let place = target; place >= 0; place = model.places[place]?.parent ?? -1) last[place] = group;
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
