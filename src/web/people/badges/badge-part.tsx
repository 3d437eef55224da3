// One badge: what it says, how to take it along and show it to others, and, for its issuer, how to take it back.
import { Button, InsetText, SummaryList, Textarea, WarningCallout } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import type { BadgeRecord } from '#pathways';
import { formatMonthName } from '#report';
import { StateTag } from '../../record/state-tag.tsx';
import { CsrfField } from '../../shell/page-shell.tsx';
import { fieldAt, ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';

export type BadgePartProps = {
  readonly request: PageRequest;
  readonly badge: BadgeRecord;
  readonly person: string;
  readonly mayRevoke: boolean;
  readonly reason: string;
  readonly problems: readonly FormProblem[];
};

export function BadgePart({ request, badge, person, mayRevoke, reason, problems }: BadgePartProps) {
  const at = `/people/badges/${encodeURIComponent(request.params['id'] ?? '')}`;
  return (
    <>
      <ProblemSummary problems={problems} />
      <p>
        <StateTag state={badge.state} />
      </p>
      <SummaryList>
        {linesOf(badge, person).map(([key, value]) => (
          <SummaryList.Row key={key}>
            <SummaryList.Key>{key}</SummaryList.Key>
            <SummaryList.Value>{value}</SummaryList.Value>
          </SummaryList.Row>
        ))}
      </SummaryList>
      <p className="no-print">
        <Button href={`${at}/file`}>Download the badge (JSON)</Button>
      </p>
      <h2>Show it to others</h2>
      <p className="nhsuk-u-reading-width">
        Send the file, or put it into a wallet that reads Open Badges 3.0. Whoever gets it needs nothing of this service
        but the list of badges that were taken back, which the badge names. The file holds no name: to show that it is
        yours, show your passport of badges.
      </p>
      {mayRevoke ? <RevokeForm request={request} at={at} reason={reason} problems={problems} /> : null}
    </>
  );
}

function linesOf(badge: BadgeRecord, person: string): readonly (readonly [string, string])[] {
  return [
    ['Holder', person],
    ['Issued', formatMonthName(badge.issuedMonth)],
    ['Holds until the end of', badge.validUntilMonth === null ? 'no end' : formatMonthName(badge.validUntilMonth)],
    ['Signed with', badge.issuer],
    ['Id in the badge', badge.credential],
    ...(badge.revoked === null
      ? []
      : [['Taken back', formatMonthName(badge.revoked.month)] as const, ['Because', badge.revoked.reason] as const]),
  ];
}

type RevokeFormProps = Pick<BadgePartProps, 'request' | 'reason' | 'problems'> & { readonly at: string };

function RevokeForm({ request, at, reason, problems }: RevokeFormProps) {
  return (
    <>
      <h2>Take it back</h2>
      <WarningCallout>
        <WarningCallout.Heading>A badge that was taken back stays so</WarningCallout.Heading>
        <p>Whoever verifies it is told at once that it no longer holds, and why.</p>
      </WarningCallout>
      <form method="post" action={`${at}/revoke`} className="no-print">
        <CsrfField request={request} />
        <Textarea
          {...fieldAt('reason', { fields: { reason }, problems })}
          label="Reason"
          hint="Anybody who verifies the badge reads it: name nobody in it."
          rows={2}
        />
        <Button warning>Take the badge back</Button>
      </form>
    </>
  );
}

/** Under a list or a verdict: how a badge comes about. */
export function IssueForm({ request, evidence }: { readonly request: PageRequest; readonly evidence: string }) {
  return (
    <>
      <InsetText>
        This skill is verified. A badge lets its holder prove it elsewhere, for three years or until you take it back.
      </InsetText>
      <form method="post" action="/people/badges/issue" className="no-print">
        <CsrfField request={request} />
        <input type="hidden" name="evidence" value={evidence} />
        <Button>Issue a badge for it</Button>
      </form>
    </>
  );
}
