// The work behind a workbench: impulse responses of every lever in every place.
import { setImmediate } from 'node:timers/promises';
import { fail, ok, parseMonth, type Problem } from '#kernel';
import { workbenchOf } from '#planning';
import type { JobWork } from '#queue';
import { WORKBENCH_PART, workbenchAskSchema } from '#service';

export const workbenchWork: JobWork = async ({ job, pack }, { onProgress, signal }) => {
  const asked = workbenchAskSchema.safeParse(job.request);
  const fromMonth = asked.success ? parseMonth(asked.data.ask.fromMonth) : null;
  if (!asked.success || fromMonth === null) return fail(unreadable);
  const workbench = await workbenchOf(
    pack,
    { ...asked.data.ask, fromMonth },
    {
      signal,
      breathe: () => setImmediate(),
      onProgress: (shareDone) => onProgress('Reading off what each lever does', shareDone),
    },
  );
  return workbench.ok ? ok(new Map([[WORKBENCH_PART, JSON.stringify(workbench.value)]])) : workbench;
};

const unreadable: Problem = {
  code: 'schema',
  message: 'The request of this workbench names no scenario, seed, samples or month in the form that is asked for.',
  path: 'request.ask',
  hint: 'Ask for it again.',
};
