// Shared posts cut where their places come into several parts: each part has a post of its own, of as much as it serves.
import { itemAt } from './plan-problem.ts';
import type { PlanChannel } from './plan-problem.ts';
import type { ServedPlace } from './plan-rules.ts';

/** The posts of a channel as a part of the places sees them; all by index in the whole. */
export type CutPosts = {
  /** Where the posts that start in a place work, and no further than the part, shape [place of the part]. */
  readonly serves: readonly (readonly ServedPlace[])[];
  /** The place in which the whole counts what a place of the part starts, shape [place of the part]. */
  readonly hosts: readonly number[];
  /** Room of each place as a share of the nation's, shape [place of the part]. */
  readonly shares: readonly number[];
};

/** A post that serves places of several parts becomes one in each: it stands in its own place, or else in the one that has
 *  most of it, and has the room and the help of the part's share. Parts may then use their posts unlike each other, which
 *  the whole may not: the plan of the parts is mended, and the bound of the parts is none too high. */
export function cutPosts({ serves, shareOfPlace }: PlanChannel, places: readonly number[]): CutPosts | null {
  if (serves === undefined) return null;
  const isOwn = new Set(places);
  const cut = {
    serves: places.map((place): readonly ServedPlace[] => [{ place, share: 1 }]),
    hosts: [...places],
    shares: places.map(() => 0),
  };
  serves.forEach((served, host) => {
    const own = served.filter(({ place, share }) => isOwn.has(place) && share > 0);
    const held = own.reduce((sum, { share }) => sum + share, 0);
    // Where nobody starts, a place keeps to itself.
    if (held <= 0 || itemAt(shareOfPlace, host) <= 0) return;
    const standIn = isOwn.has(host) ? host : placeOfMost(own);
    const at = places.indexOf(standIn);
    // A place that has posts of its own keeps to those.
    if (standIn !== host && itemAt(shareOfPlace, standIn) > 0) return;
    cut.serves[at] = own.map(({ place, share }) => ({ place, share: share / held }));
    cut.hosts[at] = host;
    cut.shares[at] = itemAt(shareOfPlace, host) * held;
  });
  return cut;
}

function placeOfMost(served: readonly ServedPlace[]): number {
  let [most, best] = [-1, 0];
  for (const { place, share } of served) {
    if (share > most) [most, best] = [share, place];
  }
  return best;
}
