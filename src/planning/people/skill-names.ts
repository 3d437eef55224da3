// Skills of a pack by name and by key: roles name them, frameworks list them.
import { currentFrameworks, skillKey, type SkillBook } from '#pathways';

export type SkillNames = {
  /** The key of a skill that a role names: that of the first framework in force which lists it, else one of the pack's
   *  own. */
  readonly keyOf: (name: string) => string;
  /** The name of a skill by its key; what is not known stands for itself. */
  readonly nameOf: (key: string) => string;
};

/** What stands before a skill that no framework lists. */
const OWN = 'own';

export function skillNames({ frameworks }: SkillBook): SkillNames {
  const keys = new Map<string, string>();
  const names = new Map<string, string>();
  for (const framework of currentFrameworks(frameworks)) {
    for (const { id, name } of framework.skills) {
      const key = skillKey(framework.id, id);
      names.set(key, name);
      if (!keys.has(name)) keys.set(name, key);
    }
  }
  return {
    keyOf: (name) => keys.get(name) ?? skillKey(OWN, name),
    nameOf: (key) => names.get(key) ?? (key.startsWith(`${OWN}/`) ? key.slice(OWN.length + 1) : key),
  };
}
