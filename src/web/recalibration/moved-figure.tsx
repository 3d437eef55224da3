// What moved the projection of a place and why: a chart whose bars add up without remainder, with its table.
import type { Waterfall } from '#planning';
import { ChartFigure, DataTable, formatGap, formatMonthName, singleGroup, WaterfallChart } from '#report';

const BARS: Readonly<Record<Waterfall['bars'][number]['part'], { readonly label: string; readonly what: string }>> = {
  stock: { label: 'People in post', what: 'the people counted, and the month from which is projected' },
  leavers: { label: 'Leavers', what: 'rates of leaving' },
  joiners: { label: 'Joiners', what: 'recruitment, vacancies and funded posts' },
  reclassification: { label: 'Reclassification', what: 'people recoded into or out of the count' },
  channels: { label: 'Channels', what: 'channels, their completion and capacity' },
  demand: { label: 'Demand', what: 'the blueprint, its formulas, productivity and competence' },
  'other assumptions': { label: 'Other assumptions', what: 'pay, money and all that stands nowhere else' },
  commitments: { label: 'Commitments', what: 'what has started, slipped or been lost of the plan' },
};

export function MovedFigure({ waterfall, place }: { readonly waterfall: Waterfall; readonly place: string }) {
  const { bars, beforeFte, afterFte, month } = waterfall;
  const title = headlineOf(waterfall);
  const description = `${place}, ${formatMonthName(month)}: from ${formatGap(beforeFte)} to ${formatGap(afterFte)} FTE. The table below holds every bar.`;
  return (
    <ChartFigure
      id="moved"
      title={title}
      subtitle={`Gap in ${formatMonthName(month)}, supply less demand in digital FTE; each bar begins where the one above it ended`}
      legend={[
        { mark: { kind: 'dot', tone: 'step-end supply' }, label: 'Fewer are missing' },
        { mark: { kind: 'dot', tone: 'step-end demand' }, label: 'More are missing' },
      ]}
      caption="Before, and every bar, add up to now without remainder. What two parts do together is credited to the later of them; the order is always the same."
      table={<MovedTable waterfall={waterfall} />}
    >
      <WaterfallChart
        id="moved-bars"
        title={title}
        description={description}
        before={{ label: 'Projection before', value: beforeFte }}
        after={{ label: 'Projection now', value: afterFte }}
        steps={bars.map(({ part, changeFte }) => ({ key: part, label: BARS[part].label, change: changeFte }))}
      />
    </ChartFigure>
  );
}

function headlineOf({ bars, beforeFte, afterFte }: Waterfall): string {
  const change = afterFte - beforeFte;
  const most = bars.toSorted((one, other) => Math.abs(other.changeFte) - Math.abs(one.changeFte))[0];
  if (most === undefined || most.changeFte === 0) return 'Nothing has moved';
  const whole =
    change === 0
      ? 'The gap is as it was'
      : `The gap is ${formatGap(Math.abs(change)).replace('+', '')} FTE ${change < 0 ? 'wider' : 'narrower'}`;
  return `${whole}; most of what moved is ${BARS[most.part].label.toLowerCase()}`;
}

function MovedTable({ waterfall }: { readonly waterfall: Waterfall }) {
  const { bars, beforeFte, afterFte } = waterfall;
  const row = (key: string, [header, what, fte]: readonly [string, string, number]) => ({
    key,
    header,
    cells: [what, exact(fte)],
  });
  return (
    <DataTable
      id="moved-table"
      caption="What moved the projection, in digital FTE to the last digit that is kept"
      columns={[
        { key: 'part', label: 'Part', kind: 'text' },
        { key: 'what', label: 'What it is', kind: 'text' },
        { key: 'fte', label: 'FTE', kind: 'number' },
      ]}
      groups={singleGroup([
        row('before', ['Projection before', 'the gap as the last plan had it', beforeFte]),
        ...bars.map(({ part, changeFte }) => row(part, [BARS[part].label, BARS[part].what, changeFte])),
        row('after', ['Projection now', 'the sum of all above', afterFte]),
      ])}
      total={null}
    />
  );
}

/** Bars are kept to 1/1024 of a post, so that their sum is exact; three decimals show them as far as anybody reads. */
function exact(fte: number): string {
  return FINE.format(fte).replace('-', '−');
}

const FINE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 3, maximumFractionDigits: 3 });
