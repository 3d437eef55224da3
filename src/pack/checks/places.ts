// Checks the tree of places and its dates: one nation, parents of an earlier tier, successors that are there in time.
import { formatMonth } from '#kernel';
import { type Place, TIERS } from '#workforce';
import type { Entry } from '../pack-parts.ts';
import { type CheckContext, refers } from './context.ts';

export function checkPlaces(context: CheckContext): void {
  const circle = new Set(circles(context));
  for (const entry of context.parts.places) {
    checkDates(context, entry);
    checkSuccessor(context, entry);
    if (!circle.has(entry.value.code)) checkParent(context, entry);
  }
  checkNation(context);
}

/** Reports each circle of parents once and gives the codes in it. */
function circles({ known, flaws }: CheckContext): readonly string[] {
  const inCircles: string[] = [];
  const cleared = new Set<string>();
  for (const start of known.place.keys()) {
    const path: string[] = [];
    let code: string | null = start;
    while (code !== null && !cleared.has(code) && !path.includes(code)) {
      path.push(code);
      code = known.place.get(code)?.value.parent ?? null;
    }
    if (code !== null && path.includes(code)) {
      const circle = path.slice(path.indexOf(code));
      inCircles.push(...circle);
      const entry = known.place.get(code);
      if (entry !== undefined) {
        flaws.report({
          entry,
          field: ['parent'],
          code: 'cycle',
          value: entry.value.parent,
          rule: `its parents lead back to itself (${[...circle, code].join(' → ')}), and parents lead to the nation`,
          hint: 'Name the place that truly stands above one of them.',
        });
      }
    }
    for (const each of path) cleared.add(each);
  }
  return inCircles;
}

function checkParent(context: CheckContext, entry: Entry<Place>): void {
  const { parent, tier, from } = entry.value;
  const { flaws, known } = context;
  if (parent === null) {
    if (tier === 'national') return;
    flaws.report({
      entry,
      field: ['parent'],
      code: 'inconsistent',
      value: 'empty',
      rule: `only the nation has no parent, and this is a place of tier ${tier}`,
      hint: 'Write the code of the place above it.',
    });
    return;
  }
  if (!refers(context, { entry, field: ['parent'], kind: 'place', id: parent })) return;
  const above = known.place.get(parent)?.value;
  if (above === undefined) return;
  if (TIERS.indexOf(above.tier) >= TIERS.indexOf(tier)) {
    flaws.report({
      entry,
      field: ['parent'],
      code: 'inconsistent',
      value: parent,
      rule: `that is a place of tier ${above.tier}, and the parent of a place of tier ${tier} is of an earlier tier (${TIERS.join(', ')})`,
      hint: 'Name a parent of an earlier tier, or correct the tier.',
    });
  }
  const ends = above.to !== null && above.successor === null && (entry.value.to === null || entry.value.to > above.to);
  if (from < above.from || ends) {
    flaws.report({
      entry,
      field: ['from'],
      code: 'inconsistent',
      value: formatMonth(from),
      rule: `its parent '${parent}' is there from ${formatMonth(above.from)}${above.to === null ? '' : ` to ${formatMonth(above.to)}`}, and a place stands under a parent that is there`,
      hint: 'Correct the dates, or name the parent it had from the start.',
    });
  }
}

function checkDates({ flaws }: CheckContext, entry: Entry<Place>): void {
  const { from, to, successor } = entry.value;
  if (to !== null && to <= from) {
    flaws.report({
      entry,
      field: ['to'],
      code: 'overlap',
      value: formatMonth(to),
      rule: `the place begins in ${formatMonth(from)}, and "to" is the first month in which it is no longer there`,
      hint: 'Write a later month, or leave the cell empty.',
    });
  }
  if ((to === null) === (successor === null)) return;
  flaws.report({
    entry,
    field: ['successor'],
    code: 'inconsistent',
    value: successor ?? 'empty',
    rule:
      to === null
        ? 'the place has no end, so nobody takes over'
        : `the place ends in ${formatMonth(to)}, and its people go to a successor`,
    hint:
      to === null
        ? 'Empty the cell, or write in "to" when the place ends.'
        : 'Write the code of the place that takes over its people.',
  });
}

function checkSuccessor(context: CheckContext, entry: Entry<Place>): void {
  const { to, successor, tier } = entry.value;
  if (to === null || successor === null) return;
  if (!refers(context, { entry, field: ['successor'], kind: 'place', id: successor })) return;
  const next = context.known.place.get(successor)?.value;
  if (next === undefined) return;
  const report = (rule: string, hint: string): void => {
    context.flaws.report({ entry, field: ['successor'], code: 'inconsistent', value: successor, rule, hint });
  };
  if (next.tier !== tier) {
    report(
      `that is a place of tier ${next.tier}, and a successor is of the same tier (${tier})`,
      'Name a place of the same tier.',
    );
  }
  if (next.from > to) {
    report(
      `it begins in ${formatMonth(next.from)}, after the place has ended in ${formatMonth(to)}`,
      'Let the successor begin when the place ends, or earlier.',
    );
  }
  if (next.to !== null && next.to <= to) {
    report(`it has ended by ${formatMonth(to)} itself`, 'Name a place that is there then.');
  }
}

function checkNation({ parts, flaws }: CheckContext): void {
  const nations = parts.places.filter(({ value }) => value.tier === 'national');
  const [first, second] = nations;
  if (first !== undefined && second === undefined) return;
  flaws.add({
    code: 'inconsistent',
    file: 'places.csv',
    position: second?.at('tier') ?? { line: 1, column: 1 },
    message:
      second === undefined
        ? 'places.csv has no place of tier "national", but a pack has exactly one nation'
        : `${second.name}: tier is "national", but '${first?.value.code}' is the nation already, and a pack has exactly one`,
    hint: second === undefined ? 'Add a row of tier national without a parent.' : 'Give one of the two another tier.',
  });
}
