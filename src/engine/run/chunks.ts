// Chunks: how places and samples are dealt out to workers, fixed by the model and never by how many workers there are.
import type { Model } from '../model/model.ts';
import { blocksOf, type SampleBlock } from './blocks.ts';

/** Some places with all that is below them, in some of the samples. */
export type Chunk = PlaceGroup & { readonly block: SampleBlock };

/** Some places with all that is below them, and the place above whose sum they are a part of. */
export type PlaceGroup = {
  /** Indices of places. One that is also the target stands for its own seat, without what is below it. */
  readonly tops: readonly number[];
  /** Index of the place to whose board the chunk's sum is added; −1 where the nation is in the chunk. */
  readonly target: number;
};

/** Every group of places in the first block of samples, then in the next.
 *  @param samples how many there are in all */
export function chunksOf(model: Model, samples: number): readonly Chunk[] {
  const groups = placeGroupsOf(model);
  return blocksOf(samples).flatMap((block) => groups.map((group) => ({ ...group, block })));
}

/** About this many groups: few enough that their sums fit in memory, many enough for workers to end together. */
const GROUPS_WANTED = 16;

export function placeGroupsOf(model: Model): readonly PlaceGroup[] {
  const seatCounts = seatsBelow(model);
  const most = Math.max(1, Math.ceil((seatCounts[0] ?? 0) / GROUPS_WANTED));
  const nation = model.places.findIndex((place) => place.parent < 0);
  if ((seatCounts[nation] ?? 0) <= Math.max(most, 4)) return [{ tops: [nation], target: -1 }];
  return split(model, nation, { seatCounts, most });
}

/** Which places have people or demand of their own, at any step; shape [place]. */
export function seatPlaces(model: Model): Uint8Array {
  const isSeat = new Uint8Array(model.places.length);
  for (const unit of model.units) for (const place of unit.placeAt) isSeat[place] = 1;
  return isSeat;
}

export function childrenOf(model: Model, place: number): readonly number[] {
  return [...model.places.keys()].filter((child) => model.places[child]?.parent === place);
}

type SplitRequest = { readonly seatCounts: Int32Array; readonly most: number };

/** Children that fit go together while there is room; one that does not fit is split in turn. */
function split(model: Model, place: number, request: SplitRequest): readonly PlaceGroup[] {
  const { seatCounts, most } = request;
  const groups: PlaceGroup[] = [];
  let tops: number[] = seatPlaces(model)[place] === 1 ? [place] : [];
  let seats = tops.length;
  for (const child of childrenOf(model, place)) {
    const count = seatCounts[child] ?? 0;
    if (count > most) {
      groups.push(...split(model, child, request));
      continue;
    }
    if (seats + count > most && tops.length > 0) {
      groups.push({ tops, target: place });
      tops = [];
      seats = 0;
    }
    tops.push(child);
    seats += count;
  }
  if (tops.length > 0) groups.push({ tops, target: place });
  return groups;
}

/** Seats at and below each place; parents stand before their children. */
function seatsBelow(model: Model): Int32Array {
  const counts = Int32Array.from(seatPlaces(model));
  for (let place = model.places.length - 1; place > 0; place--) {
    const parent = model.places[place]?.parent ?? -1;
    if (parent >= 0) counts[parent] = (counts[parent] ?? 0) + (counts[place] ?? 0);
  }
  return counts;
}
