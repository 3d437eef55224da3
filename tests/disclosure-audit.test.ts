// Audits what is published by linear programmes: no hidden count can be told more closely than the rule hides it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { possibleCounts, publishCount, STRICTEST_RULE, type DisclosureRule } from '#disclosure';
import { type KnownTable, widthsOfHidden } from './support/disclosure-audit.ts';

/** As the packs of this project have it. */
const RULE: DisclosureRule = { ...STRICTEST_RULE, name: 'secondary care', hideTo: 7, countHiddenAs: 4 };

/** Places by roles, people in each; small counts as common as they are in a national pack, and some of nobody. */
const counts = fc
  .record({ places: fc.integer({ min: 2, max: 6 }), roles: fc.integer({ min: 2, max: 5 }) })
  .chain(({ places, roles }) => {
    const cell = fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 7 }) },
      { weight: 6, arbitrary: fc.integer({ min: 8, max: 130 }) },
    );
    return fc.array(fc.array(cell, { minLength: roles, maxLength: roles }), { minLength: places, maxLength: places });
  });
type Counts = readonly (readonly number[])[];

/** Every place's and every role's total, and the total of all: indices of the cells that each is of. */
function totalsOf(table: Counts): readonly (readonly number[])[] {
  const roles = table[0]?.length ?? 0;
  const cells = table.flatMap((row, place) => row.map((_, role) => ({ place, role, index: place * roles + role })));
  const ofPlaces = table.map((_, place) => cells.filter((cell) => cell.place === place));
  const ofRoles = (table[0] ?? []).map((_, role) => cells.filter((cell) => cell.role === role));
  return [...ofPlaces, ...ofRoles, cells].map((own) => own.map(({ index }) => index));
}

/** What a reader knows of the cells by themselves, and of totals by the way in which these are made. */
function known(table: Counts, totalRange: (people: readonly number[]) => Range): KnownTable {
  const people = table.flat();
  const published = people.map((count) => publishCount(RULE, count));
  return {
    cells: published.map((count) => possibleCounts(RULE, count)),
    sums: totalsOf(table).map((of) => ({ of, ...totalRange(of.map((index) => people[index] ?? 0)) })),
    hidden: published.flatMap(({ kind }, index) => (kind === 'hidden' ? [index] : [])),
  };
}
type Range = { readonly least: number; readonly greatest: number };

/** A total of published counts tells of the true total what its parts do. */
function ofPublished(people: readonly number[]): Range {
  const ranges = people.map((count) => possibleCounts(RULE, publishCount(RULE, count)));
  return {
    least: ranges.reduce((sum, { least }) => sum + least, 0),
    greatest: ranges.reduce((sum, { greatest }) => sum + greatest, 0),
  };
}

/** A total of true counts that is published by the rule itself. */
function ofTrue(people: readonly number[]): Range {
  return possibleCounts(
    RULE,
    publishCount(
      RULE,
      people.reduce((sum, count) => sum + count, 0),
    ),
  );
}

const tables = fc.sample(counts, { numRuns: 1000, seed: 33 });
const full = RULE.hideTo - RULE.hideFrom;

test('of a thousand random tables with all their totals no hidden count is told more closely than one to seven', async () => {
  const widths = (await widthsOfHidden(tables.map((table) => known(table, ofPublished)))).flat();
  assert.ok(widths.length > 4000, `${widths.length} hidden counts`);
  const told = widths.filter((width) => width < full - 1e-6);
  assert.equal(told.length, 0, `${told.length} of ${widths.length}`);
});

test('the audit finds what totals of true counts give away, even rounded ones', async () => {
  const widths = (await widthsOfHidden(tables.slice(0, 200).map((table) => known(table, ofTrue)))).flat();
  const told = widths.filter((width) => width < full - 1e-6).length;
  assert.ok(told > widths.length / 20, `${told} of ${widths.length}`);
});

test('two releases side by side tell no more of a hidden count, though one cell alone has changed', async () => {
  const change = fc.record({ table: counts, at: fc.nat(29), people: fc.integer({ min: 0, max: 40 }) });
  const releases = fc.sample(change, { numRuns: 300, seed: 34 }).map(({ table, at, people }) => {
    const first = known(table, ofPublished);
    const cells = table.flat();
    const changed = at % cells.length;
    const roles = table[0]?.length ?? 1;
    const later = table.map((row, place) =>
      row.map((count, role) => (place * roles + role === changed ? people : count)),
    );
    const second = known(later, ofPublished);
    const shift = cells.length;
    // The reader even knows which cell it was: every other one is the same unknown in both releases.
    const moved = second.sums.map((sum) => ({
      ...sum,
      of: sum.of.map((index) => (index === changed ? index + shift : index)),
    }));
    return {
      cells: [...first.cells, ...second.cells],
      sums: [...first.sums, ...moved],
      hidden: [...first.hidden, ...second.hidden.filter((index) => index === changed).map((index) => index + shift)],
    };
  });
  const widths = (await widthsOfHidden(releases)).flat();
  assert.equal(widths.filter((width) => width < full - 1e-6).length, 0);
});
