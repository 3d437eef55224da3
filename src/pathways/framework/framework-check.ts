// Checks that a framework holds together: ids that stand once, references that lead somewhere, levels in order.
import { SKILL_LEVELS } from '#workforce';
import type { Framework, FrameworkRole } from './framework.ts';

/** What is wrong with one field of a framework; the reader of the file adds where it stands. */
export type FrameworkFault = {
  readonly field: readonly (string | number)[];
  readonly value: unknown;
  /** Completes the sentence "FIELD is VALUE, but …". */
  readonly rule: string;
  readonly hint: string;
};

/** @returns every fault; none for a framework that may be trusted */
export function checkFramework(framework: Framework): readonly FrameworkFault[] {
  const skills = new Set(framework.skills.map(({ id }) => id));
  return [
    ...repeated(framework.skills, 'skills'),
    ...repeated(framework.roles, 'roles'),
    ...repeatedLevels(framework),
    ...framework.skills.flatMap(({ related }, index) =>
      related.flatMap((id, place) =>
        skills.has(id) ? [] : [unknownSkill(['skills', index, 'related', place], id, framework.id)],
      ),
    ),
    ...framework.roles.flatMap((role, index) => roleFaults(role, { index, skills, framework: framework.id })),
  ];
}

type RolePlace = { readonly index: number; readonly skills: ReadonlySet<string>; readonly framework: string };

function roleFaults(role: FrameworkRole, { index, skills, framework }: RolePlace): readonly FrameworkFault[] {
  return role.levels.flatMap((level, place) => {
    const field = ['roles', index, 'levels', place];
    const before = role.levels[place - 1]?.rank ?? 0;
    const isInOrder = level.rank === before || level.rank === before + 1;
    const asked = level.needs.map(({ skill }) => skill);
    return [
      ...(isInOrder && level.rank > 0 ? [] : [outOfOrder([...field, 'rank'], level.rank)]),
      ...asked.flatMap((skill, need) =>
        skills.has(skill) ? [] : [unknownSkill([...field, 'needs', need, 'skill'], skill, framework)],
      ),
      ...asked.flatMap((skill, need) =>
        asked.indexOf(skill) === need ? [] : [askedTwice([...field, 'needs', need, 'skill'], skill)],
      ),
    ];
  });
}

function repeated(items: readonly { readonly id: string }[], list: string): readonly FrameworkFault[] {
  const first = new Map<string, number>();
  return items.flatMap(({ id }, index) => {
    if (first.has(id)) return [standsTwice([list, index, 'id'], id)];
    first.set(id, index);
    return [];
  });
}

function repeatedLevels({ roles }: Framework): readonly FrameworkFault[] {
  const seen = new Set<string>();
  return roles.flatMap((role, index) =>
    role.levels.flatMap(({ id }, place) => {
      if (seen.has(id)) return [standsTwice(['roles', index, 'levels', place, 'id'], id)];
      seen.add(id);
      return [];
    }),
  );
}

type Field = FrameworkFault['field'];

function standsTwice(field: Field, value: string): FrameworkFault {
  return {
    field,
    value,
    rule: 'that id stands in the framework already, and an id names one thing',
    hint: 'Delete one of the two, or give it an id of its own.',
  };
}

function unknownSkill(field: Field, value: string, framework: string): FrameworkFault {
  return {
    field,
    value,
    rule: `framework '${framework}' has no skill of that id`,
    hint: 'Write the id of a skill in the list of skills, or add the skill there.',
  };
}

function askedTwice(field: Field, value: string): FrameworkFault {
  return {
    field,
    value,
    rule: 'the level asks for that skill already',
    hint: `Keep one of the two, at one of ${SKILL_LEVELS.join(', ')}.`,
  };
}

function outOfOrder(field: Field, value: number): FrameworkFault {
  return {
    field,
    value,
    rule: 'levels stand least senior first, with ranks 1, 2, 3 and so on; only levels side by side share a rank',
    hint: 'Put the levels in order of seniority and count their ranks up from 1.',
  };
}
