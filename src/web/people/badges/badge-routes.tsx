// The addresses of badges: those that I hold, and each as the file that any verifier reads.
import { InsetText } from 'nhsuk-react-components';
import { ok } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { badgeRecordSchema } from '#pathways';
import { DataTable, formatMonthName, singleGroup } from '#report';
import { keptRecord, keptRecords } from '../../record/kept-records.ts';
import { StateTag } from '../../record/state-tag.tsx';
import { deskOf } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { peoplePage } from '../people-page.tsx';

export const BADGE = { kind: 'badge', schema: badgeRecordSchema } as const;

export function badgeRoutes(dress: Dress): readonly PageRoute[] {
  const may = (action: 'read' | 'export') =>
    ({ kind: 'permitted', action, resource: 'badge', placeParam: null }) as const;
  return [
    { method: 'GET', path: '/people/badges', access: may('read'), answer: (request) => listPage(dress, request) },
    { method: 'GET', path: '/people/badges/:id/file', access: may('export'), answer: badgeFile },
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const kept = await keptRecords(deskOf(request), BADGE, null);
  if (!kept.ok) return kept;
  return peoplePage(dress, {
    request,
    title: 'Badges',
    trail: [],
    children: (
      <>
        <p className="nhsuk-u-reading-width">
          A badge is a file that says what its holder can do, signed by its issuer. Anybody can verify it without asking
          this service: <code>./cadre badges verify</code> does, and so does any reader of Open Badges 3.0.
        </p>
        {kept.value.length === 0 ? (
          <InsetText>There is no badge yet. An issuer gives one for a skill that was verified.</InsetText>
        ) : (
          <div className="figures">
            <DataTable
              id="badges"
              caption="Badges"
              columns={[
                { key: 'name', label: 'Badge', kind: 'text' },
                { key: 'level', label: 'Level', kind: 'text' },
                { key: 'issuer', label: 'Issuer', kind: 'text' },
                { key: 'issued', label: 'Issued', kind: 'text' },
                { key: 'until', label: 'Valid until', kind: 'text' },
                { key: 'state', label: 'State', kind: 'text' },
              ]}
              groups={singleGroup(
                kept.value.map(({ id, body }) => ({
                  key: id,
                  header: <a href={`/people/badges/${id}/file`}>{body.name}</a>,
                  cells: [
                    body.level ?? '–',
                    body.issuer,
                    formatMonthName(body.issuedMonth),
                    body.validUntilMonth === null ? 'no end' : formatMonthName(body.validUntilMonth),
                    <StateTag key="state" state={body.state} />,
                  ],
                })),
              )}
              total={null}
            />
          </div>
        )}
      </>
    ),
  });
}

async function badgeFile(request: PageRequest) {
  const kept = await keptRecord(deskOf(request), BADGE, request.params['id'] ?? '');
  if (!kept.ok) return kept;
  return ok({
    kind: 'file' as const,
    mediaType: 'application/json',
    filename: 'badge.json',
    bytes: new TextEncoder().encode(kept.value.body.document),
  });
}
