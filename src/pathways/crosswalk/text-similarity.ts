// How alike two short texts are: the cosine of their character n-grams, rare ones weighing more.

const SHORTEST = 3;
const LONGEST = 5;

/** A text as its n-grams, with length 1: n-gram → weight. */
export type TextProfile = ReadonlyMap<string, number>;

/** Turns texts into profiles that can be compared. An n-gram weighs as often as it stands in a text times the logarithm
 *  of how few texts have it, so that endings which all texts share count for little.
 *  @source docs/model/pathways.md, eq. 2 */
export function textProfiles(texts: readonly string[]): readonly TextProfile[] {
  const counts = texts.map(gramCounts);
  const textsWith = new Map<string, number>();
  for (const grams of counts) {
    for (const gram of grams.keys()) textsWith.set(gram, (textsWith.get(gram) ?? 0) + 1);
  }
  return counts.map((grams) => {
    const weights = [...grams].map(
      ([gram, count]) => [gram, count * Math.log(1 + texts.length / (textsWith.get(gram) ?? 1))] as const,
    );
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return new Map(weights.map(([gram, weight]) => [gram, length === 0 ? 0 : weight / length]));
  });
}

/** @returns 0 for texts that share nothing, 1 for texts with the same n-grams */
export function similarityOf(one: TextProfile, other: TextProfile): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [gram, weight] of small) sum += weight * (large.get(gram) ?? 0);
  return Math.min(1, sum);
}

/** Lower case, letters and digits alone, one space between words. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function gramCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of plainText(text).split(' ')) {
    const framed = ` ${word} `;
    for (let size = SHORTEST; size <= LONGEST; size++) {
      for (let at = 0; at + size <= framed.length; at++) {
        const gram = framed.slice(at, at + size);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
    }
  }
  return counts;
}
