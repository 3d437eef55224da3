// The work behind a comparison of scenarios.
import { setImmediate } from 'node:timers/promises';
import { canonicalJson, fail, ok, type Problem } from '#kernel';
import { compareScenarios } from '#planning';
import type { JobWork } from '#queue';
import { COMPARISON_PART, comparisonAskSchema } from '#service';

export const compareWork: JobWork = async ({ job, pack }, { onProgress, signal }) => {
  const asked = comparisonAskSchema.safeParse(job.request);
  if (!asked.success) return fail(unreadable);
  const compared = await compareScenarios(pack, asked.data.ask, {
    signal,
    breathe: () => setImmediate(),
    onProgress: (shareDone) => onProgress('Projecting each scenario on the same futures', shareDone),
  });
  return compared.ok ? ok(new Map([[COMPARISON_PART, canonicalJson(compared.value)]])) : compared;
};

const unreadable: Problem = {
  code: 'schema',
  message: 'The request of this comparison names no scenarios, seed and samples in the form that is asked for.',
  path: 'request.ask',
  hint: 'Ask for it again.',
};
