// Answers to requests that may be sent twice, in memory.
import { assert } from '#kernel';
import type { AnswerClaim, AnswerShelf } from '#service';
import { oldestKept } from '../answer-age.ts';
import { requireKeepable } from '../refusals.ts';
import { joined, type TenantState } from './tenant-state.ts';

export function memoryAnswers(state: TenantState): AnswerShelf {
  const keyOf = ({ member, key }: AnswerClaim) => joined(member, key);
  return {
    async claim(claim) {
      requireKeepable(claim.requestHash, claim.at);
      for (const [key, { at }] of state.answers) if (at < oldestKept(claim.at)) state.answers.delete(key);
      const held = state.answers.get(keyOf(claim));
      if (held === undefined) {
        const { member, key, requestHash, at } = claim;
        state.answers.set(keyOf(claim), { member, key, requestHash, at, answer: null });
        return { state: 'fresh' };
      }
      if (held.requestHash !== claim.requestHash) return { state: 'other-request' };
      return held.answer === null ? { state: 'in-flight' } : { state: 'kept', answer: held.answer };
    },
    async keep(claim, { status, headers, body }) {
      requireKeepable(body, ...Object.entries(headers).flat());
      const held = state.answers.get(keyOf(claim));
      assert(held !== undefined && held.answer === null, 'an answer is kept once, after its key was claimed');
      state.answers.set(keyOf(claim), { ...held, answer: { status, headers: { ...headers }, body } });
    },
    async forget(member) {
      for (const [key, held] of state.answers) {
        if (held.member === member && held.answer !== null) state.answers.delete(key);
      }
    },
  };
}
