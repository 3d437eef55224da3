// A route that hands work to the workers, and what routes that read such work have in common.
import type { z } from 'zod';
import { ok, type Result } from '#kernel';
import { hybridPageSchema, type Desk, type Job } from '#service';
import { apiRoute, DEED, type ApiRoute } from '../api-route.ts';
import { jobSchema, jobView } from './job-routes.ts';

type Asking<B extends z.ZodType> = {
  /** Beneath `/jobs`. */
  readonly path: string;
  readonly summary: string;
  readonly access: ApiRoute['access'];
  readonly body: B;
  readonly ask: (desk: Desk, body: z.output<B>) => Promise<Result<Job>>;
};

/** A route that hands work to the workers and answers with the job. */
export function askingRoute<B extends z.ZodType>({ path, ask, ...rest }: Asking<B>): ApiRoute {
  return apiRoute({
    ...DEED,
    ...rest,
    path: `/jobs/${path}`,
    answer: jobSchema,
    status: 202,
    handle: async ({ desk, body }) => {
      const job = await ask(desk, body);
      return job.ok ? ok({ value: jobView(job.value), location: `/api/v1/jobs/${job.value.id}` }) : job;
    },
  });
}

export function viewOf(job: Job | null): z.input<typeof jobSchema> | null {
  return job === null ? null : jobView(job);
}

/** A page of the workers as plain data that may be changed. */
export function pageView(page: unknown): z.output<typeof hybridPageSchema> | null {
  return page === null ? null : hybridPageSchema.parse(page);
}
