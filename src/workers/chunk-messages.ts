// What crosses between a pool and its threads: the model once, a request once, then chunks by number and results.
import type { ChunkResult, Model, ProjectionRequest } from '#engine';

export type ToThread =
  | { readonly kind: 'model'; readonly model: Model }
  | { readonly kind: 'request'; readonly request: ProjectionRequest }
  | { readonly kind: 'chunk'; readonly index: number };

export type FromThread =
  | { readonly kind: 'result'; readonly index: number; readonly result: ChunkResult }
  | { readonly kind: 'failure'; readonly reason: string };
