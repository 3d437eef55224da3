// The register as a table: each value in words with its kind, range, owner and review month; what needs care first.
import { Button, Tag, TextInput } from 'nhsuk-react-components';
import { formatMonth, groupBy, type Month } from '#kernel';
import { counted, DataTable, formatMonthName, type Row, withMonthNames } from '#report';
import { describeRange, describeValue, type Assumption, type Source } from '#workforce';

export type RegisterTableProps = {
  readonly assumptions: readonly Assumption[];
  readonly sources: readonly Source[];
  readonly thisMonth: Month;
  readonly show: string;
  /** Words that the description, id or owner must hold; empty for all. */
  readonly find: string;
};

const VIEWS = [
  ['all', 'All'],
  ['overdue', 'Past their review date'],
  ['unsigned', 'Signed off by nobody'],
  ['judgement', 'Judgements'],
  ['proxy', 'Proxies'],
] as const;

export function RegisterTable({ assumptions, sources, thisMonth, show, find }: RegisterTableProps) {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = assumptions.filter((one) => isShown(one, show, thisMonth) && holds(one, words));
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
      <FindForm show={show} find={find} />
      {shown.length === 0 ? (
        <p>
          No assumption is in this group{find === '' ? '' : ` with the words “${find}”`}.{' '}
          <a href="/assumptions">Show all of them</a>
        </p>
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
              { key: 'signed', label: 'Signed off', kind: 'text' },
              { key: 'review', label: 'Review by', kind: 'text' },
            ]}
            groups={[...groupBy(shown, ({ owner }) => owner)].map(([owner, own]) => ({
              key: owner,
              heading: `${owner}: ${counted(own.length, 'assumption', 'assumptions')}`,
              rows: own.map((one) => rowOf(one, titles.get(one.source) ?? one.source, thisMonth)),
            }))}
            total={null}
          />
        </div>
      )}
    </>
  );
}

function FindForm({ show, find }: Pick<RegisterTableProps, 'show' | 'find'>) {
  return (
    <form method="get" action="/assumptions" className="cluster no-print">
      <input type="hidden" name="show" value={show} />
      <TextInput
        id="find"
        name="find"
        label="Find an assumption by its words"
        hint="Looks in description, id and owner."
        defaultValue={find}
      />
      <Button secondary>Find</Button>
    </form>
  );
}

function rowOf(one: Assumption, source: string, thisMonth: Month): Row {
  return {
    key: one.id,
    header: <a href={`/assumptions/${encodeURIComponent(one.id)}`}>{one.description}</a>,
    cells: [
      withMonthNames(describeValue(one)),
      describeRange(one),
      `${one.kind}: ${source}`,
      one.signedOffBy === null ? <Tag modifier="yellow">unsigned</Tag> : 'yes',
      <>
        {formatMonthName(formatMonth(one.reviewBy))}{' '}
        {one.reviewBy < thisMonth ? <Tag modifier="red">overdue</Tag> : null}
      </>,
    ],
  };
}

function holds({ description, id, owner }: Assumption, words: readonly string[]): boolean {
  const text = `${description} ${id} ${owner}`.toLowerCase();
  return words.every((word) => text.includes(word));
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
