// What counts as a mutation: one change of code that runs, never of words, types or asserts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutated, mutationsOf } from './mutations.ts';

const text = [
  '// a + b is no code',
  "import { a } from './a.ts';",
  'type Pair = readonly [1, 2];',
  'export function f(a: number): number {',
  "  assert(a > 0, 'a < 1 is refused');",
  "  const word = 'a + b';",
  '  if (a >= 10 && word !== null) return Math.max(a - 1, 2);',
  '  return a * 0.5;',
  '}',
].join('\n');

test('a mutation changes one sign, number or bound of code that runs, and nothing else', () => {
  const mutations = mutationsOf({ path: 'src/engine/f.ts', text });
  assert.deepEqual(
    mutations.map(({ line, from, to }) => `${line}: ${from} → ${to}`),
    [
      '7: >= → >',
      '7: 10 → 11',
      '7: && → ||',
      '7: !== → ===',
      '7: max → min',
      '7: - → +',
      '7: 1 → 2',
      '7: 2 → 3',
      '8: * → /',
    ],
  );
  for (const mutation of mutations) {
    const changed = mutated(text, mutation);
    assert.notEqual(changed, text);
    assert.equal(changed.split('\n').filter((line, index) => line !== text.split('\n')[index]).length, 1);
  }
});
