// Tests of the formula parser and of the value of a parsed formula.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evaluateFormula, namesIn, parseFormula } from '#blueprint';

const figures = new Map([
  ['staff', 2600],
  ['sites', 3],
  ['staff-fte', 2000],
  ['perThousand', 5],
]);

function valueOf(text: string): number {
  const formula = parseFormula(text);
  assert(formula.ok, `'${text}' is a formula`);
  return evaluateFormula(formula.value, (name) => figures.get(name) ?? Number.NaN);
}

function refusalOf(text: string): { readonly message: string; readonly hint: string } {
  const formula = parseFormula(text);
  assert(!formula.ok, `'${text}' is refused`);
  assert.equal(formula.problems.length, 1);
  return formula.problems[0] ?? { message: '', hint: '' };
}

test('operators bind as in arithmetic and lean to the left', () => {
  assert.equal(valueOf('1 + 2 * 3'), 7);
  assert.equal(valueOf('(1 + 2) * 3'), 9);
  assert.equal(valueOf('10 - 4 - 3'), 3);
  assert.equal(valueOf('24 / 4 / 3'), 2);
  assert.equal(valueOf('-2 * 3'), -6);
  assert.equal(valueOf('2 - -3'), 5);
  assert.equal(valueOf('staff / 1000 * perThousand'), 13);
});

test('functions take their values', () => {
  assert.equal(valueOf('max(1 [FTE], staff / 500 [people/FTE])'), 5.2);
  assert.equal(valueOf('min(3, 2, 1)'), 1);
  assert.equal(valueOf('ceil(sites / 2) + floor(2.9) + sqrt(16)'), 8);
});

test('a hyphen between letters belongs to the name, and one between spaces takes away', () => {
  assert.equal(valueOf('staff-fte'), 2000);
  assert.equal(valueOf('staff - staff-fte'), 600);
});

test('names come once each and in order', () => {
  const formula = parseFormula('staff / sites + max(perThousand, staff)');
  assert(formula.ok);
  assert.deepEqual(namesIn(formula.value), ['perThousand', 'sites', 'staff']);
});

const refused: readonly (readonly [string, string])[] = [
  ['', 'column 1: the end'],
  ['staff +', 'column 8: the end'],
  ['staff * / 2', "column 9: '/'"],
  ['staff sites', "column 7: 'sites'"],
  ['(staff', 'column 7: the end'],
  ['staff)', "column 6: ')'"],
  ['max(1)', 'column 1: max has 1'],
  ['sqrt(1, 2)', 'column 1: sqrt has 2'],
  ['power(2, 3)', "column 1: 'power'"],
  ['staff ** 2', "column 8: '*'"],
  ['staff % 2', "column 7: '%'"],
  ['staff [people]', "column 7: 'people'"],
  ['500 [people', "column 5: '['"],
  ['1e999', "column 1: '1e999'"],
  ['max(1,', 'column 7: the end'],
  ['__proto__', "column 1: '_'"],
];

for (const [text, told] of refused) {
  test(`'${text}' is refused with ${told}`, () => {
    const { message, hint } = refusalOf(text);
    assert(message.includes(told), message);
    assert(hint.length > 10);
  });
}

test('a text too long or nested too deep is refused', () => {
  assert(refusalOf('1 + '.repeat(600)).message.includes('2400 characters'));
  assert(refusalOf(`${'1 + '.repeat(60)}1`).message.includes('50 deep'));
  assert(refusalOf(`${'-'.repeat(80)}1`).message.includes('50 deep'));
});

test('a division by nothing stops the run rather than going on with what is no number', () => {
  assert.throws(() => valueOf('staff / (sites - 3)'), /finite number/);
});

/** Random expressions with the value that JavaScript itself gives them. */
const expression: fc.Arbitrary<{ text: string; value: number }> = fc.letrec<{ tree: { text: string; value: number } }>(
  (tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: 0, max: 99 }).map((value) => ({ text: String(value), value })),
      fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree')).map(([left, operator, right]) => ({
        text: `(${left.text}) ${operator} (${right.text})`,
        value:
          operator === '+'
            ? left.value + right.value
            : operator === '-'
              ? left.value - right.value
              : left.value * right.value,
      })),
      tie('tree').map((inner) => ({ text: `-(${inner.text})`, value: -inner.value })),
    ),
  }),
).tree;

test('a formula has the value that arithmetic gives it', () => {
  fc.assert(fc.property(expression, ({ text, value }) => assert.equal(valueOf(text) + 0, value + 0)));
});

test('any text at all is either a formula or one clear problem', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1.9e-+*/(),[] max\u0000é😀') }), (text) => {
      const formula = parseFormula(text);
      assert(formula.ok || (formula.problems.length === 1 && formula.problems[0]?.path.startsWith('column ')));
    }),
  );
});
