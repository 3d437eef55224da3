// What does one kind of long work, and what the queue hands it.
import type { Problem, Result } from '#kernel';
import type { Pack, Simulator, StopSignal } from '#planning';
import type { Job, JobStanding } from '#service';

/** One job, with the pack as it stood when it was asked for. */
export type Commission = { readonly tenant: string; readonly job: Job; readonly pack: Pack };

export type WorkControl = {
  /** @param step what it is at, in words   @param shareDone 0..1 over the whole of the job */
  readonly onProgress: (step: string, shareDone: number) => void;
  /** How the search for a plan stands, where the work is one. */
  readonly onStanding?: (standing: JobStanding) => void;
  readonly signal: StopSignal;
  /** Projects on this machine, or on every machine that works for the same queue. */
  readonly simulator: Simulator;
};

/** Does the work. Asked again for the same job it gives the same parts.
 *  @returns what is kept under the job's key: name → text */
export type JobWork = (commission: Commission, control: WorkControl) => Promise<Result<ReadonlyMap<string, string>>>;

/** The work of each kind of job. */
export type JobWorks = ReadonlyMap<string, JobWork>;

export const STOPPED: Problem = {
  code: 'stopped',
  message: 'The work was stopped before it was done.',
  path: 'job',
  hint: 'Ask for it again.',
};
