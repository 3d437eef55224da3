// What having members seems to have changed, beside what it assumes; and what the plan makes of communities.
import {
  differenceInDifferences,
  leaverChanges,
  type CommunityRecord,
  type DifferenceInDifferences,
  type EvidenceRecord,
} from '#delivery';
import { formatMonth } from '#kernel';
import { formatFineShare, formatMonthName } from '#report';

/** Names the chance by which places are drawn again, so that a page read twice says the same. */
const SEED = 1;

type EffectProps = {
  readonly body: CommunityRecord;
  /** Verified, of the places that the reader may see; null for who may see none. */
  readonly evidence: readonly EvidenceRecord[] | null;
};

export function CommunityEffectNote({ body, evidence }: EffectProps) {
  return (
    <section aria-labelledby="effect-heading">
      <h2 id="effect-heading">What it seems to change</h2>
      {evidence === null ? null : <Comparison body={body} evidence={evidence} />}
      <p className="nhsuk-u-reading-width">
        The projection takes none of this for granted. Whether communities keep people and make newcomers competent
        sooner is an assumption with a range that may be to the bad, set by a <a href="/scenarios">scenario</a> for the
        nation as a whole: a projection does not tell places with members from those without.
      </p>
    </section>
  );
}

function Comparison({
  body,
  evidence,
}: {
  readonly body: CommunityRecord;
  readonly evidence: readonly EvidenceRecord[];
}) {
  const found = leaverChanges(body, evidence);
  if (found === null) return <p>Nobody has joined yet, so there is nothing to compare.</p>;
  const began = formatMonthName(formatMonth(found.began));
  const reading = differenceInDifferences(found.changes, SEED);
  if (reading === null) {
    const withMembers = found.changes.filter(({ hasMembers }) => hasMembers).length;
    return (
      <p className="nhsuk-u-reading-width">
        Leaving in the year before {began} and in the year from then on can be compared once three places with members
        and three without have verified evidence of both. So far {withMembers} with and{' '}
        {found.changes.length - withMembers} without have.
      </p>
    );
  }
  return <Reading reading={reading} began={began} />;
}

function Reading({ reading, began }: { readonly reading: DifferenceInDifferences; readonly began: string }) {
  const { effect, p10, p90, placesWith, placesWithout, earlierDifference, assumptions } = reading;
  return (
    <>
      <p className="nhsuk-u-reading-width" id="effect">
        From the year before {began} to the year after, the share of people who leave changed by {points(effect)} more
        where there are members ({placesWith} places) than where there are none ({placesWithout} places). Eight times in
        ten it is between {points(p10)} and {points(p90)}
        {p10 <= 0 && p90 >= 0 ? ', so it may be nothing' : ''}.{' '}
        {earlierDifference === null
          ? 'Nothing was counted a year earlier, so whether both went alike before is not known.'
          : `Between the two years before, the same difference was ${points(earlierDifference)}; far from 0 it would speak against the comparison.`}
      </p>
      <p>It holds only where:</p>
      <ul>
        {assumptions.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  );
}

/** A difference of shares, with its sign. */
function points(difference: number): string {
  const text = formatFineShare(difference).replace('%', ' percentage points');
  return difference > 0 ? `+${text}` : text;
}
