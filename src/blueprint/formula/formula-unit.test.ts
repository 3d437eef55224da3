// Tests of units and of the unit a formula comes to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUnit, formatUnit, isSameUnit, parseFormula, parseUnit, unitOf } from '#blueprint';
import type { Unit } from '#blueprint';

const units = new Map([
  ['staff', 'people'],
  ['sites', 'sites'],
  ['postsToday', 'FTE'],
  ['perThousand', 'FTE/1000 people'],
  ['perSite', 'FTE/site'],
  ['uptake', 'share'],
  ['percentUptake', 'percent'],
]);

function unit(text: string): Unit {
  const parsed = parseUnit(text);
  assert(parsed.ok, text);
  return parsed.value;
}

function problemsOf(text: string): readonly string[] {
  const formula = parseFormula(text);
  assert(formula.ok, text);
  return checkUnit(formula.value, 'FTE', (name) => units.get(name) ?? null).map((each) => each.message);
}

test('one and many of a thing are one unit, and order does not matter', () => {
  assert(isSameUnit(unit('sites'), unit('site')));
  assert(isSameUnit(unit('people'), unit('person')));
  assert(isSameUnit(unit('bodies/year'), unit('body/year')));
  assert(isSameUnit(unit('GBP/FTE-year'), unit('GBP/year/FTE')));
  assert(!isSameUnit(unit('FTE/1000 people'), unit('FTE/people')));
  assert(isSameUnit(unit('percent'), unit('0.01 share')));
});

test('a unit is written back so that it reads as the same unit', () => {
  for (const text of ['FTE/1000 people', 'people', 'GBP/FTE-year', 'share', '1000 people', '1/year']) {
    assert(isSameUnit(unit(formatUnit(unit(text))), unit(text)), text);
  }
});

test('a text that is no unit is refused', () => {
  for (const text of ['', 'FTE/', '/', 'FTE//site', '0 people', 'a&b']) assert(!parseUnit(text).ok, text);
});

const accepted = [
  'postsToday',
  'staff / 1000 * perThousand',
  'perThousand * staff / 1000',
  'sites * perSite',
  'max(1, staff / 1000 * perThousand)',
  'max(1 [FTE], staff / 500 [people/FTE])',
  'ceil(sites * perSite) + 2',
  'postsToday * uptake / 2',
  'postsToday * percentUptake / 100',
  'sqrt(postsToday * sites * perSite)',
  '3',
  '2 * 3 - 1',
  '-(4) + postsToday',
];

for (const text of accepted) test(`'${text}' comes to FTE`, () => assert.deepEqual(problemsOf(text), []));

const refused: readonly (readonly [string, string])[] = [
  ['staff', 'comes to person'],
  ['staff / 500', 'comes to person'],
  ['staff * perThousand', 'comes to FTE/1000'],
  ['staff / 1000', 'comes to 1000 person'],
  ['staff + sites', 'sets person beside site'],
  ['max(postsToday, staff)', 'sets FTE beside person'],
  ['sites * sites * perSite', 'comes to FTE site'],
  ['beds * perSite', "column 1: 'beds' is no parameter"],
  ['sites * per-site', "column 9: 'per-site' is no parameter"],
  ['1 [FTE//x] * sites', "unit 'FTE//x' cannot be read"],
];

for (const [text, told] of refused) {
  test(`'${text}' is refused: ${told}`, () => {
    const messages = problemsOf(text);
    assert.equal(messages.length, 1);
    assert(messages[0]?.includes(told), messages[0]);
  });
}

test('a formula of bare numbers has no unit of its own', () => {
  const formula = parseFormula('2 * 3');
  assert(formula.ok);
  const found = unitOf(formula.value, () => null);
  assert(found.ok && found.value === null);
});
