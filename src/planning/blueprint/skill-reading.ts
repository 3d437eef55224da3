// Skills at levels: how many posts the blueprint takes with each of them, year by year, beside the people in post.
import { SKILL_LEVELS, type SkillLevel, type SkillNeed } from '#workforce';
import type { Month } from '#kernel';
import { digitalShareOfFte } from '../plan/context-rows.ts';
import type { BlueprintDemand } from './blueprint-demand.ts';
import type { BlueprintView } from './blueprint-view.ts';

export type SkillReading = {
  readonly skill: string;
  readonly level: SkillLevel;
  /** FTE of whole posts at the base month whose role has the skill at this level. */
  readonly inPostFte: number;
  /** FTE of whole posts asked for with the skill at this level, shape [month of `months`]. */
  readonly neededFte: readonly number[];
};

/** A post needs the skills of its role and those of the requirement that asks for it; where both name one skill, the
 *  higher level counts.
 *  @param at.place code of the place that is read, with all below it
 *  @returns by skill and then by level, lowest first */
export function skillReadings(
  view: BlueprintView,
  demand: BlueprintDemand,
  at: { readonly place: string; readonly codes: ReadonlySet<string>; readonly months: readonly Month[] },
): readonly SkillReading[] {
  const { system } = view.pack;
  const skillsOf = new Map(
    view.resolvedWhole.requirements.map((each) => [each.requirement.id, each.requirement.skills]),
  );
  const sums = new Map<string, { readonly need: SkillNeed; inPost: number; readonly needed: number[] }>();
  const sumOf = (need: SkillNeed) => {
    const key = `${need.skill}\n${SKILL_LEVELS.indexOf(need.level)}`;
    const sum = sums.get(key) ?? { need, inPost: 0, needed: at.months.map(() => 0) };
    sums.set(key, sum);
    return sum;
  };
  for (const role of system.roles) {
    const share = digitalShareOfFte(system, role);
    const filled = system.stock.filter((row) => row.role === role.id && at.codes.has(row.place));
    const inPost = filled.reduce((sum, row) => sum + row.fte, 0);
    for (const need of role.skills) sumOf(need).inPost += inPost;
    // Demand counts the digital share of a post alone, and a role without one is never asked for.
    if (share === 0) continue;
    for (const [index, month] of at.months.entries()) {
      for (const [line, fte] of demand.byLineIn(month)(at.place, role.id)) {
        const asked = skillsOf.get(demand.lines[line]?.requirement ?? '') ?? [];
        for (const need of highestOf([...role.skills, ...asked])) {
          const { needed } = sumOf(need);
          needed[index] = (needed[index] ?? 0) + fte / share;
        }
      }
    }
  }
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { need, inPost, needed }]) => ({ ...need, inPostFte: inPost, neededFte: needed }));
}

/** One need for each skill, at the highest level that is asked. */
function highestOf(needs: readonly SkillNeed[]): readonly SkillNeed[] {
  const highest = new Map<string, SkillNeed>();
  for (const need of needs) {
    const known = highest.get(need.skill);
    if (known === undefined || SKILL_LEVELS.indexOf(known.level) < SKILL_LEVELS.indexOf(need.level)) {
      highest.set(need.skill, need);
    }
  }
  return [...highest.values()];
}
