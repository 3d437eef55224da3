// The order of a role's levels where a framework does not say it: derived from what each level asks for.
import { compareCodes } from '#workforce';
import { type FrameworkLevel, heightOf } from './framework.ts';

/** A level without its place in the order. `entry` and `head` are what its title says beyond doubt. */
export type UnrankedLevel = Omit<FrameworkLevel, 'rank'> & { readonly standing: Standing };

/** What a title alone settles: trainees stand first, heads last; all others stand by what is asked of them. */
export type Standing = 'entry' | 'ordinary' | 'head';

/** Least senior first: by standing, then by the sum of the heights of all skills asked for. Levels that agree in both
 *  stand side by side and share a rank, in the order of their names. */
export function rankLevels(levels: readonly UnrankedLevel[]): readonly FrameworkLevel[] {
  const sorted = levels
    .map((level) => ({ level, standing: STANDINGS.indexOf(level.standing), asked: heightAsked(level) }))
    .toSorted(
      (one, other) =>
        one.standing - other.standing || one.asked - other.asked || compareCodes(one.level.name, other.level.name),
    );
  let rank = 0;
  return sorted.map(({ level: { id, name, needs }, standing, asked }, index) => {
    const before = sorted[index - 1];
    if (before === undefined || before.standing !== standing || before.asked !== asked) rank += 1;
    return { id, name, rank, needs };
  });
}

const STANDINGS: readonly Standing[] = ['entry', 'ordinary', 'head'];

function heightAsked({ needs }: UnrankedLevel): number {
  return needs.reduce((sum, { level }) => sum + heightOf(level), 0);
}
