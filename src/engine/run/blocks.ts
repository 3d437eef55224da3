// Blocks: runs of samples that are projected together, so that memory is bounded whatever the number of samples.
import { scramblesOf } from '#workforce';
import type { ProjectionRequest } from '../projection.ts';

/** Samples first, first + 1, … of a request. */
export type SampleBlock = { readonly first: number; readonly count: number };

/** Up to so many samples all are kept at once and quantiles are exact; of more they are read from sketches. One sample of a
 *  place with 40 roles and ten years takes 0.15 MB, and a thread holds a handful of places. */
export const MOST_EXACT = 512;

/** Past the limit so many are kept at once, which is half of what the limit allows. */
const MOST_IN_BLOCK = 256;

/** @returns one block up to the limit; past it blocks each of which lies within one scramble of samples */
export function blocksOf(samples: number): readonly SampleBlock[] {
  if (samples <= MOST_EXACT) return [{ first: 0, count: samples }];
  const size = samples / scramblesOf(samples);
  return Array.from({ length: scramblesOf(samples) }, (_, scramble) =>
    Array.from({ length: Math.ceil(size / MOST_IN_BLOCK) }, (_each, part) => {
      const first = part * MOST_IN_BLOCK;
      return { first: scramble * size + first, count: Math.min(MOST_IN_BLOCK, size - first) };
    }),
  ).flat();
}

/** The same request of a block's samples alone. */
export function withinBlock(request: ProjectionRequest, { first, count }: SampleBlock): ProjectionRequest {
  const width = request.samples.values.length / request.samples.count;
  const values = request.samples.values.subarray(first * width, (first + count) * width);
  return { ...request, samples: { count, values } };
}
