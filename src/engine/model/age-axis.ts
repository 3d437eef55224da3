// The axis of ages: single years, in the groups in which a pack states its rates.
import { assert } from '#kernel';
import type { AgeGroup, Channel } from '#workforce';
import type { AgeAxis } from './model.ts';

/** @param groups contiguous, youngest first */
export function ageAxisOf(groups: readonly AgeGroup[]): AgeAxis {
  const groupOfAge = groups.flatMap((group, index) =>
    Array.from({ length: group.toAge - group.fromAge + 1 }, () => index),
  );
  return {
    count: groupOfAge.length,
    groupCount: groups.length,
    groups: groups.map((group) => group.id),
    groupOfAge: Int32Array.from(groupOfAge),
    firstAge: Int32Array.from(
      [...groups.keys(), groups.length],
      (group) => groupOfAge.filter((each) => each < group).length,
    ),
    yearsInGroup: Float64Array.from(groups, (group) => group.toAge - group.fromAge + 1),
  };
}

/** Share of a channel's entrants at each single year of age: each group's share, spread evenly over its years. */
export function entrantAgesOf(axis: AgeAxis, channel: Channel): Float64Array {
  const shares = new Float64Array(axis.count);
  for (const entrant of channel.entrantAges) {
    const group = axis.groups.indexOf(entrant.ageGroup);
    assert(group >= 0, `channel '${channel.id}' names an age group of the pack.`);
    for (let age = 0; age < axis.count; age++) {
      if (axis.groupOfAge[age] === group) shares[age] = entrant.share / (axis.yearsInGroup[group] ?? 1);
    }
  }
  return shares;
}

/** Where entrants of a channel stand when they come: each has aged one year at every twelfth step passed in training.
 *  @returns share in each group, shape [group] */
export function groupSharesAfter(axis: AgeAxis, entrantAges: Float64Array, birthdays: number): Float64Array {
  const shares = new Float64Array(axis.groupCount);
  for (let age = 0; age < axis.count; age++) {
    const group = axis.groupOfAge[Math.min(age + birthdays, axis.count - 1)] ?? 0;
    shares[group] = (shares[group] ?? 0) + (entrantAges[age] ?? 0);
  }
  return shares;
}
