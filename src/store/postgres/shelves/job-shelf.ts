// Long work in PostgreSQL, and what it found.
import { fail, ok } from '#kernel';
import type { Job, JobShelf, ResultShelf } from '#service';
import { auditedJob } from '../../audited-change.ts';
import { hasEnded, movedJob, newJob } from '../../job-state.ts';
import { plainText } from '../../plain-data.ts';
import { duplicate } from '../../refusals.ts';
import type { TenantTransaction } from '../tenant-transaction.ts';

export function postgresJobs(transaction: TenantTransaction): JobShelf {
  const { tables, tenantId } = transaction;
  const jobs = () => tables.selectFrom('jobs').select(JOB_COLUMNS).where('tenantId', '=', tenantId);
  const get = async (id: string) => (await jobs().where('id', '=', id).executeTakeFirst()) ?? null;
  return {
    get,
    list({ places, kind, limit }) {
      let query = jobs().orderBy('submittedAt', 'desc').orderBy('id').limit(limit);
      if (places !== null) query = query.where((is) => is('place', '=', is.fn.any(is.val([...places]))));
      if (kind !== null) query = query.where('kind', '=', kind);
      return query.execute();
    },
    async add(job, deed) {
      await transaction.lock();
      if ((await get(job.id)) !== null) return fail(duplicate(`job/${job.id}`));
      const added = newJob(job);
      const json = {
        request: plainText(added.request),
        problems: plainText(added.problems),
        standing: standingText(added),
      };
      await tables
        .insertInto('jobs')
        .values({ tenantId, ...added, ...json })
        .execute();
      await transaction.record(deed, auditedJob(added));
      return ok(added);
    },
    async move(id, change) {
      await transaction.lock();
      const job = await get(id);
      if (job === null || hasEnded(job)) return null;
      const moved = movedJob(job, change);
      const { state, step, shareDone, startedAt, endedAt } = moved;
      const problems = plainText(moved.problems);
      await tables
        .updateTable('jobs')
        .set({ state, step, shareDone, standing: standingText(moved), startedAt, endedAt, problems })
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .execute();
      return moved;
    },
  };
}

function standingText({ standing }: Job): string | null {
  return standing === null ? null : plainText(standing);
}

const JOB_COLUMNS = [
  'id',
  'kind',
  'state',
  'step',
  'shareDone',
  'standing',
  'place',
  'by',
  'submittedAt',
  'startedAt',
  'endedAt',
  'request',
  'resultKey',
  'problems',
] as const;

export function postgresResults(transaction: TenantTransaction): ResultShelf {
  const { tables, tenantId } = transaction;
  const parts = (key: string) => tables.selectFrom('results').where('tenantId', '=', tenantId).where('key', '=', key);
  return {
    async part(key, name) {
      return (await parts(key).select('text').where('name', '=', name).executeTakeFirst())?.text ?? null;
    },
    async names(key) {
      return (await parts(key).select('name').orderBy('name').execute()).map(({ name }) => name);
    },
    async keep(key, texts) {
      await transaction.lock();
      for (const [name, text] of texts) {
        await tables
          .insertInto('results')
          .values({ tenantId, key, name, text })
          .onConflict((conflict) => conflict.columns(['tenantId', 'key', 'name']).doUpdateSet({ text }))
          .execute();
      }
    },
    async remove(key) {
      await transaction.lock();
      await tables.deleteFrom('results').where('tenantId', '=', tenantId).where('key', '=', key).execute();
    },
  };
}
