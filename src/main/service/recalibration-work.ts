// The work behind a recalibration: verified evidence held against the plan's forecast, and what it teaches the register.
import { canonicalJson, fail, ok, type Problem } from '#kernel';
import { planDocumentSchema, recalibrate } from '#planning';
import type { JobWork } from '#queue';
import {
  hashOfEvidence,
  PLAN_PART,
  readDeliveryRecords,
  RECALIBRATION_PART,
  recalibrationAskSchema,
  type RecalibrationFindings,
  type Store,
} from '#service';

export function createRecalibrationWork(store: Store): JobWork {
  return async ({ tenant, job, pack }, { onProgress, signal, simulator }) => {
    const asked = recalibrationAskSchema.safeParse(job.request);
    if (!asked.success) return fail(gone);
    const { planKey, recordsHash } = asked.data.ask;
    onProgress('Reading the plan and the evidence', 0);
    const read = await store.inTenant(tenant, async (session) => {
      const records = await readDeliveryRecords(session);
      if (!records.ok) return records;
      return ok({ records: records.value, text: await session.results.part(planKey, PLAN_PART.document) });
    });
    if (!read.ok) return read;
    const { records, text } = read.value;
    if (text === null) return fail(gone);
    if (hashOfEvidence(records) !== recordsHash) return fail(moved);
    const plan = planDocumentSchema.parse(JSON.parse(text));
    const control = {
      signal,
      onProgress: (shareDone: number) => onProgress('Holding the evidence against the forecast', shareDone),
    };
    const found = await recalibrate({ pack, plan, ...records }, { simulator, control });
    if (!found.ok) return found;
    const { month, misses, learned, counted } = found.value;
    const findings: RecalibrationFindings = { month, misses, ...learned, uncounted: counted.uncounted };
    return ok(new Map([[RECALIBRATION_PART, canonicalJson(findings)]]));
  };
}

const gone: Problem = {
  code: 'not-found',
  message: 'The plan whose forecast the evidence was to be held against is not kept any more.',
  path: 'request.ask.planKey',
  hint: 'Make the plan again, and ask again.',
};

const moved: Problem = {
  code: 'stale',
  message: 'Evidence came in before the work began.',
  path: 'request.ask.recordsHash',
  hint: 'Ask again; the newest evidence is read.',
};
