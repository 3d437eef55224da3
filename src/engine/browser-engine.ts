// The engine as one bundle for browsers and their workers: from a compiled system to a projection, and the workbench.
import { chunksOf } from './run/chunks.ts';
import { chunkMerger } from './run/merge-chunks.ts';
import { projectChunk } from './run/project-chunk.ts';
import type { Model } from './model/model.ts';
import type { Projection, ProjectionRequest } from './projection.ts';

export { centralSample, drawSamples, effectiveRegister, sampleDesign } from '#workforce';
export { demandLines, resolveBlueprint } from '#blueprint';
export { sha256Hex } from '#kernel';
export { compile } from './model/compile.ts';
export { ENGINE_VERSION } from './version.ts';
export { leverModel } from './workbench/lever-model.ts';
export { moveLevers } from './workbench/move-levers.ts';
export { packWorkbench, unpackWorkbench } from './workbench/pack-workbench.ts';
export { prepareWorkbench } from './workbench/prepare-workbench.ts';

/** The whole projection in the thread that asks: the same bytes as on any number of threads.
 *  @param onProgress told the share that is done, 0..1, after each chunk */
export function projectWhole(
  model: Model,
  request: ProjectionRequest,
  onProgress: (shareDone: number) => void,
): Projection {
  const chunks = chunksOf(model, request.samples.count);
  const merger = chunkMerger(model, request);
  chunks.forEach((chunk, index) => {
    merger.add(projectChunk(model, request, chunk));
    onProgress((index + 1) / chunks.length);
  });
  return merger.finish();
}
