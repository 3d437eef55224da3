// The addresses of role levels and skills of a framework.

export function levelHref(framework: string, level: string): string {
  return `/people/frameworks/${encodeURIComponent(framework)}/levels/${encodeURIComponent(level)}`;
}

export function skillHref(framework: string, skill: string): string {
  return `/people/frameworks/${encodeURIComponent(framework)}/skills/${encodeURIComponent(skill)}`;
}

/** @param key `FRAMEWORK/SKILL` @returns null for a skill that no framework lists */
export function skillHrefOfKey(key: string, known: ReadonlySet<string>): string | null {
  const cut = key.indexOf('/');
  const framework = key.slice(0, cut);
  return known.has(framework) ? skillHref(framework, key.slice(cut + 1)) : null;
}
