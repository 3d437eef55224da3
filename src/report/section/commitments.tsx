// Who has to commit to what: the commitments of the plan added up by body, each leading to the body's own page.
import { commitmentsOfPlan, rollUpCommitments, type RollUp } from '#planning';
import { DataTable } from '../chart/data-table.tsx';
import { counted, formatCount, formatGbp } from '../number-format.ts';
import { TIER_NAMES, type PlanReading, type PlanTier } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

/** The folder beside the report in which the pages of commitments stand. */
export const COMMITMENT_FOLDER = 'commitments';

export function Commitments({ reading }: { readonly reading: PlanReading }) {
  const { document, nation } = reading;
  const commitments = commitmentsOfPlan(document);
  const rollUps = rollUpCommitments(commitments, document.places);
  const total = rollUps.find(({ place }) => place === nation.code)?.total;
  return (
    <ReportSection
      id="commitments"
      heading="Who commits to what"
      introduction={
        commitments.length === 0 || total === undefined ? (
          <p>The plan starts nothing, so nobody has anything to commit to.</p>
        ) : (
          <p>
            The plan is {counted(total.commitments, 'commitment', 'commitments')}: each has one body that answers for
            it, people, months, money, the requirements it serves and the figure that will show it. A body’s total is
            its own and that of the bodies below it, each counted once; every name leads to the body’s page.
          </p>
        )
      }
    >
      {commitments.length === 0 ? null : <RollUpTable reading={reading} rollUps={rollUps} />}
    </ReportSection>
  );
}

const TIERS_FROM_CENTRE: readonly PlanTier[] = ['national', 'region', 'system', 'organisation'];

function RollUpTable({ reading, rollUps }: { readonly reading: PlanReading; readonly rollUps: readonly RollUp[] }) {
  const groups = TIERS_FROM_CENTRE.flatMap((tier) => {
    const members = rollUps.filter((each) => each.tier === tier && each.total.commitments > 0);
    return members.length === 0
      ? []
      : [
          {
            key: tier,
            heading: TIER_NAMES[tier],
            rows: members.map(({ place, own, total }) => ({
              key: place,
              header: <a href={`${COMMITMENT_FOLDER}/${place}.html`}>{reading.nameOf.place(place)}</a>,
              cells: [
                String(own.commitments),
                people(own.people),
                formatGbp(own.costGbp),
                people(total.people),
                formatGbp(total.costGbp),
              ],
            })),
          },
        ];
  });
  return (
    <DataTable
      id="commitments-table"
      caption="Commitments by body: its own, and with those of the bodies below it"
      columns={[
        { key: 'place', label: 'Body', kind: 'text' },
        { key: 'own', label: 'Its own', kind: 'number' },
        { key: 'own-people', label: 'People', kind: 'number' },
        { key: 'own-cost', label: 'Cost', kind: 'number' },
        { key: 'total-people', label: 'People in all', kind: 'number' },
        { key: 'total-cost', label: 'Cost in all', kind: 'number' },
      ]}
      groups={groups}
      total={null}
    />
  );
}

function people(count: number): string {
  return formatCount(count).replace(/\.0$/, '');
}
