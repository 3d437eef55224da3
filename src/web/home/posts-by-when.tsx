// Which posts and people a place needs by when: what is missing of each role family now and in the years ahead.
import { DataTable, estimateAt, formatGap, formatMonthName, formatRange, indexSeries, singleGroup } from '#report';
import type { PlanView } from '../plan-view/load-plan.ts';

export type PostsByWhenProps = {
  readonly view: PlanView;
  readonly place: { readonly code: string; readonly name: string };
};

/** Years from the first month: now, next year, in three years, and at the end. */
const YEARS = [0, 1, 3] as const;

export function PostsByWhen({ view: { head, part }, place }: PostsByWhenProps) {
  const index = indexSeries(part.series);
  const last = Math.max(0, head.months.length - 1);
  const months = [...new Set([...YEARS.map((years) => Math.min(last, years * 12)), last])];
  const rows = head.families.map(({ id, name }) => ({
    key: id,
    header: name,
    cells: months.map((month) => {
      const gap = estimateAt(index.find({ measure: 'gapFte', place: place.code, family: id }), month);
      return (
        <>
          {formatGap(gap.mean)}
          <br />
          <span className="source">{formatRange(gap)}</span>
        </>
      );
    }),
  }));
  return (
    <section aria-labelledby="posts-heading">
      <h2 id="posts-heading">Posts and people, by when</h2>
      <div className="figures">
        <DataTable
          id="posts"
          caption={`Digital FTE in ${place.name} less (−) or more (+) than needed, as things go; below each the range that holds eight times in ten`}
          columns={[
            { key: 'family', label: 'Role family', kind: 'text' },
            ...months.map((month) => ({
              key: String(month),
              label: formatMonthName(head.months[month] ?? ''),
              kind: 'number' as const,
            })),
          ]}
          groups={singleGroup(rows)}
          total={null}
        />
      </div>
    </section>
  );
}
