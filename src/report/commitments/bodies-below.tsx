// The bodies below one, with what each answers for together with those below it; the sums tie to those of the body.
import type { RollUp } from '#planning';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { formatCount, formatGbp } from '../number-format.ts';
import type { PlanPlace, PlanReading } from '../plan-reading.ts';
import { ReportSection } from '../section/report-section.tsx';

export type BodiesBelowProps = {
  readonly reading: PlanReading;
  readonly place: PlanPlace;
  readonly rollUp: RollUp;
  readonly below: readonly RollUp[];
};

export function BodiesBelow({ reading, place, rollUp, below }: BodiesBelowProps) {
  return (
    <ReportSection
      id="below"
      heading="The bodies below it"
      introduction={<p>What each answers for with the bodies below it in turn; nothing is counted twice.</p>}
    >
      <DataTable
        id="below-table"
        caption={`Commitments of the bodies below ${place.name}`}
        columns={[
          { key: 'place', label: 'Body', kind: 'text' },
          { key: 'commitments', label: 'Commitments', kind: 'number' },
          { key: 'people', label: 'People', kind: 'number' },
          { key: 'cost', label: 'Cost', kind: 'number' },
        ]}
        groups={singleGroup(
          below.map((each) => ({
            key: each.place,
            header: <a href={`${each.place}.html`}>{reading.nameOf.place(each.place)}</a>,
            cells: [String(each.total.commitments), people(each.total.people), formatGbp(each.total.costGbp)],
          })),
        )}
        total={{
          key: 'total',
          header: 'All of them',
          cells: [String(rollUp.below.commitments), people(rollUp.below.people), formatGbp(rollUp.below.costGbp)],
        }}
      />
    </ReportSection>
  );
}

function people(count: number): string {
  return formatCount(count).replace(/\.0$/, '');
}
