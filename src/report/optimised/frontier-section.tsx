// Money and shortage: for each sum the least that must stay short, to pick a point from.
import type { OptimiseDocument } from '#planning';
import { ChartFigure } from '../chart/chart-figure.tsx';
import { CurveChart } from '../chart/curve-chart.tsx';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { formatCount, formatGbp, formatGbpMillions } from '../number-format.ts';
import { ReportSection } from '../section/report-section.tsx';

type FrontierProps = {
  readonly document: OptimiseDocument;
  readonly frontier: NonNullable<OptimiseDocument['frontier']>;
};

export function FrontierSection({ document, frontier }: FrontierProps) {
  const { points } = frontier;
  const title = frontierTitle(frontier);
  return (
    <ReportSection
      id="frontier"
      heading="Money and shortage"
      introduction={
        <p>
          Each numbered point is the least that can stay short when so much is spent on starts. {frontier.note} The ring
          is the plan of this page, in whole people.
        </p>
      }
    >
      <ChartFigure
        id="frontier-figure"
        title={title}
        subtitle="Post-years short over the whole plan, by what is spent on starts, £ million; pay comes on top"
        legend={[
          { mark: { kind: 'dot', tone: 'ours' }, label: 'The least shortage for the money' },
          { mark: { kind: 'dot', tone: 'at-low' }, label: 'The plan of this page' },
        ]}
        caption={frontierCaption(frontier)}
        table={<PointTable frontier={frontier} />}
      >
        <CurveChart
          id="frontier-curve"
          title={title}
          description="The caption below says what is seen; the table below holds every point."
          points={points.map(({ budgetGbp, figures }) => ({ x: budgetGbp, y: figures.shortFteYears }))}
          beside={{ x: document.plan.spentGbp, y: document.plan.shortFteYears }}
          formatX={(value) => formatGbpMillions(value).replace(/\.0$/, '')}
          formatY={(value) => formatCount(value).replace(/\.0$/, '')}
          plotHeightPx={300}
        />
      </ChartFigure>
    </ReportSection>
  );
}

type Frontier = FrontierProps['frontier'];

/** The point that does half of what money can do. */
function halfWay({ points }: Frontier): Frontier['points'][number] | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const middle = (first.figures.shortFteYears + last.figures.shortFteYears) / 2;
  return points.find(({ figures }) => figures.shortFteYears <= middle) ?? null;
}

function frontierTitle(frontier: Frontier): string {
  const half = halfWay(frontier);
  const last = frontier.points.at(-1);
  if (half === null || last === undefined || last.budgetGbp === 0) return 'No money closes any of the shortage';
  return `Half of what money can do costs ${formatGbp(half.budgetGbp)} of ${formatGbp(last.budgetGbp)}`;
}

function frontierCaption({ points }: Frontier): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  return (
    `With nothing spent ${formatCount(first.figures.shortFteYears)} post-years stay short; with ` +
    `${formatGbp(last.budgetGbp)}, the most that still helps, ${formatCount(last.figures.shortFteYears)}. ` +
    'The curve grows flatter, for the first money goes to the starts that do most for it.'
  );
}

function PointTable({ frontier }: { readonly frontier: Frontier }) {
  return (
    <DataTable
      id="frontier-table"
      caption="Points of the frontier"
      columns={[
        { key: 'point', label: 'Point', kind: 'text' },
        { key: 'money', label: 'Money for starts', kind: 'number' },
        { key: 'pay', label: 'Pay of those who come', kind: 'number' },
        { key: 'people', label: 'Starts', kind: 'number' },
        { key: 'short', label: 'Post-years short', kind: 'number' },
        { key: 'last', label: 'Posts short in the last year', kind: 'number' },
        { key: 'next', label: 'Post-years for the last £1m', kind: 'number' },
      ]}
      groups={singleGroup(
        frontier.points.map(({ budgetGbp, figures }, index) => ({
          key: String(index),
          header: String(index + 1),
          cells: [
            formatGbp(budgetGbp),
            formatGbp(figures.payGbp),
            formatCount(figures.people).replace(/\.0$/, ''),
            formatCount(figures.shortFteYears),
            formatCount(figures.lastShortFte),
            perMillion(frontier, index),
          ],
        })),
      )}
      total={null}
    />
  );
}

function perMillion({ points }: Frontier, index: number): string {
  const [before, here] = [points[index - 1], points[index]];
  if (before === undefined || here === undefined || here.budgetGbp <= before.budgetGbp) return '–';
  const filled = before.figures.shortFteYears - here.figures.shortFteYears;
  return formatCount(filled / ((here.budgetGbp - before.budgetGbp) / 1e6));
}
