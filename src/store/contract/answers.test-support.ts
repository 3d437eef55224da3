// The store's contract about requests that are sent twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fail, ok } from '#kernel';
import type { AnswerClaim, KeptAnswer } from '#service';
import { AT, type Bench, codeOf, DEED, doing, DRAFT, valueOf } from './bench.test-support.ts';

const CLAIM: AnswerClaim = { member: 'member-1', key: 'key-1', requestHash: 'hash-1', at: AT };
const ANSWER: KeptAnswer = { status: 201, headers: { etag: '"1"', location: '/x' }, body: '{"id":"c-1"}' };

export function answersContract(bench: Bench): void {
  const claim = (tenant: string, change: Partial<AnswerClaim>) =>
    doing(bench.store(), tenant, ({ answers }) => answers.claim({ ...CLAIM, ...change }));
  const answered = (tenant: string) =>
    doing(bench.store(), tenant, async ({ answers }) => {
      await answers.claim(CLAIM);
      await answers.keep(CLAIM, ANSWER);
    });

  test('a key is fresh once, and its kept answer comes back to the byte', async () => {
    const tenant = await bench.freshTenant();
    await answered(tenant);
    assert.deepEqual(await claim(tenant, {}), { state: 'kept', answer: ANSWER });
  });

  test('a key used for another request is told so, and each member has keys of their own', async () => {
    const tenant = await bench.freshTenant();
    await answered(tenant);
    assert.deepEqual(await claim(tenant, { requestHash: 'hash-2' }), { state: 'other-request' });
    assert.deepEqual(await claim(tenant, { member: 'member-2' }), { state: 'fresh' });
    assert.deepEqual(await claim(tenant, { key: 'key-2' }), { state: 'fresh' });
  });

  test('what was kept for one member is forgotten, and what is under way or another’s is not', async () => {
    const tenant = await bench.freshTenant();
    await answered(tenant);
    await claim(tenant, { key: 'key-2' });
    await claim(tenant, { member: 'member-2' });
    await doing(bench.store(), tenant, ({ answers }) => answers.forget('member-1'));
    assert.deepEqual(await claim(tenant, {}), { state: 'fresh' });
    assert.deepEqual(await claim(tenant, { key: 'key-2' }), { state: 'in-flight' });
    assert.deepEqual(await claim(tenant, { member: 'member-2' }), { state: 'in-flight' });
  });

  test('a key that was claimed and not answered is in flight', async () => {
    const tenant = await bench.freshTenant();
    assert.deepEqual(await claim(tenant, {}), { state: 'fresh' });
    assert.deepEqual(await claim(tenant, {}), { state: 'in-flight' });
  });

  test('a claim whose work fails is undone with it, so that the request may be sent again', async () => {
    const tenant = await bench.freshTenant();
    const problem = { code: 'stale', message: 'Stale.', path: 'x', hint: 'Read again.' } as const;
    const failed = await bench.store().inTenant(tenant, async ({ answers }) => {
      await answers.claim(CLAIM);
      return fail(problem);
    });
    assert.equal(codeOf(failed), 'stale');
    assert.deepEqual(await claim(tenant, {}), { state: 'fresh' });
  });

  test('an answer is forgotten after a day', async () => {
    const tenant = await bench.freshTenant();
    await answered(tenant);
    assert.equal((await claim(tenant, { at: '2026-11-23T20:02:48.123Z' })).state, 'kept');
    assert.equal((await claim(tenant, { at: '2026-11-23T20:02:48.124Z' })).state, 'fresh');
  });

  test('fifty requests with one key act once, and every answer is the same', async () => {
    const tenant = await bench.freshTenant();
    const send = () =>
      bench.store().inTenant(tenant, async ({ answers, records }) => {
        const claimed = await answers.claim(CLAIM);
        if (claimed.state !== 'fresh') return ok(claimed);
        valueOf(await records.put(DRAFT, 0, DEED));
        await answers.keep(CLAIM, ANSWER);
        return ok({ state: 'kept' as const, answer: ANSWER });
      });
    const states = (await Promise.all(Array.from({ length: 50 }, send))).map(valueOf);
    assert.ok(states.every(({ state }) => state === 'kept' || state === 'in-flight'));
    assert.ok(states.some(({ state }) => state === 'kept'));
    assert.deepEqual(valueOf(await send()), { state: 'kept', answer: ANSWER });
    const history = await doing(bench.store(), tenant, ({ records }) => records.history('commitment', 'c-1'));
    assert.equal(history.length, 1);
  });
}
