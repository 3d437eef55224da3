// How a skill of one framework stands to a skill of another, and who says so.

/** `subset`: the first is a part of the second; `superset`: the first holds all of the second; `intersects`: they share
 *  a part, and more is not known or not true; `different`: their names are alike and nothing else, which counts for
 *  nothing and is not proposed again. */
export const MAPPING_KINDS = ['equal', 'subset', 'superset', 'intersects', 'different'] as const;
export type MappingKind = (typeof MAPPING_KINDS)[number];

/** One line of a crosswalk. Skills are named `FRAMEWORK/SKILL`. */
export type SkillMapping = {
  readonly from: string;
  readonly to: string;
  readonly kind: MappingKind;
  /** How sure whoever says it is, 0..1. */
  readonly confidence: number;
  /** The role that says so; null for a proposal, which counts for nothing until somebody confirms it. */
  readonly saidBy: string | null;
  readonly source: string;
  readonly note: string;
};

/** A mapping that a person stands behind. */
export function isConfirmed({ saidBy }: SkillMapping): boolean {
  return saidBy !== null;
}

/** A proposal that a person has turned down. */
export function isTurnedDown(mapping: SkillMapping): boolean {
  return isConfirmed(mapping) && mapping.kind === 'different';
}

/** Whether two mappings speak of the same two skills, whichever way round. */
export function isSamePair(one: SkillPair, other: SkillPair): boolean {
  return (one.from === other.from && one.to === other.to) || (one.from === other.to && one.to === other.from);
}

export type SkillPair = Pick<SkillMapping, 'from' | 'to'>;

/** The same statement read from the other side. */
export function inverseOf(mapping: SkillMapping): SkillMapping {
  return { ...mapping, from: mapping.to, to: mapping.from, kind: INVERSE[mapping.kind] };
}

const INVERSE: Readonly<Record<MappingKind, MappingKind>> = {
  equal: 'equal',
  subset: 'superset',
  superset: 'subset',
  intersects: 'intersects',
  different: 'different',
};
