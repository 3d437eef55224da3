// Proposes mappings between two frameworks by the likeness of names; a person confirms them or does not.
import { compareCodes } from '#workforce';
import { type Framework, type FrameworkSkill, skillKey } from '../framework/framework.ts';
import type { MappingKind, SkillMapping } from './mapping.ts';
import { plainText, similarityOf, textProfiles } from './text-similarity.ts';

export type ProposalOptions = {
  /** Pairs less alike than this are not proposed, 0..1. */
  readonly leastSimilarity: number;
  /** The most proposals for one skill. */
  readonly mostPerSkill: number;
  /** Id of a source of the pack that the crosswalk will name. */
  readonly source: string;
};

/** Pairs of skills whose names are alike, most alike first. Both may be the same framework, which then is searched for
 *  skills that lie close to each other. Mappings that are known already are left out.
 *  @returns proposals: nobody says so yet, and their confidence is no more than the likeness */
export function proposeMappings(
  { from, to, known }: { readonly from: Framework; readonly to: Framework; readonly known: readonly SkillMapping[] },
  options: ProposalOptions,
): readonly SkillMapping[] {
  const taken = new Set(known.flatMap((each) => [`${each.from} ${each.to}`, `${each.to} ${each.from}`]));
  const profiles = textProfiles([...from.skills, ...to.skills].map(({ name }) => name));
  const isSame = from.id === to.id;
  const pairs = from.skills.flatMap((one, row) =>
    to.skills
      .flatMap((other, column) => {
        const [left, right] = [profiles[row], profiles[from.skills.length + column]];
        if (left === undefined || right === undefined || (isSame && column <= row)) return [];
        const similarity = similarityOf(left, right);
        return similarity < options.leastSimilarity ? [] : [{ one, other, similarity }];
      })
      .toSorted(byLikeness)
      .slice(0, options.mostPerSkill),
  );
  return pairs
    .toSorted(byLikeness)
    .map(({ one, other, similarity }) => ({
      from: skillKey(from.id, one.id),
      to: skillKey(to.id, other.id),
      kind: kindByName(one.name, other.name),
      confidence: Math.round(similarity * 100) / 100,
      saidBy: null,
      source: options.source,
      note: `${one.name} ~ ${other.name}`,
    }))
    .filter((each) => !taken.has(`${each.from} ${each.to}`));
}

type Pair = { readonly one: FrameworkSkill; readonly other: FrameworkSkill; readonly similarity: number };

function byLikeness(one: Pair, other: Pair): number {
  return (
    other.similarity - one.similarity ||
    compareCodes(one.one.id, other.one.id) ||
    compareCodes(one.other.id, other.other.id)
  );
}

/** A name with a restriction in brackets is a part of the name without it; same words are equal; else they intersect. */
function kindByName(one: string, other: string): MappingKind {
  if (plainText(one) === plainText(other)) return 'equal';
  const [plainOne, plainOther] = [one, other].map((name) => plainText(name.replace(/\([^()]*\)\s*$/, '')));
  if (plainOne !== plainOther) return 'intersects';
  if (plainOther === plainText(other)) return 'subset';
  return plainOne === plainText(one) ? 'superset' : 'intersects';
}
