// What having members seems to change: places with members against places without, before and after.
import { nextUniform, openStream, quantileOfSorted, sortAscending, streamKey } from '#kernel';

/** One place's figure in two earlier periods and after, such as a share of leavers or months to competence. */
export type PlaceChange = {
  readonly place: string;
  readonly hasMembers: boolean;
  /** The period before `before`; null where it is not known. */
  readonly earlier: number | null;
  readonly before: number;
  readonly after: number;
};

export type DifferenceInDifferences = {
  /** Change with members less change without. */
  readonly effect: number;
  readonly p10: number;
  readonly p90: number;
  readonly placesWith: number;
  readonly placesWithout: number;
  /** The same difference between the two periods before; far from 0 it speaks against the comparison. Null where no place
   *  on either side has an earlier figure. */
  readonly earlierDifference: number | null;
  readonly assumptions: readonly string[];
};

/** Fewer places on either side say nothing of the spread between places. */
const FEWEST_PLACES = 3;
const RESAMPLES = 2000;

const COMPARISON_ASSUMPTIONS = [
  'Without the community both groups would have changed alike (parallel trends).',
  'Places without members gain nothing from it (no spill-over); if they do, the effect is understated.',
  'Nobody changed in expectation of joining, and who joined was not chosen by the change itself.',
  'The same places are counted in the same way before and after.',
] as const;

/** @returns null where either side has fewer than three places
 *  @param seed names the chance by which places are drawn again; the same seed gives the same interval
 *  @source docs/model/adoption.md, eq. 4 */
export function differenceInDifferences(changes: readonly PlaceChange[], seed: number): DifferenceInDifferences | null {
  const sides = [changes.filter(({ hasMembers }) => hasMembers), changes.filter(({ hasMembers }) => !hasMembers)];
  const [withMembers = [], without = []] = sides;
  if (withMembers.length < FEWEST_PLACES || without.length < FEWEST_PLACES) return null;
  const changeOf = ({ before, after }: PlaceChange) => after - before;
  const [gained, others] = [withMembers.map(changeOf), without.map(changeOf)];
  const stream = openStream(streamKey(seed, withMembers.length, without.length));
  const drawn = Float64Array.from({ length: RESAMPLES }, () => {
    const pick = (values: readonly number[]) =>
      meanOf(values.map(() => values[Math.floor(nextUniform(stream) * values.length)] ?? 0));
    const first = pick(gained);
    return first - pick(others);
  });
  sortAscending(drawn);
  return {
    effect: meanOf(gained) - meanOf(others),
    p10: quantileOfSorted(drawn, 0.1),
    p90: quantileOfSorted(drawn, 0.9),
    placesWith: withMembers.length,
    placesWithout: without.length,
    earlierDifference: earlierDifference(withMembers, without),
    assumptions: COMPARISON_ASSUMPTIONS,
  };
}

function earlierDifference(withMembers: readonly PlaceChange[], without: readonly PlaceChange[]): number | null {
  const trends = (side: readonly PlaceChange[]) =>
    side.flatMap(({ earlier, before }) => (earlier === null ? [] : [before - earlier]));
  const [one, other] = [trends(withMembers), trends(without)];
  return one.length === 0 || other.length === 0 ? null : meanOf(one) - meanOf(other);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
