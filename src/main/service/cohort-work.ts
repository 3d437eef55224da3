// The work behind the cohort board: the pack projected with the cohorts as planned and as they are forecast.
import { canonicalJson, fail, ok, type Problem } from '#kernel';
import { cohortsAnswer, readCohortBook } from '#planning';
import type { JobWork } from '#queue';
import { COHORT_PART, cohortAskSchema } from '#service';

export const cohortWork: JobWork = async ({ job, pack }, { onProgress, signal, simulator }) => {
  const asked = cohortAskSchema.safeParse(job.request);
  if (!asked.success) return fail(unreadable);
  const { scenario, asOf } = asked.data.ask;
  const book = readCohortBook(asked.data.ask.book, 'cohorts', pack);
  if (!book.ok) return book;
  const control = {
    signal,
    onProgress: (shareDone: number) => onProgress('Projecting the cohorts as planned and as forecast', shareDone),
  };
  const answer = await cohortsAnswer(pack, { book: book.value, scenario, asOf }, { simulator, control });
  if (!answer.ok) return answer;
  const { title, summary, sections } = answer.value.page;
  return ok(new Map([[COHORT_PART, canonicalJson({ title, summary, sections })]]));
};

const unreadable: Problem = {
  code: 'schema',
  message: 'The request of this job holds no cohorts, scenario and month in the form that is asked for.',
  path: 'request.ask',
  hint: 'Ask for it again from the cohort board.',
};
