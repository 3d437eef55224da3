// Verifying a badge of any issuer: the text that somebody brought, and the verdict with every reason by its name.
import { Button, InsetText, Tag, Textarea } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { DataTable, singleGroup } from '#report';
import type { BadgeVerdict } from '#service';
import { CsrfField } from '../../shell/page-shell.tsx';
import { fieldAt, ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';

export type VerifyPartProps = {
  readonly request: PageRequest;
  readonly badge: string;
  readonly list: string;
  /** Null before anything was sent. */
  readonly verdict: BadgeVerdict | null;
  readonly problems: readonly FormProblem[];
};

export function VerifyPart({ request, badge, list, verdict, problems }: VerifyPartProps) {
  const fields = { badge, list };
  return (
    <>
      <ProblemSummary problems={problems} />
      {verdict === null ? null : <VerdictOf verdict={verdict} />}
      <p className="nhsuk-u-reading-width">
        Paste a badge or a passport of badges, of this service or any other. It is read here and not kept, and nothing
        is fetched from elsewhere: a badge of this service is held against our own list.
      </p>
      <form method="post" action="/people/badges/verify" className="no-print">
        <CsrfField request={request} />
        <Textarea
          {...fieldAt('badge', { fields, problems })}
          label="The badge"
          hint="JSON, or a signed token that begins with eyJ"
          rows={8}
        />
        <Textarea
          {...fieldAt('list', { fields, problems })}
          label="The list of badges that its issuer took back (optional)"
          hint="For badges of other issuers: the text at the address that the badge names as statusListCredential"
          rows={3}
        />
        <Button>Verify it</Button>
      </form>
    </>
  );
}

function VerdictOf({ verdict: { refusals, notes } }: { readonly verdict: BadgeVerdict }) {
  const isSound = refusals.length === 0;
  return (
    <div role="status">
      <p>
        <Tag modifier={isSound ? 'green' : 'red'}>{isSound ? 'Verified' : 'Refused'}</Tag>
      </p>
      {isSound ? (
        <p className="nhsuk-u-reading-width">Nothing in it was changed since it was signed, and it holds today.</p>
      ) : (
        <div className="figures">
          <DataTable
            id="refusals"
            caption="Why it is refused"
            columns={[
              { key: 'kind', label: 'Kind', kind: 'text' },
              { key: 'why', label: 'Why', kind: 'text' },
            ]}
            groups={singleGroup(
              refusals.map(({ kind, message }, index) => ({ key: String(index), header: kind, cells: [message] })),
            )}
            total={null}
          />
        </div>
      )}
      {notes.map((note) => (
        <InsetText key={note}>{note}</InsetText>
      ))}
    </div>
  );
}
