// Partnerships: agreements for outcomes, how much rests on suppliers, and each agreement as open contracting data.
import { InsetText } from 'nhsuk-react-components';
import { countedReports, paymentStatement, relianceCourse, type AgreementRecord } from '#delivery';
import { canonicalJson, groupBy, ok } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { DataTable, formatCount, formatGbp, formatMonthName, formatNumber, formatShare, singleGroup } from '#report';
import { atWorkspace, mayEver } from '#service';
import { keptRecord, keptRecords, type KeptRecord } from '../record/kept-records.ts';
import { newRecordRoutes, recordRoutes, thisMonthOf } from '../record/record-routes.tsx';
import { StateTag } from '../record/state-tag.tsx';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { agreementPart, AGREEMENTS, PERFORMANCE } from './agreement-part.tsx';
import { performancePart, verifyRoute } from './performance-part.tsx';
import type { WriteRelease } from './write-release.ts';

export function partnershipsRoutes(dress: Dress, writeRelease: WriteRelease): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'read', resource: 'agreement', placeParam: null } as const;
  return [
    { method: 'GET', path: '/partnerships', access, answer: (request) => listPage(dress, request) },
    ...newRecordRoutes(dress, agreementPart),
    ...recordRoutes(dress, agreementPart),
    ...newRecordRoutes(dress, performancePart),
    ...recordRoutes(dress, performancePart).filter(({ path }) => !path.endsWith('/edit')),
    verifyRoute,
    {
      method: 'GET',
      path: '/partnerships/:id/ocds',
      access: { ...access, action: 'export' },
      answer: (request) => release(request, writeRelease),
    },
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const agreements = await keptRecords(desk, AGREEMENTS, null);
  if (!agreements.ok) return agreements;
  return pageAnswer(dress, {
    request,
    title: desk.actor.role === 'supplier' ? 'Your agreements' : 'Partnerships: agreements for outcomes',
    part: 'partnerships',
    trail: [{ label: 'Home', href: '/' }],
    islands: [],
    children: (
      <>
        {agreements.value.length === 0 ? (
          <InsetText>
            An agreement for outcomes says what is to change for whom, from which baseline, who verifies it, what is
            paid for it, and which skills stay. None is on record that concerns you.
          </InsetText>
        ) : (
          <Agreements agreements={agreements.value} />
        )}
        {mayEver(desk.actor, 'create', 'agreement') ? (
          <p className="no-print">
            <a href="/partnerships/new">Draft an agreement</a>
          </p>
        ) : null}
        <Reliance agreements={agreements.value.map(({ body }) => body)} />
      </>
    ),
  });
}

function Agreements({ agreements }: { readonly agreements: readonly KeptRecord<AgreementRecord>[] }) {
  return (
    <div className="figures">
      <DataTable
        id="agreements"
        caption="Agreements"
        columns={[
          { key: 'title', label: 'Agreement', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
          { key: 'buyer', label: 'Buyer', kind: 'text' },
          { key: 'supplier', label: 'Supplier', kind: 'text' },
          { key: 'until', label: 'Until', kind: 'text' },
          { key: 'outcomes', label: 'Outcomes', kind: 'number' },
          { key: 'value', label: 'Value', kind: 'number' },
        ]}
        groups={singleGroup(
          agreements.map(({ id, body }) => ({
            key: id,
            header: <a href={`/partnerships/${id}`}>{body.title}</a>,
            cells: [
              <StateTag key="state" state={body.state} />,
              body.buyer,
              body.supplier.name,
              formatMonthName(body.until),
              formatNumber(body.outcomes.length),
              formatGbp(body.valueGbp),
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

/** How far each capability rests on suppliers, and how that falls as agreed. */
function Reliance({ agreements }: { readonly agreements: readonly AgreementRecord[] }) {
  const course = relianceCourse(agreements);
  if (course.length === 0) return null;
  return (
    <section aria-labelledby="reliance-heading">
      <h2 id="reliance-heading">What rests on suppliers</h2>
      <div className="figures">
        <DataTable
          id="reliance"
          caption="Share of the work of each requirement that suppliers do, as agreed for each date"
          columns={[
            { key: 'from', label: 'From', kind: 'text' },
            { key: 'supplier', label: 'FTE of suppliers', kind: 'number' },
            { key: 'own', label: 'FTE of one’s own', kind: 'number' },
            { key: 'share', label: 'Share of suppliers', kind: 'number' },
          ]}
          groups={[...groupBy(course, ({ requirement }) => requirement)].map(([requirement, points]) => ({
            key: requirement,
            heading: requirement,
            rows: points.map((point) => ({
              key: `${requirement} ${point.month}`,
              header: formatMonthName(point.month),
              cells: [formatCount(point.supplierFte), formatCount(point.ownFte), formatShare(point.supplierShare)],
            })),
          }))}
          total={null}
        />
      </div>
    </section>
  );
}

async function release(request: PageRequest, writeRelease: WriteRelease) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const kept = await keptRecord(desk, AGREEMENTS, request.params['id'] ?? '');
  if (!kept.ok) return kept;
  const reports = await keptRecords(desk, PERFORMANCE, null);
  if (!reports.ok) return reports;
  const { body, id, changedAt } = kept.value;
  const { system } = workspace.value.pack;
  const counted = countedReports(kept.value, reports.value);
  const released = writeRelease(kept.value, {
    prefix: system.id,
    publisher: system.name,
    buyerName: workspace.value.tree.byCode.get(body.buyer)?.name ?? body.buyer,
    date: changedAt,
    currency: system.currency,
    reports: counted,
    statement: paymentStatement(body, counted, thisMonthOf(desk)),
  });
  const bytes = new TextEncoder().encode(canonicalJson(released));
  return ok({ kind: 'file', mediaType: 'application/json', filename: `${id}-ocds.json`, bytes } as const);
}
