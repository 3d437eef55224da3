// The work behind a reading of delivery: the plan's futures projected as undertaken and as things stand, and drawn up.
import { setImmediate } from 'node:timers/promises';
import { pagePdf } from '#exchange';
import { canonicalJson, fail, ok, parseMonth, type Problem } from '#kernel';
import { deliveryAnswer, planDocumentSchema } from '#planning';
import type { JobWork } from '#queue';
import {
  hashOfRecords,
  PLAN_PART,
  readDeliveryRecords,
  readingAskSchema,
  READING_PART,
  READING_PDF_PART,
  type Store,
} from '#service';

/** Months ahead that notices look. */
const WITHIN_MONTHS = 6;

export function createDeliveryWork(store: Store): JobWork {
  return async ({ tenant, job, pack }, { onProgress, signal, simulator }) => {
    const asked = readingAskSchema.safeParse(job.request);
    const now = asked.success ? parseMonth(asked.data.ask.month) : null;
    if (!asked.success || now === null) return fail(gone);
    const { planKey, place, recordsHash } = asked.data.ask;
    onProgress('Reading the plan and the records', 0);
    const read = await store.inTenant(tenant, async (session) => {
      const records = await readDeliveryRecords(session);
      return records.ok
        ? ok({ records: records.value, text: await session.results.part(planKey, PLAN_PART.document) })
        : records;
    });
    if (!read.ok) return read;
    const { records, text } = read.value;
    if (text === null) return fail(gone);
    if (hashOfRecords(records) !== recordsHash) return fail(moved);
    await setImmediate();
    const plan = planDocumentSchema.parse(JSON.parse(text));
    const control = {
      signal,
      onProgress: (shareDone: number) => onProgress('Projecting as undertaken and as things stand', shareDone),
    };
    const answer = await deliveryAnswer(
      { pack, plan, records, place, now, within: WITHIN_MONTHS },
      { simulator, control },
    );
    if (!answer.ok) return answer;
    const { data, page } = answer.value;
    const pdf = await pagePdf(page);
    return ok(
      new Map([
        [READING_PART, canonicalJson({ hash: data.hash, page })],
        // A place whose words no font of this machine holds has its document as a page alone.
        ...(pdf.ok ? [[READING_PDF_PART, Buffer.from(pdf.value).toString('base64')] as const] : []),
      ]),
    );
  };
}

const gone: Problem = {
  code: 'not-found',
  message: 'The plan that delivery was to be read against is not kept any more.',
  path: 'request.ask.planKey',
  hint: 'Make the plan again, and ask again from the page of the six steps.',
};

const moved: Problem = {
  code: 'stale',
  message: 'Records of delivery changed before the work began.',
  path: 'request.ask.recordsHash',
  hint: 'Ask again; the newest records are read.',
};
