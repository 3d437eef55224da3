// What is held of me as a page shows it: who I am here, my records, and my deeds.
import { SummaryList } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { counted, DataTable, singleGroup } from '#report';
import type { HeldOfMe } from '#service';
import { ROLE_NAMES } from '../../member/member-pages.tsx';

type HeldProps = { readonly held: HeldOfMe; readonly request: PageRequest; readonly placeName: string };

export function Held({ held, request, placeName }: HeldProps) {
  const { member, records } = held;
  const title = (kind: string) => request.world.kinds.find((each) => each.kind === kind)?.title ?? kind;
  return (
    <>
      <SummaryList>
        {[
          ['What the service calls me', member.displayName],
          ['How I sign in', `${member.issuer}, as ${member.subject}`],
          ['My number in audits and records', member.id],
          ['My role', ROLE_NAMES[member.role]],
          ['My place', placeName],
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

/** How many of my deeds are shown; the file has them all. */
const SHOWN_DEEDS = 20;

export function Deeds({ held: { deeds, signIns, placements } }: { readonly held: HeldOfMe }) {
  return (
    <>
      <p className="nhsuk-u-reading-width">
        I am signed in {counted(signIns.length, 'time', 'times')}
        {placements.length === 0
          ? ''
          : `, and ${counted(placements.length, 'round', 'rounds')} decided where I would go`}
        . The audit holds {counted(deeds.length, 'thing', 'things')} that I did, under my number.
      </p>
      {deeds.length === 0 ? null : (
        <div className="figures">
          <DataTable
            id="deeds"
            caption={deeds.length > SHOWN_DEEDS ? `The last ${SHOWN_DEEDS} things that I did` : 'What I did'}
            columns={[
              { key: 'what', label: 'What', kind: 'text' },
              { key: 'when', label: 'When', kind: 'text' },
              { key: 'of', label: 'Of what', kind: 'text' },
            ]}
            groups={singleGroup(
              deeds
                .slice(-SHOWN_DEEDS)
                .toReversed()
                .map(({ sequence, summary, at, resource }) => ({
                  key: String(sequence),
                  header: summary,
                  cells: [at.slice(0, 10), resource.replaceAll('-', ' ')],
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
  if (kind === 'badge') return <a href={`/people/badges/${encodeURIComponent(id)}`}>{title}</a>;
  if (kind === 'placement-preference') return <a href="/people/wishes">{title}</a>;
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
