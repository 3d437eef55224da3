// How a recorded job may change: the rules that the twin in memory and PostgreSQL share.
import type { Problem } from '#kernel';
import type { Job, JobShelf } from '#service';
import { plainData } from './plain-data.ts';

/** The job as it is kept: its request as plain data, and none of what a caller added by chance. */
export function newJob(job: Job): Job {
  const request = plainData(job.request);
  const { id, kind, state, step, shareDone, place, by, submittedAt, startedAt, endedAt, resultKey } = job;
  const whole = { id, kind, state, step, shareDone, place, by, submittedAt, startedAt, endedAt, request, resultKey };
  return { ...whole, standing: plainStanding(job.standing), problems: job.problems.map(plainProblem) };
}

/** The job with what is given changed. */
export function movedJob(job: Job, change: Parameters<JobShelf['move']>[1]): Job {
  return {
    ...job,
    state: change.state ?? job.state,
    step: change.step ?? job.step,
    shareDone: change.shareDone ?? job.shareDone,
    standing: plainStanding(change.standing ?? job.standing),
    startedAt: change.startedAt ?? job.startedAt,
    endedAt: change.endedAt ?? job.endedAt,
    problems: (change.problems ?? job.problems).map(plainProblem),
  };
}

/** Whether nothing about the job changes any more. */
export function hasEnded({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

function plainStanding(standing: Job['standing']): Job['standing'] {
  if (standing === null) return null;
  const { objectiveGbp, boundGbp, relativeGap } = standing;
  return { objectiveGbp, boundGbp, relativeGap };
}

function plainProblem({ code, message, path, hint }: Problem): Problem {
  return { code, message, path, hint };
}
