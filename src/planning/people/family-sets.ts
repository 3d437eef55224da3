// The families of role levels between which the coverage of a crosswalk is told.
import { type Framework, levelSkills } from '#pathways';

/** All frameworks together, then each that has several families. */
export function familySets(frameworks: readonly Framework[]) {
  const each = frameworks.map((framework) => ({ of: framework.title, sets: levelSkills(framework) }));
  const all = frameworks.flatMap((framework) =>
    levelSkills(framework).map(({ family, skills }) => ({ family: `${framework.id} ${family}`, skills })),
  );
  const several = each.filter(({ sets }) => new Set(sets.map(({ family }) => family)).size > 1);
  return [{ of: 'All frameworks together', sets: all }, ...several];
}
