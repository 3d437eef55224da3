// From age groups to single years of age: smoothly, never below 0, and with every group's total kept.
import { assert, hashText, LIMITS, uniform32 } from '#kernel';

/** The part of an age group that matters here; groups follow on from each other, youngest first. */
export type AgeSpan = { readonly fromAge: number; readonly toAge: number };

/** Spreads one count per age group over single years of age. Starts from an even spread within each group, then again
 *  and again smooths over neighbouring years and scales each group back to its total.
 *  @param counts people, shape [group], 0 or more
 *  @returns people, shape [year], the first year being the first group's youngest age
 *  @source Tobler, "Smooth pycnophylactic interpolation for geographical regions", J. Am. Stat. Assoc. 74, 1979 */
export function spreadByAge(groups: readonly AgeSpan[], counts: readonly number[]): Float64Array {
  assertContiguous(groups, counts);
  const youngest = groups[0]?.fromAge ?? 0;
  const years = (groups.at(-1)?.toAge ?? youngest - 1) - youngest + 1;
  const people = new Float64Array(years);
  for (const [index, group] of groups.entries()) {
    const share = (counts[index] ?? 0) / (group.toAge - group.fromAge + 1);
    people.fill(share, group.fromAge - youngest, group.toAge - youngest + 1);
  }
  const borders = Int32Array.from([...groups.map((group) => group.fromAge - youngest), years]);
  for (let pass = 0; pass < SMOOTHING_PASSES; pass++) {
    smooth(people);
    for (let group = 0; group < groups.length; group++) {
      scaleTo(people, { from: borders[group] ?? 0, to: borders[group + 1] ?? 0, total: counts[group] ?? 0 });
    }
  }
  return people;
}

/** As spreadByAge, in whole people: those of a group stand at even steps along its smooth spread, the first of them at
 *  a step's `phase`. Each year is within one person of the smooth spread; over many rows with phases of their own the
 *  ages add up to it, where rounding each row alike would put everybody of a small row at the same age.
 *  @param counts whole people, shape [group]   @param phase strictly between 0 and 1: see spreadPhase */
export function spreadWholeByAge(groups: readonly AgeSpan[], counts: readonly number[], phase: number): Int32Array {
  assert(phase > 0 && phase < 1, `a phase lies strictly between 0 and 1, not ${phase}`);
  const people = spreadByAge(groups, counts);
  const whole = new Int32Array(people.length);
  const youngest = groups[0]?.fromAge ?? 0;
  for (const [index, group] of groups.entries()) {
    const count = counts[index] ?? 0;
    assert(Number.isSafeInteger(count), `age group ${group.fromAge}–${group.toAge} has whole people, not ${count}`);
    const shift = (phase + index * GOLDEN_STEP) % 1;
    let smooth = 0;
    let dealt = 0;
    for (let age = group.fromAge; age <= group.toAge; age++) {
      smooth += people[age - youngest] ?? 0;
      // The last year takes whoever is left, whatever rounding has done to the sum.
      const upTo = age === group.toAge ? count : Math.min(count, Math.floor(smooth + shift));
      whole[age - youngest] = upTo - dealt;
      dealt = upTo;
    }
  }
  return whole;
}

/** The phase of a row of stock, from the codes that name it: the same wherever the row stands in its table. */
export function spreadPhase(...codes: readonly string[]): number {
  return uniform32(hashText(codes.join('\n')));
}

/** Golden section: phases of the groups of one row lie as far apart as they can. */
const GOLDEN_STEP = 0.618_033_988_749_895;

/** Whole numbers in proportion to weights that add up to a whole total; ties go to the earlier one.
 *  @param weights 0 or more, shape [item]; where all are 0 the total is shared evenly */
export function largestRemainder(weights: ArrayLike<number>, total: number): Int32Array {
  assert(
    Number.isSafeInteger(total) && total >= 0,
    `a total to be shared is a whole number of 0 or more, not ${total}`,
  );
  const parts = new Int32Array(weights.length);
  assert(weights.length > 0 || total === 0, 'a total needs something to be shared over');
  const shares = Array.from(weights);
  const sum = shares.reduce((running, weight) => running + weight, 0);
  const exact = shares.map((weight) => (sum > 0 ? (weight / sum) * total : total / weights.length));
  let left = total;
  for (const [item, share] of exact.entries()) {
    parts[item] = Math.floor(share);
    left -= parts[item] ?? 0;
  }
  const byRemainder = exact
    .map((share, item) => ({ item, remainder: share - Math.floor(share) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.item - other.item);
  for (const { item } of byRemainder.slice(0, left)) parts[item] = (parts[item] ?? 0) + 1;
  return parts;
}

/** Enough for the step at a border between groups of ten to twenty years to have become a slope. */
const SMOOTHING_PASSES = 100;

function assertContiguous(groups: readonly AgeSpan[], counts: readonly number[]): void {
  assert(groups.length === counts.length, `${groups.length} age groups have ${counts.length} counts`);
  let next = groups[0]?.fromAge ?? 0;
  for (const [index, group] of groups.entries()) {
    const count = counts[index] ?? -1;
    assert(count >= 0 && Number.isFinite(count), `age group ${group.fromAge}–${group.toAge} has a count of ${count}`);
    assert(
      group.fromAge === next && group.toAge >= group.fromAge,
      `age group ${group.fromAge}–${group.toAge} does not follow on`,
    );
    next = group.toAge + 1;
  }
  assert(next - (groups[0]?.fromAge ?? 0) <= LIMITS.ages, `age groups span more than ${LIMITS.ages} years`);
}

/** Weights ¼, ½, ¼, in place; the ends are mirrored, so that nobody is smoothed out of the span. */
function smooth(people: Float64Array): void {
  const last = people.length - 1;
  let before = people[0] ?? 0;
  for (let year = 0; year <= last; year++) {
    const here = people[year] ?? 0;
    const after = year < last ? (people[year + 1] ?? 0) : here;
    people[year] = 0.25 * (before + after) + 0.5 * here;
    before = here;
  }
}

/** Scales the years `from` up to, not including, `to` to a total. */
function scaleTo(
  people: Float64Array,
  part: { readonly from: number; readonly to: number; readonly total: number },
): void {
  const { from, to, total } = part;
  let sum = 0;
  for (let year = from; year < to; year++) sum += people[year] ?? 0;
  const factor = sum > 0 ? total / sum : 0;
  for (let year = from; year < to; year++) people[year] = (people[year] ?? 0) * factor;
}
