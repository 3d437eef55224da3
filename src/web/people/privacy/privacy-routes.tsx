// The addresses of privacy: all that is held of oneself, the same as a file, and the way out.
import { Button, Checkboxes, InsetText, SummaryList, WarningCallout } from 'nhsuk-react-components';
import { ok } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { DataTable, singleGroup } from '#report';
import { eraseOwnRecords, heldOfMe, type HeldOfMe } from '#service';
import { deskOf, fieldOf, onward } from '../../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../../shell/page-shell.tsx';
import { ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';
import { peoplePage } from '../people-page.tsx';

export function privacyRoutes(dress: Dress): readonly PageRoute[] {
  const may = (action: 'read' | 'export' | 'remove') =>
    ({ kind: 'permitted', action, resource: 'passport', placeParam: null }) as const;
  return [
    { method: 'GET', path: '/people/privacy', access: may('read'), answer: (request) => privacyPage(dress, request) },
    { method: 'GET', path: '/people/privacy/export', access: may('export'), answer: exportFile },
    {
      method: 'POST',
      path: '/people/privacy/erase',
      access: may('remove'),
      answer: (request) => erase(dress, request),
    },
  ];
}

async function privacyPage(dress: Dress, request: PageRequest, problems: readonly FormProblem[] = []) {
  const held = await heldOfMe(deskOf(request));
  if (!held.ok) return held;
  return peoplePage(dress, {
    request,
    title: 'What is held of me',
    trail: [],
    problems,
    children: (
      <>
        <ProblemSummary problems={problems} />
        {request.query['erased'] === undefined ? null : (
          <InsetText>
            <p role="status">{Number(request.query['erased']) || 0} records of yours were taken out.</p>
          </InsetText>
        )}
        <Held held={held.value} request={request} />
        <p className="no-print">
          <a
            className="nhsuk-button nhsuk-button--secondary"
            href="/people/privacy/export"
            role="button"
            draggable="false"
          >
            Take it with me as a file (JSON)
          </a>
        </p>
        <Uses />
        <EraseForm request={request} problems={problems} />
      </>
    ),
  });
}

function Held({ held, request }: { readonly held: HeldOfMe; readonly request: PageRequest }) {
  const { member, records } = held;
  const title = (kind: string) => request.world.kinds.find((each) => each.kind === kind)?.title ?? kind;
  return (
    <>
      <SummaryList>
        {[
          ['What the service calls me', member.displayName],
          ['My number in audits and records', member.id],
          ['My role', member.role],
          ['My place', member.place],
        ].map(([key, value]) => (
          <SummaryList.Row key={key}>
            <SummaryList.Key>{key}</SummaryList.Key>
            <SummaryList.Value>{value}</SummaryList.Value>
          </SummaryList.Row>
        ))}
      </SummaryList>
      {records.length === 0 ? (
        <p>No record is kept of you beyond this.</p>
      ) : (
        <div className="figures">
          <DataTable
            id="held"
            caption={`Records about me (${records.length})`}
            columns={[
              { key: 'kind', label: 'Kind', kind: 'text' },
              { key: 'says', label: 'What it says', kind: 'text' },
              { key: 'state', label: 'State', kind: 'text' },
              { key: 'changed', label: 'Changed', kind: 'text' },
            ]}
            groups={singleGroup(
              records.map((record) => ({
                key: `${record.kind} ${record.id}`,
                header: linkOf(record.kind, record.id, title(record.kind)),
                cells: [saysOf(record.body), record.state, record.changedAt.slice(0, 10)],
              })),
            )}
            total={null}
          />
        </div>
      )}
    </>
  );
}

/** Where a record is corrected. */
function linkOf(kind: string, id: string, title: string) {
  if (kind === 'skill-evidence') return <a href={`/people/skills/${encodeURIComponent(id)}`}>{title}</a>;
  return kind === 'passport' ? <a href="/people/skills">{title}</a> : title;
}

/** The fields of a body in words, without what every record of one's own says. */
function saysOf(body: unknown): string {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return fields
    .filter(([name, value]) => !['person', 'place', 'state'].includes(name) && value !== null)
    .map(([name, value]) => `${inWords(name)}: ${typeof value === 'object' ? saysOf(value) : String(value)}`)
    .join('; ');
}

/** `saidMonth` → `said month` */
function inWords(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function Uses() {
  return (
    <>
      <h2>Who sees it</h2>
      <ul className="nhsuk-u-reading-width">
        <li>Your passport and the post you hold: you alone.</li>
        <li>
          Your skills and what you show for them: you, and the leads of your own organisation, who verify them. Nobody
          ranks people by them.
        </li>
        <li>
          Your wishes for a placement: you alone. Whoever runs a round gives them to it once you have sent them, and
          sees why each person would go where.
        </li>
        <li>
          Regions and the centre see counts alone, with small numbers hidden. Where a person is matched with a place,
          somebody decides and gives a reason.
        </li>
      </ul>
    </>
  );
}

type EraseFormProps = { readonly request: PageRequest; readonly problems: readonly FormProblem[] };

function EraseForm({ request, problems }: EraseFormProps) {
  const [problem] = problems;
  return (
    <>
      <h2>Erase it and leave</h2>
      <WarningCallout>
        <WarningCallout.Heading>This cannot be undone</WarningCallout.Heading>
        <p>
          Your skills and your passport go from every page, figure and export. What stays is the audit, which names you
          by a number alone, the history behind it that no page shows, and records that others must keep. Your
          administrator then takes your membership away.
        </p>
      </WarningCallout>
      <form method="post" action="/people/privacy/erase" className="no-print">
        <CsrfField request={request} />
        <Checkboxes idPrefix="sure" name="sure" {...(problem === undefined ? {} : { error: problem.message })}>
          <Checkboxes.Item id="sure" value="yes">
            I have taken with me what I want to keep
          </Checkboxes.Item>
        </Checkboxes>
        <Button warning>Erase what is held of me</Button>
      </form>
    </>
  );
}

/** Everything as it is kept, field by field. */
async function exportFile(request: PageRequest) {
  const held = await heldOfMe(deskOf(request));
  if (!held.ok) return held;
  const text = JSON.stringify({ takenAt: request.world.clock(), ...held.value }, null, 2);
  return ok({
    kind: 'file' as const,
    mediaType: 'application/json',
    filename: 'held-of-me.json',
    bytes: new TextEncoder().encode(`${text}\n`),
  });
}

async function erase(dress: Dress, request: PageRequest) {
  if (fieldOf(request, 'sure') !== 'yes') {
    return privacyPage(dress, request, [{ field: 'sure', message: 'Tick the box to say that you are sure.' }]);
  }
  const left = await eraseOwnRecords(deskOf(request));
  return left.ok ? onward(`/people/privacy?erased=${left.value.erased}`) : left;
}
