// The register as a table: each value in words with its kind, range, owner and review month; what needs care first.
import { Tag } from 'nhsuk-react-components';
import { formatMonth, type Month } from '#kernel';
import { DataTable, formatMonthName, singleGroup, type Row } from '#report';
import { describeRange, describeValue, type Assumption, type Source } from '#workforce';

export type RegisterTableProps = {
  readonly assumptions: readonly Assumption[];
  readonly sources: readonly Source[];
  readonly thisMonth: Month;
  readonly show: string;
};

const VIEWS = [
  ['all', 'All'],
  ['overdue', 'Past their review date'],
  ['unsigned', 'Signed off by nobody'],
  ['judgement', 'Judgements'],
  ['proxy', 'Proxies'],
] as const;

export function RegisterTable({ assumptions, sources, thisMonth, show }: RegisterTableProps) {
  const shown = assumptions.filter((one) => isShown(one, show, thisMonth));
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  return (
    <>
      <p className="nhsuk-u-reading-width">
        Every uncertain value that the projection and the plan use. A proxy is a statistic of a wider group; a judgement
        is somebody’s best view. Both are said to be so wherever a figure rests on them.
      </p>
      <nav aria-label="Which assumptions">
        <ul className="tile-key">
          {VIEWS.map(([id, label]) => (
            <li key={id}>
              <a href={`/assumptions?show=${id}`} aria-current={id === show ? 'true' : undefined}>
                {label} ({assumptions.filter((one) => isShown(one, id, thisMonth)).length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 ? (
        <p>No assumption is in this group.</p>
      ) : (
        <div className="figures">
          <DataTable
            id="register"
            caption={`${shown.length} of ${assumptions.length} assumptions`}
            columns={[
              { key: 'what', label: 'Assumption', kind: 'text' },
              { key: 'value', label: 'Value', kind: 'text' },
              { key: 'range', label: 'Range', kind: 'text' },
              { key: 'kind', label: 'Kind and source', kind: 'text' },
              { key: 'owner', label: 'Owner', kind: 'text' },
              { key: 'review', label: 'Review by', kind: 'text' },
            ]}
            groups={singleGroup(shown.map((one) => rowOf(one, titles.get(one.source) ?? one.source, thisMonth)))}
            total={null}
          />
        </div>
      )}
    </>
  );
}

function rowOf(one: Assumption, source: string, thisMonth: Month): Row {
  return {
    key: one.id,
    header: <a href={`/assumptions/${encodeURIComponent(one.id)}`}>{one.description}</a>,
    cells: [
      describeValue(one),
      describeRange(one),
      `${one.kind}: ${source}`,
      <>
        {one.owner} {one.signedOffBy === null ? <Tag modifier="yellow">unsigned</Tag> : null}
      </>,
      <>
        {formatMonthName(formatMonth(one.reviewBy))}{' '}
        {one.reviewBy < thisMonth ? <Tag modifier="red">overdue</Tag> : null}
      </>,
    ],
  };
}

function isShown({ kind, reviewBy, signedOffBy }: Assumption, show: string, thisMonth: Month): boolean {
  switch (show) {
    case 'overdue':
      return reviewBy < thisMonth;
    case 'unsigned':
      return signedOffBy === null;
    case 'judgement':
    case 'proxy':
      return kind === show;
    default:
      return true;
  }
}
