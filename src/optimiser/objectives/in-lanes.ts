// Runs questions that do not hang on each other a few at a time, and keeps their answers in order.
import { ok } from '#kernel';
import type { Result } from '#kernel';

/** Programmes that are solved side by side; the answers do not depend on it. */
const LANES = 2;

/** @returns the answers in the order of the items, or the problems of the first that failed */
export async function inLanes<T, A>(
  items: readonly T[],
  ask: (item: T, index: number) => Promise<Result<A>>,
): Promise<Result<readonly A[]>> {
  const answers: Result<A>[] = [];
  const waiting = [...items.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, item] = next;
      const answer = await ask(item, index);
      answers[index] = answer;
      if (!answer.ok) waiting.length = 0;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const values: A[] = [];
  for (const answer of answers) {
    if (answer === undefined) continue;
    if (!answer.ok) return answer;
    values.push(answer.value);
  }
  return ok(values);
}
