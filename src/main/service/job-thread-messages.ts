// What crosses between a job's thread and its owner: the job, its progress, the projections it asks for, and its parts.
import type { Model, Projection, ProjectionRequest } from '#engine';
import type { Result } from '#kernel';
import type { Commission } from '#queue';
import type { JobStanding } from '#service';

export type ToJobThread =
  | { readonly kind: 'job'; readonly commission: Commission }
  | { readonly kind: 'projecting'; readonly shareDone: number }
  | { readonly kind: 'projected'; readonly projection: Result<Projection> };

export type FromJobThread =
  | { readonly kind: 'progress'; readonly step: string; readonly shareDone: number }
  | { readonly kind: 'standing'; readonly standing: JobStanding }
  | { readonly kind: 'project'; readonly model: Model; readonly request: ProjectionRequest }
  | { readonly kind: 'done'; readonly parts: Result<ReadonlyMap<string, string>> };
