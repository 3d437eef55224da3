// Long work that has left no result yet: how far it is, or why it ended, and the way to ask again.
import type { PageRequest } from '#http';
import type { Job } from '#service';
import { JobProgress } from './job-progress.tsx';

export type JobOutcomeProps = {
  readonly request: PageRequest;
  readonly job: Job;
  /** Address of the form by which it was asked for. */
  readonly again: string;
};

export function JobOutcome({ request, job, again }: JobOutcomeProps) {
  return (
    <>
      <JobProgress request={request} job={job} />
      {job.endedAt === null ? null : (
        <p>
          There is no result. <a href={again}>Ask again</a>
        </p>
      )}
    </>
  );
}
