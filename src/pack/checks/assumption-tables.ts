// Checks that a table of values names members that its axes have, and leaves none of them without a value.
import { type Assumption, type Axis, TIERS } from '#workforce';
import type { Entry } from '../pack-parts.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { CheckContext } from './context.ts';

/** Combinations of members looked at for one table; past this a table is no longer one that people write. */
const COMBINATIONS_MAX = 1_000_000;

export function checkTable(context: CheckContext, entry: Entry<Assumption>): void {
  const { value } = entry.value;
  if (value.kind !== 'table') return;
  const members = value.axes.map((axis) => membersOf(context, axis));
  let isSound = true;
  for (const { at } of value.cells) {
    for (const [depth, member] of at.entries()) {
      const axis = value.axes[depth];
      if (axis === undefined || member === '*' || members[depth]?.known.has(member)) continue;
      isSound = false;
      context.flaws.report({
        entry,
        field: ['table', ...at.slice(0, depth + 1)],
        code: 'unknown-reference',
        value: member,
        rule: `the pack has no ${WORDS[axis]} of that id`,
        hint: `Use an id that the pack has${didYouMean(member, members[depth]?.known ?? [])}, or * for all not named.`,
      });
    }
  }
  const uncovered = isSound ? firstUncovered(value.cells, members) : null;
  if (uncovered === null) return;
  context.flaws.report({
    entry,
    field: ['table'],
    code: 'inconsistent',
    value: `without a value for ${value.axes.map((axis, index) => `${WORDS[axis]} ${uncovered[index]}`).join(', ')}`,
    rule: 'a table has a value for every member of its axes',
    hint: 'Add a value for it, or one for * (all not named).',
  });
}

const WORDS: Readonly<Record<Axis, string>> = {
  place: 'place',
  region: 'place of tier region',
  family: 'family',
  role: 'role',
  band: 'band',
  ageGroup: 'age group',
  tier: 'tier',
};

type Members = {
  /** Ids that may be named. */
  readonly known: ReadonlySet<string>;
  /** Ids that need a value. */
  readonly needed: ReadonlySet<string>;
};

function membersOf({ parts, known }: CheckContext, axis: Axis): Members {
  const all = (ids: Iterable<string>): Members => {
    const set = new Set(ids);
    return { known: set, needed: set };
  };
  switch (axis) {
    case 'place':
      return all(known.place.keys());
    case 'region':
      return all(parts.places.filter(({ value }) => value.tier === 'region').map(({ value }) => value.code));
    case 'family':
      return all(known.family.keys());
    case 'role':
      return all(known.role.keys());
    case 'band':
      return all(known.band.keys());
    case 'ageGroup':
      return all(known.ageGroup.keys());
    case 'tier':
      // Money is read at the tiers that answer for a channel.
      return { known: new Set(TIERS), needed: new Set(parts.channels.map(({ value }) => value.accountableTier)) };
  }
}

/** The first combination of members that no cell fits, or null. */
function firstUncovered(
  cells: readonly { readonly at: readonly string[] }[],
  members: readonly Members[],
): readonly string[] | null {
  const named = new Set(cells.map(({ at }) => at.join('\n')));
  const isCovered = (at: readonly string[]): boolean => {
    let patterns: readonly string[][] = [[]];
    for (const member of at)
      patterns = patterns.flatMap((pattern) => [
        [...pattern, member],
        [...pattern, '*'],
      ]);
    return patterns.some((pattern) => named.has(pattern.join('\n')));
  };
  let combinations: readonly string[][] = [[]];
  for (const { needed } of members) {
    if (combinations.length * needed.size > COMBINATIONS_MAX) return null;
    combinations = combinations.flatMap((combination) => [...needed].map((member) => [...combination, member]));
  }
  return combinations.find((combination) => !isCovered(combination)) ?? null;
}
