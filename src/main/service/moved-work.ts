// The work behind what moved: the projection of before, and one part after another of the present pack in its place.
import { canonicalJson, fail, groupBy, ok, type Problem } from '#kernel';
import { readPackTexts } from '#pack';
import { planDocumentSchema, publishPack, whatMoved } from '#planning';
import type { JobWork } from '#queue';
import { hashOfCommitments, movedAskSchema, movedPart, PLAN_PART, readDeliveryRecords, type Store } from '#service';

export function createMovedWork(store: Store): JobWork {
  return async ({ tenant, job, pack }, { onProgress, signal, simulator }) => {
    const asked = movedAskSchema.safeParse(job.request);
    if (!asked.success) return fail(gone);
    const { planKey, packVersion, scenario, recordsHash } = asked.data.ask;
    onProgress('Reading the plan and the pack of before', 0);
    const read = await store.inTenant(tenant, async (session) => {
      const records = await readDeliveryRecords(session);
      if (!records.ok) return records;
      const text = await session.results.part(planKey, PLAN_PART.document);
      return ok({ records: records.value, text, files: await session.pack.files(packVersion) });
    });
    if (!read.ok) return read;
    const { records, text, files } = read.value;
    if (text === null) return fail(gone);
    if (hashOfCommitments(records) !== recordsHash) return fail(moved);
    const before = readPackTexts(new Map([...files].map(([path, file]) => [path, file.text])));
    if (!before.ok) return before;
    const plan = planDocumentSchema.parse(JSON.parse(text));
    const control = {
      signal,
      onProgress: (shareDone: number) => onProgress('Putting one part after another in its place', shareDone),
    };
    const { commitments } = records;
    const given = {
      before: { pack: publishPack(before.value), plan },
      after: pack,
      commitments,
      scenario,
      month: null,
    };
    const found = await whatMoved(given, { simulator, control });
    if (!found.ok) return found;
    const byPlace = groupBy(found.value, ({ place }) => place);
    return ok(new Map([...byPlace].map(([place, its]) => [movedPart(place), canonicalJson(its)])));
  };
}

const gone: Problem = {
  code: 'not-found',
  message: 'The plan from which things moved is not kept any more.',
  path: 'request.ask.planKey',
  hint: 'Make a plan; the next change of the pack is then told from it.',
};

const moved: Problem = {
  code: 'stale',
  message: 'Commitments changed before the work began.',
  path: 'request.ask.recordsHash',
  hint: 'Ask again; the newest commitments are read.',
};
