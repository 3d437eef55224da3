// Commitments as a table, one group for each financial year: what, who, by when, for how much, for what, shown by what.
import { financialYearInWords, groupBy } from '#kernel';
import type { Commitment } from '#planning';
import { DataTable, type Row } from '../chart/data-table.tsx';
import { formatCount, formatGbp, formatShortMonth } from '../number-format.ts';
import type { PlanReading } from '../plan-reading.ts';

export type CommitmentTableProps = {
  readonly id: string;
  readonly caption: string;
  readonly of: { readonly reading: PlanReading; readonly commitments: readonly Commitment[] };
};

export function CommitmentTable({ id, caption, of: { reading, commitments } }: CommitmentTableProps) {
  const years = groupBy(commitments, ({ financialYear }) => financialYear);
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { key: 'what', label: 'What', kind: 'text' },
        { key: 'people', label: 'People', kind: 'number' },
        { key: 'start', label: 'Start by', kind: 'text' },
        { key: 'in-post', label: 'In post by', kind: 'text' },
        { key: 'cost', label: 'Cost', kind: 'number' },
        { key: 'fund', label: 'Fund', kind: 'text' },
        { key: 'serves', label: 'Serves', kind: 'text' },
        { key: 'measure', label: 'Shown by', kind: 'text' },
      ]}
      groups={[...years]
        .toSorted(([one], [other]) => one - other)
        .map(([year, members]) => ({
          key: String(year),
          heading: `${financialYearInWords(year)}: ${people(members.reduce((sum, each) => sum + each.people, 0))} starts, ${formatGbp(members.reduce((sum, each) => sum + each.costGbp, 0))}`,
          rows: members.map((each) => rowOf(reading, each)),
        }))}
      total={{
        key: 'total',
        header: 'All years',
        cells: [
          people(commitments.reduce((sum, each) => sum + each.people, 0)),
          '',
          '',
          formatGbp(commitments.reduce((sum, each) => sum + each.costGbp, 0)),
          '',
          '',
          '',
        ],
      }}
    />
  );
}

function rowOf(reading: PlanReading, commitment: Commitment): Row {
  const { nameOf, document } = reading;
  const family = document.families.find(({ id }) => id === commitment.family)?.name ?? commitment.family;
  const posts = commitment.posts.map(
    (post) => `${people(post.people)} ${nameOf.role(post.role)}, ${nameOf.band(post.band)}`,
  );
  const where = commitment.place === commitment.accountablePlace ? '' : ` in ${nameOf.place(commitment.place)}`;
  const { measure } = commitment;
  return {
    key: commitment.id,
    header: (
      <>
        {nameOf.channel(commitment.channel)}
        {where}
        <span className="note">{posts.join('; ')}</span>
      </>
    ),
    cells: [
      people(commitment.people),
      formatShortMonth(commitment.lastStartMonth),
      formatShortMonth(commitment.inPostMonth),
      formatGbp(commitment.costGbp),
      fundOf(commitment),
      commitment.requirements.join(', '),
      `${family}: ${formatCount(measure.withPlanFte)} FTE by ${formatShortMonth(measure.month)}, ${formatCount(measure.withoutPlanFte)} without the plan`,
    ],
  };
}

function fundOf({ fund, extraCostGbp }: Commitment) {
  if (extraCostGbp === 0) return fund;
  return (
    <>
      {fund}
      <span className="note">
        {formatGbp(extraCostGbp)} of it is beyond the price of a start: to open the channel, or for places that cost
        more
      </span>
    </>
  );
}

function people(count: number): string {
  return formatCount(count).replace(/\.0$/, '');
}
