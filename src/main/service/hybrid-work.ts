// The work behind a hybrid role: who could fill it, what its source loses, and the gap with and without it.
import { canonicalJson, fail, ok, type Problem } from '#kernel';
import { hybridAnswer } from '#planning';
import type { JobWork } from '#queue';
import { HYBRID_PART, hybridAskSchema } from '#service';
import { fewHidden } from '../few-hidden.ts';

export const hybridWork: JobWork = async ({ job, pack }, { onProgress, signal, simulator }) => {
  const asked = hybridAskSchema.safeParse(job.request);
  if (!asked.success) return fail(unreadable);
  const control = {
    signal,
    onProgress: (shareDone: number) => onProgress('Projecting the pack with the role and without', shareDone),
  };
  const answer = await hybridAnswer(pack, asked.data.ask, { simulator, control, protect: fewHidden });
  if (!answer.ok) return answer;
  const { title, summary, sections } = answer.value.page;
  return ok(new Map([[HYBRID_PART, canonicalJson({ title, summary, sections })]]));
};

const unreadable: Problem = {
  code: 'schema',
  message: 'The request of this job holds no design, scenario and month in the form that is asked for.',
  path: 'request.ask',
  hint: 'Ask for it again from the page of hybrid roles.',
};
