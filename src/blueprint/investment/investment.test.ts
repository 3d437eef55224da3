// Tests of money held against requirements and standards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { investmentReading, resolveBlueprint } from '#blueprint';
import type { BudgetLine, InvestmentReading } from '#blueprint';
import { blueprintOf, places, requirement } from '../resolution/sample-blueprint.test-support.ts';

function line(id: string, more: Partial<BudgetLine>): BudgetLine {
  return {
    id,
    title: id,
    holder: 'MILL',
    beneficiary: 'MILL',
    requirement: 'A',
    standards: ['FHIR'],
    fund: 'own',
    retires: null,
    amounts: [{ year: 2026, amountGbp: 100 }],
    source: 'teaching',
    ...more,
  };
}

function read(lines: readonly BudgetLine[]): InvestmentReading {
  const asked = [requirement('A', { standards: ['FHIR', 'SNOMED'] }), requirement('B', { standards: ['WCAG'] })];
  const resolved = resolveBlueprint(blueprintOf(asked, []), places, 309);
  assert(resolved.ok);
  return investmentReading({ resolved: resolved.value, places, lines });
}

test('money without a standard is listed with its reason and its total', () => {
  const { withoutStandard, alignedGbp, totalGbp } = read([
    line('right', {}),
    line('loose', { requirement: null }),
    line('gone', { requirement: 'X' }),
    line('bare', { standards: [] }),
    line('other', {
      standards: ['WCAG'],
      amounts: [
        { year: 2026, amountGbp: 7 },
        { year: 2027, amountGbp: 3 },
      ],
    }),
  ]);
  assert.deepEqual(
    withoutStandard.map((each) => [each.lines[0], each.totalGbp]),
    [
      ['loose', 100],
      ['gone', 100],
      ['bare', 100],
      ['other', 10],
    ],
  );
  assert.match(withoutStandard[3]?.sentence ?? '', /names WCAG; requirement 'A' is to meet FHIR, SNOMED/);
  assert.deepEqual([alignedGbp, totalGbp], [100, 410]);
});

test('standards without money are those that no aligned line names', () => {
  assert.deepEqual(read([line('right', {})]).standardsWithoutMoney, [
    { standard: 'SNOMED', requirements: ['A'] },
    { standard: 'WCAG', requirements: ['B'] },
  ]);
});

test('two holders who pay for one thing in one year fund it twice, and what is spare is all but the largest', () => {
  const { fundedTwice } = read([
    line('one', {
      amounts: [
        { year: 2026, amountGbp: 100 },
        { year: 2027, amountGbp: 50 },
      ],
    }),
    line('two', { holder: 'HAM-R', amounts: [{ year: 2026, amountGbp: 30 }] }),
    line('elsewhere', { holder: 'HAM-R', beneficiary: 'WELL' }),
  ]);
  assert.deepEqual(
    fundedTwice.map(({ lines, totalGbp }) => [lines, totalGbp]),
    [[['one', 'two'], 30]],
  );
});

test('two lines of one holder and fund are one funding', () => {
  assert.deepEqual(read([line('one', {}), line('two', {})]).fundedTwice, []);
});

test('money on what is to be retired is listed', () => {
  assert.deepEqual(
    read([line('old', { retires: 320 }), line('new', {})]).toBeRetired.map((each) => each.lines),
    [['old']],
  );
});

test('the share that is aligned is given by tier and year', () => {
  const { alignment } = read([
    line('right', { holder: 'HAM', amounts: [{ year: 2026, amountGbp: 30 }] }),
    line('loose', { holder: 'HAM', requirement: null, amounts: [{ year: 2026, amountGbp: 10 }] }),
    line('own', { amounts: [{ year: 2027, amountGbp: 0 }] }),
  ]);
  assert.deepEqual(alignment, [
    { tier: 'national', year: 2026, totalGbp: 40, alignedGbp: 30, share: 0.75 },
    { tier: 'organisation', year: 2027, totalGbp: 0, alignedGbp: 0, share: 0 },
  ]);
});
