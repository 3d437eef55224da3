// Places that are asked to deliver a requirement and know nobody who has: where a community could help first.
import type { CommunityRecord } from './community-record.ts';
import type { Kept } from '../agreements/counted-reports.ts';
import type { PracticeRecord } from './practice-record.ts';

export type Stranger = {
  readonly requirement: string;
  readonly place: string;
  /** Places that have taken up a practice for it, in the order of their codes. */
  readonly deliverers: readonly string[];
  /** Communities that serve it, which the place could join. */
  readonly communities: readonly string[];
};

export type AskedPlaces = readonly { readonly requirement: string; readonly places: readonly string[] }[];

/** A place knows another where both have members in one community that serves the requirement.
 *  @param asked the places in which each requirement applies */
export function strangersTo(
  asked: AskedPlaces,
  communities: readonly Kept<CommunityRecord>[],
  practices: readonly PracticeRecord[],
): readonly Stranger[] {
  return asked.flatMap(({ requirement, places }) => {
    const serving = communities.filter(
      ({ body }) => body.state !== 'closed' && body.requirements.includes(requirement),
    );
    const rosters = serving.map(({ body }) => new Set(body.members.map(({ place }) => place)));
    const adopted = practices
      .filter(({ requirements }) => requirements.includes(requirement))
      .flatMap((practice) => practice.adopted.map(({ place }) => place));
    const deliverers = [...new Set(adopted)].toSorted();
    const knows = (place: string) =>
      deliverers.includes(place) ||
      rosters.some((roster) => roster.has(place) && deliverers.some((each) => roster.has(each)));
    return places
      .filter((place) => !knows(place))
      .map((place) => ({ requirement, place, deliverers, communities: serving.map(({ id }) => id) }));
  });
}
