// The assumptions register: every uncertain value with its kind, range, source and owner, what is overdue or unsigned marked.
import { DataTable, singleGroup, type Row } from '../chart/data-table.tsx';
import { counted, formatShortMonth } from '../number-format.ts';
import type { PlanReading } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

type Assumption = PlanReading['document']['assumptions'][number];
type Kind = Assumption['kind'];

const KINDS: readonly { readonly kind: Kind; readonly name: string; readonly meaning: string }[] = [
  { kind: 'judgement', name: 'Judgement', meaning: 'somebody’s reasoned guess' },
  { kind: 'proxy', name: 'Proxy', meaning: 'an official figure of a wider group' },
  { kind: 'published', name: 'Published', meaning: 'a report or the press' },
  { kind: 'official', name: 'Official', meaning: 'a statistic or a rule from its owner' },
];

export function Assumptions({ reading }: { readonly reading: PlanReading }) {
  const { assumptions } = reading.document;
  const overdue = assumptions.filter((one) => one.isOverdue).length;
  const unsigned = assumptions.filter((one) => one.signedOffBy === null).length;
  return (
    <ReportSection
      id="assumptions"
      heading="Assumptions"
      introduction={
        <>
          <p>
            The plan rests on {counted(assumptions.length, 'assumption', 'assumptions')}: {overdue} past the review
            date, {unsigned} not signed off. Least certain kinds first.
          </p>
        </>
      }
    >
      {KINDS.map((kind) => {
        const members = assumptions.filter((one) => one.kind === kind.kind);
        return members.length === 0 ? null : (
          <details key={kind.kind} className="accountable">
            <summary>
              <span className="name">{kind.name}</span>{' '}
              <span className="note">
                {kind.meaning}: {members.length}
              </span>
            </summary>
            <DataTable
              id={`assumptions-${kind.kind}`}
              caption={`Assumptions of kind ${kind.name.toLowerCase()}`}
              columns={[
                { key: 'assumption', label: 'Assumption', kind: 'text' },
                { key: 'value', label: 'Value', kind: 'text' },
                { key: 'range', label: 'Range', kind: 'text' },
                { key: 'source', label: 'Source', kind: 'text' },
                { key: 'owner', label: 'Owner and review', kind: 'text' },
              ]}
              groups={singleGroup(members.map((one) => rowOf(reading, one)))}
              total={null}
            />
          </details>
        );
      })}
    </ReportSection>
  );
}

function rowOf({ nameOf }: PlanReading, one: Assumption): Row {
  return {
    key: one.id,
    header: (
      <>
        {one.description}
        <span className="note">{one.id}</span>
      </>
    ),
    cells: [
      <>
        {one.value} <span className="note">{one.unit}</span>
      </>,
      one.range ?? 'Certain',
      <>
        {nameOf.source(one.source)}
        {one.note === '' ? null : <span className="note">{one.note}</span>}
        <span className="note">Reliability: {one.reliability}</span>
      </>,
      <>
        {one.owner}
        <span className="note">Review by {formatShortMonth(one.reviewBy)}</span>
        {one.isOverdue ? <span className="flag">Overdue</span> : null}
        {one.signedOffBy === null ? (
          <span className="flag">Not signed off</span>
        ) : (
          <span className="note">Signed off by {one.signedOffBy}</span>
        )}
      </>,
    ],
  };
}
