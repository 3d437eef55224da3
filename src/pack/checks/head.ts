// Checks pack.yaml: sources, age groups that follow on, drivers that formulas can name.
import { parseFormula, parseUnit, POSTS_TODAY } from '#blueprint';
import { formatMonth, LIMITS, parseMonth } from '#kernel';
import { type CheckContext, refers } from './context.ts';

export function checkHead(context: CheckContext): void {
  const { parts } = context;
  for (const entry of parts.comparisons) {
    refers(context, { entry, field: ['source'], kind: 'source', id: entry.value.source });
  }
  checkAgeGroups(context);
  checkDrivers(context);
  checkHorizon(context);
  checkCounts(context);
}

function checkAgeGroups({ parts, flaws }: CheckContext): void {
  let expected: number | null = null;
  for (const entry of parts.ageGroups) {
    const { fromAge, toAge } = entry.value;
    if (fromAge > toAge) {
      flaws.report({
        entry,
        field: ['toAge'],
        code: 'inconsistent',
        value: toAge,
        rule: `the group starts at ${fromAge}, and both ends are included`,
        hint: `Write ${fromAge} or more.`,
      });
    }
    if (expected !== null && fromAge !== expected) {
      flaws.report({
        entry,
        field: ['fromAge'],
        code: fromAge < expected ? 'overlap' : 'inconsistent',
        value: fromAge,
        rule: `the group before it ends at ${expected - 1}, and age groups follow on from each other`,
        hint: `Write ${expected}, or change the end of the group before.`,
      });
    }
    expected = toAge + 1;
  }
}

function checkDrivers({ parts, flaws }: CheckContext): void {
  for (const entry of parts.drivers) {
    const { id, unit } = entry.value;
    const formula = parseFormula(id);
    const isName = formula.ok && formula.value.tree.kind === 'name' && formula.value.tree.name === id;
    if (!isName || id === POSTS_TODAY) {
      flaws.report({
        entry,
        field: ['id'],
        code: 'schema',
        value: id,
        rule:
          id === POSTS_TODAY ? `${POSTS_TODAY} means the posts of the base month` : 'a formula must be able to name it',
        hint: 'Write letters and digits that begin with a letter, such as staffFte.',
      });
    }
    const parsed = parseUnit(unit);
    if (!parsed.ok) {
      const [problem] = parsed.problems;
      flaws.report({
        entry,
        field: ['unit'],
        code: 'wrong-unit',
        value: unit,
        rule: problem?.message ?? 'it is no unit',
        hint: problem?.hint ?? 'Write a unit such as people or FTE.',
      });
    }
  }
}

function checkHorizon({ parts: { head }, flaws }: CheckContext): void {
  const last = head.value.baseMonth + head.value.horizonMonths;
  if (parseMonth(formatMonth(last)) !== null) return;
  flaws.report({
    entry: head,
    field: ['horizonMonths'],
    code: 'out-of-range',
    value: head.value.horizonMonths,
    rule: 'the last month of a plan is 2199-12',
    hint: 'Write fewer months.',
  });
}

/** Holds the sizes of a pack within what the model is built for. */
function checkCounts({ parts, flaws }: CheckContext): void {
  const counts = [
    { entries: parts.places, most: LIMITS.places, what: 'places' },
    { entries: parts.stock, most: LIMITS.csvRows, what: 'rows of stock' },
    { entries: parts.roles, most: LIMITS.roles, what: 'roles' },
    { entries: parts.bands, most: LIMITS.bands, what: 'bands' },
    { entries: parts.channels, most: LIMITS.channels, what: 'channels' },
    { entries: parts.assumptions, most: LIMITS.assumptions, what: 'assumptions' },
    { entries: parts.requirements, most: LIMITS.requirements, what: 'requirements' },
    { entries: parts.scenarios, most: LIMITS.scenarios, what: 'scenarios' },
    {
      entries: parts.assumptions.filter(({ value }) => value.spread !== null),
      most: LIMITS.uncertainAssumptions,
      what: 'assumptions with a spread',
    },
  ];
  for (const { entries, most, what } of counts) {
    const beyond = entries[most];
    if (beyond === undefined) continue;
    flaws.report({
      entry: beyond,
      field: [],
      code: 'too-large',
      value: `number ${most + 1} of ${entries.length} ${what}`,
      rule: `a pack has at most ${most}`,
      hint: 'Take some out, or split the pack.',
    });
  }
}
