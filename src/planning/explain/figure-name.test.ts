// Figures are called by name, and a wrong name is refused with the rule it breaks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFigureName } from './figure-name.ts';

test('a figure of the nation names measure, place and month and means the mean', () => {
  const parsed = parseFigureName('gapFte:ENG:2030-10');
  assert.deepEqual(parsed, {
    ok: true,
    value: {
      kind: 'series',
      isWithPlan: false,
      measure: 'gapFte',
      month: 369,
      statistic: 'mean',
      place: 'ENG',
      family: '*',
      role: '*',
      band: '*',
    },
  });
});

test('a figure of the replayed plan may name a slice and a percentile', () => {
  const parsed = parseFigureName('with-plan/fte:QOP:role=data-analyst:2035-10:p90');
  assert.ok(parsed.ok && parsed.value.kind === 'series');
  assert.equal(parsed.value.isWithPlan, true);
  assert.equal(parsed.value.role, 'data-analyst');
  assert.equal(parsed.value.statistic, 'p90');
});

test('a thing is named by its kind and id', () => {
  assert.deepEqual(parseFigureName('assumption:stock.level'), {
    ok: true,
    value: { kind: 'assumption', id: 'stock.level' },
  });
  assert.deepEqual(parseFigureName('programme-cost'), { ok: true, value: { kind: 'programme-cost' } });
});

for (const [text, rule] of [
  ['people:ENG:2030-10', /'people' is not one of headcount/],
  ['fte', /place is missing/],
  ['fte:ENG:2030-13', /'2030-13' is not a month/],
  ['fte:ENG:colour=red:2030-10', /'colour=red' is not family=ID/],
  ['fte:ENG:2030-10:median', /one of mean, p10, p50, p90/],
  ['intervention:', /lacks an id/],
] as const) {
  test(`'${text}' is refused with its rule`, () => {
    const parsed = parseFigureName(text);
    assert.ok(!parsed.ok);
    assert.match(parsed.problems[0]?.message ?? '', rule);
    assert.match(parsed.problems[0]?.hint ?? '', /gapFte:PLACE:2030-10/);
  });
}
