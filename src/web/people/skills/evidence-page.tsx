// One piece of evidence: what was said and shown, what the verifier said, and the form that asks for a verdict.
import { Button, Radios, SummaryList, Tag, Textarea } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { SHOWN_KINDS, type SkillEvidenceRecord } from '#pathways';
import { formatMonthName } from '#report';
import { CsrfField } from '../../shell/page-shell.tsx';
import { fieldAt, ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';
import { KIND_NAMES } from './passport-table.tsx';
import { STATE_TAGS } from './state-tags.ts';

export type EvidencePageProps = {
  readonly request: PageRequest;
  readonly body: SkillEvidenceRecord;
  readonly version: number;
  readonly memberName: (id: string) => string;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly FormProblem[];
};

export function EvidencePage({ request, body, version, memberName, fields, problems }: EvidencePageProps) {
  const at = `/people/skills/${encodeURIComponent(request.params['id'] ?? '')}`;
  return (
    <>
      <ProblemSummary problems={problems} />
      <p>
        <Tag modifier={STATE_TAGS[body.state].colour}>{STATE_TAGS[body.state].label}</Tag>
      </p>
      <EvidenceSummary body={body} memberName={memberName} />
      {body.state === 'said' ? (
        <AskForm request={request} at={at} version={version} fields={fields} problems={problems} />
      ) : null}
      <form method="post" action={`${at}/remove`} className="no-print">
        <CsrfField request={request} />
        <Button secondary>Take it out of my skills</Button>
      </form>
    </>
  );
}

export function EvidenceSummary({ body, memberName }: Pick<EvidencePageProps, 'body' | 'memberName'>) {
  const lines: readonly (readonly [string, string])[] = [
    ['Level said', body.level],
    ['Said in', formatMonthName(body.saidMonth)],
    ...(body.shown === null ? [] : [['Shown', `${KIND_NAMES[body.shown.kind]}: ${body.shown.what}`] as const]),
    ...(body.verdict === null
      ? []
      : ([
          ['Judged by', `${memberName(body.verdict.verifier)}, ${formatMonthName(body.verdict.month)}`],
          ['Reason', body.verdict.reason],
        ] as const)),
  ];
  return (
    <SummaryList>
      {lines.map(([key, value]) => (
        <SummaryList.Row key={key}>
          <SummaryList.Key>{key}</SummaryList.Key>
          <SummaryList.Value>{value}</SummaryList.Value>
        </SummaryList.Row>
      ))}
    </SummaryList>
  );
}

type AskFormProps = Pick<EvidencePageProps, 'request' | 'version' | 'fields' | 'problems'> & { readonly at: string };

function AskForm({ request, at, version, fields, problems }: AskFormProps) {
  const kind = fieldAt('kind', { fields, problems });
  return (
    <>
      <h2>Ask for verification</h2>
      <p className="nhsuk-u-reading-width">
        Your lead sees this skill and what you show for it, and says yes or no with a reason. Nobody verifies
        themselves.
      </p>
      <form method="post" action={`${at}/ask`} className="no-print">
        <CsrfField request={request} />
        <input type="hidden" name="madeFrom" value={version} />
        <Radios idPrefix="kind" name="kind" legend="What I show" {...('error' in kind ? { error: kind.error } : {})}>
          {SHOWN_KINDS.map((each, index) => (
            <Radios.Item
              key={each}
              id={index === 0 ? 'kind' : `kind-${index + 1}`}
              value={each}
              defaultChecked={fields['kind'] === each}
            >
              {KIND_NAMES[each]}
            </Radios.Item>
          ))}
        </Radios>
        <Textarea
          {...fieldAt('what', { fields, problems })}
          label="Where or how it can be seen"
          hint="A sentence: the piece of work, who saw it, or the certificate’s number. No patients, no colleagues’ names."
          rows={3}
        />
        <Button>Ask for verification</Button>
      </form>
    </>
  );
}
