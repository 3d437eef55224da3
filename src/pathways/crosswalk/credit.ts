// How far holding one skill counts towards another, through crosswalks and related skills.
import { LIMITS } from '#kernel';
import { type Framework, skillKey } from '../framework/framework.ts';
import { inverseOf, isConfirmed, type MappingKind, type SkillMapping } from './mapping.ts';

/** What a link between two skills is worth, 0..1; from the pack's terms. */
export type CreditTerms = {
  /** Holding a part of what is asked. */
  readonly subset: number;
  /** Holding something that shares a part with what is asked. */
  readonly intersects: number;
  /** Holding a skill that the framework itself calls related. */
  readonly related: number;
  /** Chains worth less than this count for nothing. */
  readonly least: number;
};

/** What each held skill is worth: skill held → skill asked → credit above 0 and up to 1. A skill counts for itself in
 *  full, whether it is listed or not. */
export type CreditTable = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** No skill counts for any other: what exact names alone give. */
export const NO_CREDIT: CreditTable = new Map();

/** The best chain of links between any two skills, each chain worth the product of its links. Confirmed mappings count
 *  both ways, proposals not at all; a mapping's worth is that of its kind times its confidence.
 *  @source docs/model/pathways.md, eq. 1 */
export function creditTable(
  { frameworks, mappings }: { readonly frameworks: readonly Framework[]; readonly mappings: readonly SkillMapping[] },
  terms: CreditTerms,
): CreditTable {
  const links = linksOf(frameworks, mappings.filter(isConfirmed), terms);
  return new Map([...links.keys()].map((skill) => [skill, bestChains(skill, links, terms.least)]));
}

/** @param held the skill a person has @param asked the skill a role asks for */
export function creditOf(table: CreditTable, held: string, asked: string): number {
  return held === asked ? 1 : (table.get(held)?.get(asked) ?? 0);
}

type Links = ReadonlyMap<string, ReadonlyMap<string, number>>;

function linksOf(frameworks: readonly Framework[], mappings: readonly SkillMapping[], terms: CreditTerms): Links {
  const links = new Map<string, Map<string, number>>();
  const link = (from: string, to: string, worth: number): void => {
    const row = links.get(from) ?? new Map<string, number>();
    links.set(from, row);
    row.set(to, Math.max(worth, row.get(to) ?? 0));
  };
  for (const { id, skills } of frameworks) {
    for (const skill of skills) {
      for (const related of skill.related) {
        link(skillKey(id, skill.id), skillKey(id, related), terms.related);
        link(skillKey(id, related), skillKey(id, skill.id), terms.related);
      }
    }
  }
  for (const mapping of mappings.flatMap((each) => [each, inverseOf(each)])) {
    link(mapping.from, mapping.to, worthOf(mapping.kind, terms) * mapping.confidence);
  }
  return links;
}

function worthOf(kind: MappingKind, { subset, intersects }: CreditTerms): number {
  switch (kind) {
    case 'equal':
    case 'superset':
      return 1;
    case 'subset':
      return subset;
    case 'intersects':
      return intersects;
    case 'different':
      return 0;
  }
}

/** Dijkstra's method on products: the most valuable skill not yet settled can only be reached by losing worth. */
function bestChains(start: string, links: Links, least: number): ReadonlyMap<string, number> {
  const open = new Map([[start, 1]]);
  const settled = new Map<string, number>();
  while (open.size > 0 && settled.size < LIMITS.frameworkSkills) {
    let [best, worth] = ['', 0];
    for (const [skill, value] of open) if (value > worth) [best, worth] = [skill, value];
    open.delete(best);
    settled.set(best, worth);
    for (const [next, step] of links.get(best) ?? []) {
      const value = worth * step;
      if (value >= least && value > (open.get(next) ?? 0) && !settled.has(next)) open.set(next, value);
    }
  }
  settled.delete(start);
  return settled;
}
