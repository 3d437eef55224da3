// The door of engine/: compile, run, summarise.
export { compile, type CompileInput } from './model/compile.ts';
export type { Model } from './model/model.ts';
export * from './projection.ts';
export { chunksOf, type Chunk } from './run/chunks.ts';
export { chunkMerger, mergeChunks, type ChunkMerger } from './run/merge-chunks.ts';
export { projectChunk, type ChunkResult } from './run/project-chunk.ts';
export { demandReader } from './readings/demand-samples.ts';
export { demandParts, type DemandPart } from './readings/demand-parts.ts';
export { partOf } from './readings/part-of.ts';
export { supplyOrigins, type SupplyOrigin } from './readings/supply-origins.ts';
export { needBySample, type NeedBySample } from './readings/need-samples.ts';
export { requirementDemand, type RequirementDemand } from './readings/requirement-demand.ts';
export { responseTable } from './readings/response-table.ts';
export { sensitivity, type Sensitivity } from './readings/sensitivity.ts';
export { ENGINE_VERSION } from './version.ts';
export { simulateCohorts, type CohortModel } from './draws/simulate-cohorts.ts';
export { exactTotal, type ExactTotal } from './moments/exact-moments.ts';
export { chainMoments, type LinearChain, type Moments, stationaryShares } from './moments/linear-chain.ts';
