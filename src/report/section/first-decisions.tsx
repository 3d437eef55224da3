// What has to be decided first: the starts of the first twelve months by channel and accountable tier, drawn over time.
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { TimelineChart } from '../chart/timeline-chart.tsx';
import { counted, formatCount, formatGbp, formatMonthName, formatShortMonth } from '../number-format.ts';
import { TIER_NAMES, type Intervention, type PlanReading, type PlanTier } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

/** Months from the first start that count as first. */
const FIRST_MONTHS = 12;

export function FirstDecisions({ reading }: { readonly reading: PlanReading }) {
  const decisions = firstDecisions(reading);
  return (
    <ReportSection
      id="first-decisions"
      heading="What to decide first"
      introduction={
        decisions.length === 0 ? (
          <p>The plan starts nothing, so there is nothing to decide.</p>
        ) : (
          <p>
            People take months to train or recruit, so the starts of the first twelve months weigh most. Each line below
            is one channel at the tier that answers for it.
          </p>
        )
      }
    >
      {decisions.length === 0 ? null : <DecisionFigure reading={reading} decisions={decisions} />}
      <Reasons reasons={reading.document.plan.reasons} />
    </ReportSection>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return (
    <>
      <h3>What hangs on it</h3>
      <ul className="sentences">
        {reasons.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

type Decision = {
  readonly channel: string;
  readonly tier: PlanTier;
  readonly people: number;
  readonly costGbp: number;
  readonly places: number;
  /** Month index → people. */
  readonly startsByMonth: ReadonlyMap<number, number>;
  readonly lastInPostIndex: number;
};

/** The decisions of the first twelve months, the one with most people first. */
function firstDecisions({ document }: PlanReading): readonly Decision[] {
  const indexOf = new Map(document.months.map((month, index) => [month, index]));
  const starts = document.interventions.map((one) => indexOf.get(one.startMonth) ?? 0);
  const firstStart = Math.min(...starts);
  const groups = Map.groupBy(
    document.interventions.filter((_, position) => (starts[position] ?? 0) < firstStart + FIRST_MONTHS),
    (one) => JSON.stringify([one.channel, one.accountableTier]),
  );
  return [...groups.values()]
    .flatMap((group) => decisionOf(group, indexOf))
    .toSorted((one, other) => other.people - one.people);
}

function decisionOf(group: readonly Intervention[], indexOf: ReadonlyMap<string, number>): readonly Decision[] {
  const [first] = group;
  if (first === undefined) return [];
  const startsByMonth = new Map<number, number>();
  for (const one of group) {
    const month = indexOf.get(one.startMonth) ?? 0;
    startsByMonth.set(month, (startsByMonth.get(month) ?? 0) + one.people);
  }
  return [
    {
      channel: first.channel,
      tier: first.accountableTier,
      people: group.reduce((sum, one) => sum + one.people, 0),
      costGbp: group.reduce((sum, one) => sum + one.costGbp, 0),
      places: new Set(group.map((one) => one.place)).size,
      startsByMonth,
      lastInPostIndex: Math.max(...group.map((one) => indexOf.get(one.inPostMonth) ?? indexOf.size - 1)),
    },
  ];
}

function DecisionFigure({
  reading,
  decisions,
}: {
  readonly reading: PlanReading;
  readonly decisions: readonly Decision[];
}) {
  const { nameOf, document } = reading;
  const span = drawnSpan(decisions);
  const [largest] = decisions;
  const title =
    largest === undefined
      ? ''
      : `Most starts of the first twelve months: ${nameOf.channel(largest.channel)}, ${formatCount(largest.people).replace(/\.0$/, '')}`;
  return (
    <ChartFigure
      id="decisions"
      title={title}
      subtitle="Starts of the first twelve months: a dot is as large as the people who start; the upright mark is when the last are in post"
      legend={[]}
      caption={decisionCaption(reading, decisions)}
      table={<DecisionTable reading={reading} decisions={decisions} />}
    >
      <TimelineChart
        id="decisions-timeline"
        title={title}
        description="The caption below says what is seen; the table below holds every figure drawn."
        ticks={timelineTicks(document.months, span)}
        rows={decisions.map((decision) => ({
          key: `${decision.channel}-${decision.tier}`,
          label: nameOf.channel(decision.channel),
          note: `${TIER_NAMES[decision.tier]}, ${counted(decision.places, 'place', 'places')}`,
          value: counted(Math.round(decision.people), 'start', 'starts'),
          inPostAt: span.shareAt(decision.lastInPostIndex),
          starts: [...decision.startsByMonth].map(([index, people]) => ({ at: span.shareAt(index), people })),
        }))}
      />
    </ChartFigure>
  );
}

type Span = { readonly from: number; readonly to: number; readonly shareAt: (monthIndex: number) => number };

/** The months drawn: from the half year of the first start to the last month in post. */
function drawnSpan(decisions: readonly Decision[]): Span {
  const first = Math.min(...decisions.flatMap((decision) => [...decision.startsByMonth.keys()]));
  const from = Math.floor(first / 6) * 6;
  const to = Math.max(from + FIRST_MONTHS, ...decisions.map((decision) => decision.lastInPostIndex));
  return { from, to, shareAt: (monthIndex) => (monthIndex - from) / (to - from) };
}

/** A mark each half year, or each year where the time drawn is longer than two. */
function timelineTicks(months: readonly string[], { from, to, shareAt }: Span) {
  const step = to - from > 24 ? 12 : 6;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => ({
    at: shareAt(from + index * step),
    label: formatShortMonth(months[from + index * step] ?? ''),
  }));
}

function decisionCaption({ nameOf, document }: PlanReading, decisions: readonly Decision[]): string {
  const people = decisions.reduce((sum, decision) => sum + decision.people, 0);
  const costGbp = decisions.reduce((sum, decision) => sum + decision.costGbp, 0);
  const monthOf = (index: number) => formatMonthName(document.months[index] ?? '');
  const firsts = decisions.slice(0, 4).map((decision) => {
    const start = Math.min(...decision.startsByMonth.keys());
    return `${nameOf.channel(decision.channel)}, ${TIER_NAMES[decision.tier].toLowerCase()} tier, from ${monthOf(start)}`;
  });
  return (
    `The twelve months from ${monthOf(firstStartOf(decisions))} take ${counted(Math.round(people), 'start', 'starts')} at ` +
    `${formatGbp(costGbp)}. Costs elsewhere are by financial year, which begins in April; capacities and budgets run in ` +
    `years from ${monthOf(0)}. ` +
    `The largest: ${firsts.join('; ')}.`
  );
}

function firstStartOf(decisions: readonly Decision[]): number {
  return Math.min(...decisions.flatMap(({ startsByMonth }) => [...startsByMonth.keys()]));
}

function DecisionTable({
  reading,
  decisions,
}: {
  readonly reading: PlanReading;
  readonly decisions: readonly Decision[];
}) {
  const { nameOf, document } = reading;
  const monthOf = (index: number) => formatShortMonth(document.months[index] ?? '');
  const rows = decisions.map((decision) => ({
    key: `${decision.channel}-${decision.tier}`,
    header: nameOf.channel(decision.channel),
    cells: [
      TIER_NAMES[decision.tier],
      [...decision.startsByMonth]
        .toSorted(([one], [other]) => one - other)
        .map(([index, people]) => `${monthOf(index)}: ${formatCount(people).replace(/\.0$/, '')}`)
        .join('; '),
      monthOf(decision.lastInPostIndex),
      formatCount(decision.people).replace(/\.0$/, ''),
      String(decision.places),
      formatGbp(decision.costGbp),
    ],
  }));
  return (
    <DataTable
      id="decisions-table"
      caption="Starts of the first twelve months by channel and accountable tier"
      columns={[
        { key: 'channel', label: 'Channel', kind: 'text' },
        { key: 'tier', label: 'Accountable', kind: 'text' },
        { key: 'starts', label: 'Starts by month', kind: 'text' },
        { key: 'in-post', label: 'Last in post', kind: 'text' },
        { key: 'people', label: 'People', kind: 'number' },
        { key: 'places', label: 'Places', kind: 'number' },
        { key: 'cost', label: 'Cost', kind: 'number' },
      ]}
      groups={singleGroup(rows)}
      total={null}
    />
  );
}
