// The thread of one planning job: it may reckon for a minute without a pause, and is ended when the job is stopped.
import { parentPort } from 'node:worker_threads';
import { assert, type Result } from '#kernel';
import type { Projection } from '#engine';
import type { Simulator } from '#planning';
import type { JobWork } from '#queue';
import type { JobStanding } from '#service';
import { createHighsSolver } from '#solver';
import type { FromJobThread, ToJobThread } from './job-thread-messages.ts';
import { createOptimiseWork } from './optimise-work.ts';
import { createPlanWork } from './plan-work.ts';

const works: ReadonlyMap<string, JobWork> = new Map([
  ['plan', createPlanWork(createHighsSolver())],
  ['optimise', createOptimiseWork(createHighsSolver())],
]);

/** Whoever waits for the projection that was asked for last; there is one at a time. */
let onProjected: (projection: Result<Projection>) => void = () => undefined;
let onProjecting: (shareDone: number) => void = () => undefined;

/** Projections are made where the owner makes them: on all threads, or on every machine of the queue. */
const simulator: Simulator = {
  project: (model, request, control) =>
    new Promise((resolve) => {
      onProjected = resolve;
      onProjecting = control.onProgress;
      post({ kind: 'project', model, request });
    }),
};

/** A stop ends the thread, so the work itself is never asked. */
const neverAsked = { aborted: false };

parentPort?.on('message', (message: ToJobThread) => {
  switch (message.kind) {
    case 'projecting':
      return onProjecting(message.shareDone);
    case 'projected':
      return onProjected(message.projection);
    case 'job':
      return void work(message);
  }
});

async function work({ commission }: Extract<ToJobThread, { readonly kind: 'job' }>): Promise<void> {
  const own = works.get(commission.job.kind);
  assert(own !== undefined, `jobs of the kind '${commission.job.kind}' are done in a thread`);
  const onProgress = (step: string, shareDone: number): void => post({ kind: 'progress', step, shareDone });
  const onStanding = (standing: JobStanding): void => post({ kind: 'standing', standing });
  post({ kind: 'done', parts: await own(commission, { onProgress, onStanding, signal: neverAsked, simulator }) });
}

function post(message: FromJobThread): void {
  parentPort?.postMessage(message);
}
