// The work behind an explanation: the figure computed anew from the pack, beside the plan that states it.
import { canonicalJson, fail, ok, type Problem } from '#kernel';
import { explainFigure, planDocumentSchema } from '#planning';
import type { JobWork } from '#queue';
import { explainAskSchema, EXPLANATION_PART, PLAN_PART, type Store } from '#service';

export function createExplainWork(store: Store): JobWork {
  return async ({ tenant, job, pack }, { onProgress, signal, simulator }) => {
    const asked = explainAskSchema.safeParse(job.request);
    if (!asked.success) return fail(gone);
    const { figure, planKey } = asked.data.ask;
    onProgress('Reading the plan', 0);
    const text = await store.inTenant(tenant, async (session) =>
      ok(await session.results.part(planKey, PLAN_PART.document)),
    );
    if (!text.ok) return text;
    if (text.value === null) return fail(gone);
    const plan = planDocumentSchema.parse(JSON.parse(text.value));
    const control = { signal, onProgress: (shareDone: number) => onProgress('Working the figure out anew', shareDone) };
    const explained = await explainFigure({ plan, pack }, figure, { simulator, control });
    return explained.ok ? ok(new Map([[EXPLANATION_PART, canonicalJson(explained.value)]])) : explained;
  };
}

const gone: Problem = {
  code: 'not-found',
  message: 'The plan that states this figure is not kept any more.',
  path: 'request.ask.planKey',
  hint: 'Make the plan again, and ask again from its page.',
};
