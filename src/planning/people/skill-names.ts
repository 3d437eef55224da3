// Skills of a pack by name and by key: roles name them, frameworks list them.
import { currentFrameworks, skillKey } from '#pathways';
import type { Pack } from '../ports.ts';

export type SkillNames = {
  /** The key of a skill that a role names: that of the first framework in force which lists it, else one of the pack's
   *  own. */
  readonly keyOf: (name: string) => string;
  /** The name of a skill by its key; what is not known stands for itself. */
  readonly nameOf: (key: string) => string;
  /** The key of a skill that somebody writes by its key or its name; null for one that nobody lists or asks for. */
  readonly find: (written: string) => string | null;
};

/** What stands before a skill that roles ask for and no framework lists. */
const OWN = 'own';

export function skillNames({ skills, system }: Pick<Pack, 'skills' | 'system'>): SkillNames {
  const keys = new Map<string, string>();
  const names = new Map<string, string>();
  const put = (key: string, name: string): void => {
    names.set(key, name);
    if (!keys.has(name)) keys.set(name, key);
  };
  for (const framework of currentFrameworks(skills.frameworks)) {
    for (const { id, name } of framework.skills) put(skillKey(framework.id, id), name);
  }
  for (const { skills: asked } of system.roles) {
    for (const { skill } of asked) if (!keys.has(skill)) put(skillKey(OWN, skill), skill);
  }
  return {
    keyOf: (name) => keys.get(name) ?? skillKey(OWN, name),
    nameOf: (key) => names.get(key) ?? key,
    find: (written) => (names.has(written) ? written : (keys.get(written) ?? null)),
  };
}
