// Finds the role level that somebody means by a word: a post, a role, a profession, or a level of a framework.
import { fail, ok, type Problem, type Result } from '#kernel';
import type { LevelNeed, RoleLevel } from '#pathways';
import { SKILL_LEVELS } from '#workforce';
import type { RoleMap } from './role-map.ts';
import type { SkillNames } from './skill-names.ts';

/** Where a route begins: a level by its id, the lowest level of a role, or a profession. */
export function findStart({ levels, professions }: RoleMap, word: string): Result<RoleLevel> {
  const byId = levels.find(({ id }) => id === word);
  const lowest = levels.filter(({ role }) => role === word).toSorted((one, other) => one.rank - other.rank)[0];
  const found = byId ?? lowest ?? professions.find(({ id }) => id === word);
  return found === undefined ? fail(unknown('from', word, [...levels, ...professions])) : ok(found);
}

/** Where a route may end: one level, or every level of a role. */
export function findGoals({ levels }: RoleMap, word: string): Result<readonly RoleLevel[]> {
  const found = levels.filter(({ id, role }) => id === word || role === word);
  return found.length === 0 ? fail(unknown('to', word, levels)) : ok(found);
}

/** A person's own skills as the start of a route.
 *  @param held `SKILL=LEVEL` each, the skill by its key or its name
 *  @param base a level whose needs the person meets as well; null for nothing but what is named */
export function ownStart(held: readonly string[], base: RoleLevel | null, names: SkillNames): Result<RoleLevel> {
  const needs = new Map<string, LevelNeed>((base?.needs ?? []).map((need) => [need.skill, need]));
  for (const each of held) {
    const [written = '', height = ''] = each.split('=').map((part) => part.trim());
    const level = SKILL_LEVELS.find((known) => known === height);
    const skill = names.find(written);
    if (level === undefined || skill === null) return fail(notHeld(each));
    needs.set(skill, { skill, level });
  }
  return ok({
    id: 'own-skills',
    name: base === null ? 'Own skills' : `${base.name}, with own skills`,
    role: base?.role ?? 'own-skills',
    rank: base?.rank ?? 0,
    payStep: base?.payStep ?? null,
    payGbpPerYear: base?.payGbpPerYear ?? null,
    needs: [...needs.values()],
    professions: base?.professions ?? [],
    registrations: base?.registrations ?? [],
  });
}

function unknown(option: string, word: string, known: readonly RoleLevel[]): Problem {
  const some = [...new Set(known.map(({ role }) => role))].slice(0, 5).join(', ');
  return {
    code: 'unknown-reference',
    message: `--${option} is '${word}', and no role, post or profession has that id; a post is written ROLE:BAND`,
    path: option,
    hint: `Write an id such as ${some}.`,
  };
}

function notHeld(word: string): Problem {
  return {
    code: 'unknown-reference',
    message: `--holding is '${word}'; it is SKILL=LEVEL with a skill of a framework and one of ${SKILL_LEVELS.join(', ')}`,
    path: 'holding',
    hint: 'Write it like --holding "Data analysis=working"; `cadre skills frameworks PACK` lists the skills.',
  };
}
