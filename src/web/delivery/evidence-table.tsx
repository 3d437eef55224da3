// The months of evidence that have come in from a place and those below it.
import type { EvidenceRecord } from '#delivery';
import { DataTable, formatMonthName, singleGroup } from '#report';
import type { KeptRecord } from '../record/kept-records.ts';
import { StateTag } from '../record/state-tag.tsx';

export function EvidenceTable({ evidence }: { readonly evidence: readonly KeptRecord<EvidenceRecord>[] }) {
  return (
    <div className="figures">
      <DataTable
        id="evidence"
        caption="Months that have come in, the newest first"
        columns={[
          { key: 'month', label: 'Month', kind: 'text' },
          { key: 'place', label: 'Place', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
          { key: 'families', label: 'Families', kind: 'number' },
          { key: 'cohorts', label: 'Cohorts', kind: 'number' },
          { key: 'source', label: 'Source', kind: 'text' },
        ]}
        groups={singleGroup(
          evidence.map(({ id, body }) => ({
            key: id,
            header: <a href={`/evidence/${id}`}>{formatMonthName(body.month)}</a>,
            cells: [
              body.place,
              <StateTag key="state" state={body.state} />,
              body.rows.length,
              body.cohorts.length,
              body.source.title,
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}
