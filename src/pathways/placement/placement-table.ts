// A placement round as tables of numbers: people in the order of a lottery, places in the order of their ids.
import { hashText, nextUniform, openStream, streamKey } from '#kernel';
import { compareCodes } from '#workforce';
import { openPosts, type PlacementPerson, type PlacementPlace, type PlacementRound } from './placement-round.ts';

export type PlacementTable = {
  /** In the order of the lottery, which breaks every tie. */
  readonly people: readonly PlacementPerson[];
  readonly places: readonly PlacementPlace[];
  /** People that each place can take, shape [place]. */
  readonly open: Int32Array;
  /** 1 for the first choice; one more than the list is long for a place that is not on it; 0 where the person cannot go.
   *  Shape [person][place]. */
  readonly rank: Int32Array;
  /** One way, shape [person][place]; −1 where no way is known. */
  readonly minutes: Int32Array;
};

/** No seat: what stands in a list of seats for somebody without a place. */
export const UNPLACED = -1;

/** @param round a sound one
 *  @source docs/model/placement.md, eq. 2 */
export function placementTable(round: PlacementRound): PlacementTable {
  const places = round.places.toSorted((one, other) => compareCodes(one.id, other.id));
  const people = inLotteryOrder(round);
  const placeAt = new Map(places.map(({ id }, index) => [id, index]));
  const minutesBetween = travelReader(round);
  const size = people.length * places.length;
  const [rank, minutes] = [new Int32Array(size), new Int32Array(size)];
  people.forEach((person, row) => {
    const start = row * places.length;
    const unlisted = person.acceptsUnlisted ? person.preferences.length + 1 : 0;
    places.forEach(({ area }, column) => {
      minutes[start + column] = minutesBetween(person.area, area);
      rank[start + column] = unlisted;
    });
    person.preferences.forEach((id, index) => {
      rank[start + (placeAt.get(id) ?? 0)] = index + 1;
    });
    for (let column = 0; column < places.length; column++) {
      if (!isBorne(person, minutes[start + column] ?? -1)) rank[start + column] = 0;
    }
  });
  const open = Int32Array.from(places, (place) => openPosts(place, round.supervisorFtePerPerson));
  return { people, places, open, rank, minutes };
}

function isBorne({ mostTravelMinutes }: PlacementPerson, minutes: number): boolean {
  return mostTravelMinutes === null || (minutes >= 0 && minutes <= mostTravelMinutes);
}

/** Each person's lot hangs on the seed and the person's id alone, so the order of the file changes nothing. */
function inLotteryOrder({ seed, people }: PlacementRound): readonly PlacementPerson[] {
  return people
    .map((person) => ({ person, lot: nextUniform(openStream(streamKey(seed, LOTTERY, hashText(person.id)))) }))
    .toSorted((one, other) => one.lot - other.lot || compareCodes(one.person.id, other.person.id))
    .map(({ person }) => person);
}

const LOTTERY = hashText('placement lottery');

function travelReader({ travel }: PlacementRound): (from: string, to: string) => number {
  const known = new Map<string, Map<string, number>>();
  const learn = (from: string, to: string, minutes: number): void => {
    const row = known.get(from) ?? new Map<string, number>();
    known.set(from, row.set(to, minutes));
  };
  for (const { from, to, minutes } of travel) {
    learn(from, to, minutes);
    learn(to, from, minutes);
  }
  return (from, to) => (from === to ? (known.get(from)?.get(to) ?? 0) : (known.get(from)?.get(to) ?? -1));
}
