// The work behind the acceptance of a plan: its undertakings kept as commitments, so many at a time.
import { canonicalJson, fail, ok, type Problem } from '#kernel';
import { planDocumentSchema } from '#planning';
import type { JobWork } from '#queue';
import { acceptAskSchema, ACCEPTED_PART, keepAccepted, PLAN_PART, type Clock, type Store } from '#service';

export function createAcceptWork({ store, clock }: { readonly store: Store; readonly clock: Clock }): JobWork {
  return async ({ tenant, job }, { onProgress }) => {
    const asked = acceptAskSchema.safeParse(job.request);
    if (!asked.success) return fail(gone);
    const { ask } = asked.data;
    onProgress('Reading the plan', 0);
    const text = await store.inTenant(tenant, async (session) =>
      ok(await session.results.part(ask.planKey, PLAN_PART.document)),
    );
    if (!text.ok) return text;
    if (text.value === null) return fail(gone);
    const plan = planDocumentSchema.parse(JSON.parse(text.value));
    const accepted = await keepAccepted({
      store,
      tenant,
      plan,
      ask,
      by: job.by,
      at: clock(),
      onProgress: (shareDone) => onProgress('Writing down what each body undertakes', shareDone),
    });
    return accepted.ok ? ok(new Map([[ACCEPTED_PART, canonicalJson(accepted.value)]])) : accepted;
  };
}

const gone: Problem = {
  code: 'not-found',
  message: 'The plan that was to be accepted is not kept any more.',
  path: 'request.ask.planKey',
  hint: 'Make the plan again, and accept it from its page.',
};
