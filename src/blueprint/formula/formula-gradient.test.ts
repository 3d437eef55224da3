// Gradients of formulas against finite differences.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateFormula, formulaGradient, parseFormula } from '#blueprint';

const VALUES: Readonly<Record<string, number>> = { a: 3, b: 7, c: 0.4, d: -2 };

for (const text of [
  'a + b * c - d',
  '-(a * b) / c',
  'max(a * c, b, d) + min(a, b)',
  'sqrt(a * b) / (1 + c)',
  'a / b / c + a * a',
]) {
  test(`the gradient of ${text} is that of finite differences`, () => {
    const parsed = parseFormula(text);
    assert.ok(parsed.ok);
    const formula = parsed.value;
    const at = (name: string, more: number) => (each: string) => (VALUES[each] ?? 0) + (each === name ? more : 0);
    const gradient = formulaGradient(formula, at('', 0));
    for (const name of Object.keys(VALUES)) {
      const slope = (evaluateFormula(formula, at(name, 1e-5)) - evaluateFormula(formula, at(name, -1e-5))) / 2e-5;
      assert.ok(Math.abs((gradient.get(name) ?? 0) - slope) < 1e-6, `${name}: ${gradient.get(name)} and ${slope}`);
    }
  });
}

test('whole numbers that are made of broken ones do not change for a little more', () => {
  const parsed = parseFormula('ceil(a * c) + floor(b)');
  assert.ok(parsed.ok);
  assert.deepEqual([...formulaGradient(parsed.value, (name) => VALUES[name] ?? 0)], []);
});
