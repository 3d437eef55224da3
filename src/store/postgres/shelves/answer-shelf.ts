// Answers to requests that may be sent twice, in PostgreSQL: claimed without waiting, kept with the change itself.
import { sql } from 'kysely';
import { assert, canonicalJson } from '#kernel';
import type { AnswerClaim, AnswerClaimed, AnswerShelf } from '#service';
import { oldestKept } from '../../answer-age.ts';
import type { TenantTransaction } from '../tenant-transaction.ts';

export function postgresAnswers({ tables, tenantId }: TenantTransaction): AnswerShelf {
  const held = ({ member, key }: AnswerClaim) =>
    tables
      .selectFrom('answers')
      .select(['requestHash', 'status', 'headers', 'body'])
      .where('tenantId', '=', tenantId)
      .where('member', '=', member)
      .where('key', '=', key);
  return {
    async claim(claim): Promise<AnswerClaimed> {
      const { member, key, requestHash, at } = claim;
      // Who comes while the first is at work is told so at once and holds no connection while waiting.
      const name = canonicalJson([tenantId, member, key]);
      const { rows } = await sql<{ isFree: boolean }>`
        select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as is_free`.execute(tables);
      if (rows[0]?.isFree !== true) return { state: 'in-flight' };
      await tables.deleteFrom('answers').where('tenantId', '=', tenantId).where('at', '<', oldestKept(at)).execute();
      const there = await held(claim).executeTakeFirst();
      if (there === undefined) {
        // Where another has claimed it since this transaction began, this runs into a conflict and is run again.
        await tables
          .insertInto('answers')
          .values({ tenantId, member, key, requestHash, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return { state: 'fresh' };
      }
      if (there.requestHash !== requestHash) return { state: 'other-request' };
      const { status, headers, body } = there;
      if (status === null || headers === null || body === null) return { state: 'in-flight' };
      return { state: 'kept', answer: { status, headers, body } };
    },
    async keep(claim, { status, headers, body }) {
      const { numUpdatedRows } = await tables
        .updateTable('answers')
        .set({ status, headers: canonicalJson({ ...headers }), body })
        .where('tenantId', '=', tenantId)
        .where('member', '=', claim.member)
        .where('key', '=', claim.key)
        .where('status', 'is', null)
        .executeTakeFirst();
      assert(numUpdatedRows === 1n, 'an answer is kept once, after its key was claimed');
    },
    async forget(member) {
      await tables
        .deleteFrom('answers')
        .where('tenantId', '=', tenantId)
        .where('member', '=', member)
        .where('status', 'is not', null)
        .execute();
    },
  };
}
