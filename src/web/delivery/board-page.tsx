// Delivery on one page for a board: how much is agreed and started, what is late, and who must act next.
import { lostPeopleOf, noticesAhead, startedPeopleOf } from '#delivery';
import { counted, formatGap, formatMonthName, formatNumber } from '#report';
import type { DeliveryReading } from '#service';
import { StateTag } from '../record/state-tag.tsx';
import type { PlaceCommitments } from './load-commitments.ts';
import { Totals } from './register-page.tsx';
import { undertakingLinks, undertakingName } from './undertaking-name.ts';

/** As much as is read in a minute. */
const WORST = 5;
const NEXT = 5;

export type BoardPageProps = {
  readonly view: PlaceCommitments;
  /** The document of the six steps drawn up from the records as they are; null where none is. */
  readonly reading: DeliveryReading | null;
};

export function BoardPage({ view, reading }: BoardPageProps) {
  const { commitments, now, workspace } = view;
  if (commitments.length === 0) return <p>No commitment is on record yet, so there is nothing to report.</p>;
  const slipped = commitments
    .filter(({ body }) => body.state !== 'done' && (body.slipMonths > 0 || lostPeopleOf(body) > 0))
    .toSorted((one, other) => other.body.people - one.body.people);
  const linkOf = undertakingLinks(commitments, workspace);
  const notices = noticesAhead(
    commitments.map(({ body }) => body),
    { now, within: 3 },
  ).slice(0, NEXT);
  return (
    <>
      <p>{sentenceOf(view)}</p>
      <Totals view={view} />
      <h2>What has slipped</h2>
      {slipped.length === 0 ? (
        <p>Nothing that is on record.</p>
      ) : (
        <ul>
          {slipped.slice(0, WORST).map(({ id, body }) => (
            <li key={id}>
              <StateTag state={body.state} /> <a href={`/commitments/${id}`}>{undertakingName(body, workspace)}</a>:{' '}
              {counted(body.slipMonths, 'month', 'months')} later, {formatNumber(lostPeopleOf(body))} of{' '}
              {formatNumber(body.people)} people lost.
            </li>
          ))}
        </ul>
      )}
      {slipped.length > WORST ? <p>And {formatNumber(slipped.length - WORST)} more.</p> : null}
      <GapNow code={view.place.code} reading={reading} />
      <h2>Who must act in the next three months</h2>
      {notices.length === 0 ? (
        <p>Nobody: nothing falls due.</p>
      ) : (
        <ol>
          {notices.map((notice) => (
            <li key={`${notice.undertaking} ${notice.what}`}>
              <b>{notice.office}</b>: {notice.sentence} (
              <a href={linkOf(notice.undertaking).href}>{linkOf(notice.undertaking).words}</a>).
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function sentenceOf({ place, commitments }: PlaceCommitments): string {
  const live = commitments.map(({ body }) => body).filter(({ state }) => state !== 'withdrawn');
  const people = live.reduce((sum, body) => sum + body.people, 0);
  const started = live.reduce((sum, body) => sum + startedPeopleOf(body), 0);
  const agreed = live.filter(({ state }) => state !== 'proposed').length;
  const late = live.filter(({ state }) => state === 'late').length;
  return (
    `Of ${counted(live.length, 'commitment', 'commitments')} in ${place.name} and below, ${formatNumber(agreed)} are agreed ` +
    `and ${formatNumber(late)} late; ${formatNumber(started)} of ${formatNumber(people)} people have started.`
  );
}

type GapNowProps = { readonly code: string; readonly reading: DeliveryReading | null };

/** What slips do to the gap is worked out with the six steps; here stands what it came to. */
function GapNow({ code, reading }: GapNowProps) {
  const rows = reading?.page.sections.find(({ id }) => id === 'gap')?.groups.flatMap((group) => group.rows) ?? [];
  const [month = '', undertaken = '', present = ''] = rows.at(-1) ?? [];
  const document = <a href={`/six-steps/${code}`}>six steps</a>;
  if (month === '') return <p>What that does to the gap is worked out anew when the {document} are drawn up.</p>;
  return (
    <p>
      By {formatMonthName(month)} the gap is <b>{formatGap(Number(present))} FTE</b> as things stand, against{' '}
      {formatGap(Number(undertaken))} as undertaken: see the {document}.
    </p>
  );
}
