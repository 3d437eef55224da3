// The audit: who changed what and when, newest first, and whether the chain of all changes holds.
import { WarningCallout } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { DataTable, singleGroup } from '#report';
import { atWorkspace, checkAudit, mayEver, readAudit, type AuditCheck, type AuditPage } from '#service';
import type { Place } from '#workforce';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';

const LINES_ON_A_PAGE = 50;

export function auditRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'read', resource: 'audit', placeParam: null } as const;
  return [{ method: 'GET', path: '/audit', access, answer: (request) => auditPage(dress, request) }];
}

async function auditPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const before = /^\d{1,9}$/.test(request.query['before'] ?? '') ? Number(request.query['before']) : null;
  const page = await readAudit(desk, before, LINES_ON_A_PAGE);
  if (!page.ok) return page;
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const check = request.query['check'] === 'yes' ? await checkAudit(desk, []) : null;
  if (check !== null && !check.ok) return check;
  return pageAnswer(dress, {
    request,
    title: 'Audit: every change, in order',
    part: 'audit',
    trail: [{ label: 'Home', href: '/' }],
    islands: [],
    children: (
      <Audit
        page={page.value}
        check={check?.value ?? null}
        mayCheck={mayEver(desk.actor, 'export', 'audit')}
        places={workspace.value.tree.byCode}
      />
    ),
  });
}

type Checked = AuditCheck & { readonly keptHeads: number };
type AuditProps = {
  readonly page: AuditPage;
  readonly check: Checked | null;
  readonly mayCheck: boolean;
  readonly places: ReadonlyMap<string, Place>;
};

/** The first group of a made-up id tells members apart; an id that somebody chose is read as it is. */
function shortId(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-/.exec(id) === null ? id : id.slice(0, 8);
}

function Audit({ page, check, mayCheck, places }: AuditProps) {
  const { lines, head, before } = page;
  return (
    <>
      <p className="nhsuk-u-reading-width">
        Each line is kept in the same transaction as the change it tells of, and is chained to the line before by its
        hash, so that a line that is altered, dropped or moved shows. Members stand here by an id, not by name.
      </p>
      <p>
        {head.sequence} lines; the newest has the hash <code>{head.hash.slice(0, 16)}…</code>.{' '}
        {mayCheck ? <a href="/audit?check=yes">Check the whole chain</a> : null}
      </p>
      {check === null ? null : <CheckResult check={check} />}
      {lines.length === 0 ? (
        <p>No change of yours or of the places below yours is on record yet.</p>
      ) : (
        <div className="figures">
          <DataTable
            id="audit"
            caption={`Lines ${lines.at(-1)?.sequence ?? 0} to ${lines[0]?.sequence ?? 0}`}
            columns={[
              { key: 'number', label: 'Line', kind: 'text' },
              { key: 'when', label: 'When (UTC)', kind: 'text' },
              { key: 'who', label: 'Member', kind: 'text' },
              { key: 'did', label: 'Did', kind: 'text' },
              { key: 'place', label: 'Place', kind: 'text' },
              { key: 'summary', label: 'What changed', kind: 'text' },
              { key: 'hash', label: 'Hash', kind: 'text' },
            ]}
            groups={singleGroup(
              lines.map((line) => ({
                key: String(line.sequence),
                header: line.sequence,
                cells: [
                  <time dateTime={line.at}>{line.at.slice(0, 16).replace('T', ' ')}</time>,
                  shortId(line.by),
                  `${line.action} ${line.resource.replaceAll('-', ' ')}`,
                  line.place === null ? 'all' : (places.get(line.place)?.name ?? line.place),
                  line.summary,
                  <code>{line.hash.slice(0, 8)}</code>,
                ],
              })),
            )}
            total={null}
          />
        </div>
      )}
      {before > 1 ? (
        <p>
          <a href={`/audit?before=${before}`}>Earlier changes</a>
        </p>
      ) : null}
    </>
  );
}

function CheckResult({ check: { head, fault, keptHeads } }: { readonly check: Checked }) {
  if (fault === null) {
    return (
      <p role="status">
        All {head.sequence} lines fit together, up to the newest, and meet the {keptHeads}{' '}
        {keptHeads === 1 ? 'head that was' : 'heads that were'} kept outside the database.
      </p>
    );
  }
  return (
    <WarningCallout>
      <WarningCallout.Heading headingLevel="h2">The chain is broken</WarningCallout.Heading>
      <p>
        Line {fault.sequence} was {fault.what}. Tell your administrator, keep a copy of the database as it is, and
        compare it with the last backup whose chain holds.
      </p>
    </WarningCallout>
  );
}
