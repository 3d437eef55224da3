// Money of business cases: years and places add up, what serves no standard is named, and what ends is listed in order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { disinvestments, flawOfCase, spendAgainstPlan, type BusinessCaseRecord } from '#delivery';

const knows = new Map([['records', ['interop-4', 'safety-2']]]);

function businessCase(set: Partial<BusinessCaseRecord>): BusinessCaseRecord {
  return {
    title: 'Letters that arrive',
    place: 'MILL',
    beneficiary: 'MILL',
    office: 'Director of finance',
    fund: 'Regional fund',
    requirement: 'records',
    standards: ['interop-4'],
    commitments: [],
    outcomes: [{ measure: 'Letters sent electronically', unit: '%', baseline: 40, target: 90, month: '2027-12' }],
    planned: [],
    spent: [],
    disinvests: [],
    state: 'live',
    ...set,
  };
}

const anyCase = fc
  .record({
    place: fc.constantFrom('MILL', 'HAM-R', 'HAM'),
    state: fc.constantFrom('draft', 'approved', 'live', 'closed', 'refused', 'withdrawn'),
    requirement: fc.constantFrom('records', 'unheard-of', null),
    planned: fc.uniqueArray(fc.record({ year: fc.integer({ min: 2025, max: 2030 }), amountGbp: fc.nat(1e6) }), {
      selector: ({ year }) => year,
      maxLength: 4,
    }),
    spent: fc.array(
      fc.record({
        month: fc.constantFrom('2026-03', '2026-04', '2027-01'),
        amountGbp: fc.nat(1e6),
        what: fc.constant('Wages'),
      }),
      { maxLength: 4 },
    ),
  })
  .map(businessCase);

test('spend by place and year adds up to every case, and only refused or withdrawn cases plan nothing', () => {
  fc.assert(
    fc.property(fc.array(anyCase, { maxLength: 12 }), (cases) => {
      const lines = spendAgainstPlan(cases, knows);
      const sum = (of: 'plannedGbp' | 'spentGbp' | 'alignedGbp') => lines.reduce((all, line) => all + line[of], 0);
      const plannedGbp = (of: readonly BusinessCaseRecord[]) =>
        of.flatMap(({ planned }) => planned).reduce((all, { amountGbp }) => all + amountGbp, 0);
      const open = cases.filter(({ state }) => state !== 'refused' && state !== 'withdrawn');
      assert.equal(sum('plannedGbp'), plannedGbp(open));
      assert.equal(sum('alignedGbp'), plannedGbp(open.filter(({ requirement }) => requirement === 'records')));
      assert.equal(
        sum('spentGbp'),
        cases.flatMap(({ spent }) => spent).reduce((all, { amountGbp }) => all + amountGbp, 0),
      );
      const keys = lines.map(({ place, year }) => `${place} ${year}`);
      assert.deepEqual(keys, [...new Set(keys)].toSorted());
    }),
    { numRuns: 200, seed: 3 },
  );
});

test('what is spent in March and in April stands in two financial years', () => {
  const spent = [
    { month: '2026-03', amountGbp: 10, what: 'Wages' },
    { month: '2026-04', amountGbp: 5, what: 'Wages' },
  ];
  const lines = spendAgainstPlan([businessCase({ spent, planned: [{ year: 2026, amountGbp: 7 }] })], knows);
  assert.deepEqual(lines, [
    { place: 'MILL', year: 2025, plannedGbp: 0, spentGbp: 10, alignedGbp: 0 },
    { place: 'MILL', year: 2026, plannedGbp: 7, spentGbp: 5, alignedGbp: 7 },
  ]);
});

test('a case serves the blueprint only with a requirement that applies, a standard of it and an outcome', () => {
  assert.equal(flawOfCase(businessCase({}), knows), null);
  assert.match(flawOfCase(businessCase({ requirement: null }), knows) ?? '', /names no requirement/);
  assert.match(flawOfCase(businessCase({ requirement: 'other' }), knows) ?? '', /'other', which applies nowhere/);
  assert.match(flawOfCase(businessCase({ standards: ['elsewhere'] }), knows) ?? '', /no standard that 'records'/);
  assert.match(flawOfCase(businessCase({ outcomes: [] }), knows) ?? '', /names no outcome/);
});

test('what ends because of a case is listed with its case, the earliest first', () => {
  const ends = (what: string, fromMonth: string) => ({ what, fromMonth, savesGbpPerYear: 100 });
  const listed = disinvestments([
    businessCase({ title: 'One', disinvests: [ends('Fax', '2028-01'), ends('Paper', '2026-06')] }),
    businessCase({ title: 'Two', place: 'HAM', disinvests: [ends('Couriers', '2027-02'), ends('Pagers', '2028-01')] }),
  ]);
  assert.deepEqual(
    listed.map(({ title, place, what }) => [title, place, what]),
    [
      ['One', 'MILL', 'Paper'],
      ['Two', 'HAM', 'Couriers'],
      ['One', 'MILL', 'Fax'],
      ['Two', 'HAM', 'Pagers'],
    ],
  );
});
