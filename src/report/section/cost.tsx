// What the plan costs: by financial year and by the tier that answers for it, by fund, and what holds it back.
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, singleGroup, type Row } from '../chart/data-table.tsx';
import { StackedBars } from '../chart/stacked-bars.tsx';
import { financialYearInWords } from '#kernel';
import { counted, formatFineShare, formatGbp, formatGbpMillions } from '../number-format.ts';
import { TIER_NAMES, type PlanReading, type PlanTier } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

export function Cost({ reading }: { readonly reading: PlanReading }) {
  const { plan } = reading.document;
  return (
    <ReportSection
      id="cost"
      heading="What the plan costs"
      introduction={
        <>
          <p>{statusInWords(plan)}</p>
          {plan.promise === '' ? null : <p>{plan.promise}</p>}
        </>
      }
    >
      {plan.costs.length === 0 ? null : <CostFigure reading={reading} />}
      {plan.costs.length === 0 ? null : <FundTable reading={reading} />}
      <Binding reading={reading} />
    </ReportSection>
  );
}

function statusInWords(plan: PlanReading['document']['plan']): string {
  if (plan.status === 'not-needed') return 'No plan was needed: what happens anyway meets the blueprint.';
  const room = plan.objectiveGbp <= 0 ? 0 : Math.max(0, plan.objectiveGbp - plan.boundGbp) / plan.objectiveGbp;
  const proof =
    room < 0.0005
      ? 'the solver proves that no plan within the limits is cheaper'
      : `the solver proves that no plan within the limits can be more than ${formatFineShare(room)} cheaper`;
  const opening =
    plan.status === 'stopped'
      ? 'The search was stopped at its time limit with this plan'
      : 'This is the cheapest plan found';
  return `${opening}: its starts cost ${formatGbp(plan.programmeCostGbp)}, and ${proof}, pay and the price of shortage included.`;
}

/** The tiers that the plan spends at, from the centre outwards. */
function spendingTiers({ document }: PlanReading): readonly PlanTier[] {
  const all: readonly PlanTier[] = ['national', 'region', 'system', 'organisation'];
  return all.filter((tier) => document.plan.costs.some((cost) => cost.tier === tier));
}

type YearCost = { readonly year: number; readonly byTier: ReadonlyMap<PlanTier, number>; readonly totalGbp: number };

function yearCosts({ document }: PlanReading): readonly YearCost[] {
  const { costs } = document.plan;
  const years = [...new Set(costs.map((cost) => cost.year))].toSorted((one, other) => one - other);
  return years.map((year) => {
    const byTier = new Map<PlanTier, number>();
    for (const cost of costs) {
      if (cost.year === year) byTier.set(cost.tier, (byTier.get(cost.tier) ?? 0) + cost.costGbp);
    }
    return { year, byTier, totalGbp: [...byTier.values()].reduce((sum, costGbp) => sum + costGbp, 0) };
  });
}

function CostFigure({ reading }: { readonly reading: PlanReading }) {
  const tiers = spendingTiers(reading);
  const years = yearCosts(reading);
  const dearest = years.toSorted((one, other) => other.totalGbp - one.totalGbp)[0];
  const total = years.reduce((sum, year) => sum + year.totalGbp, 0);
  const title =
    dearest === undefined || total === 0
      ? 'The plan’s starts cost nothing'
      : `Spending is highest in ${financialYearInWords(dearest.year)}, at ${formatGbp(dearest.totalGbp)}`;
  return (
    <ChartFigure
      id="costs"
      title={title}
      subtitle="£ million by financial year of the start and by accountable tier"
      legend={tiers.map((tier) => ({ mark: { kind: 'bar', tone: `tier-${tier}` }, label: TIER_NAMES[tier] }))}
      caption={costCaption(reading, years)}
      table={<CostTable tiers={tiers} years={years} />}
    >
      <StackedBars
        id="costs-bars"
        title={title}
        description="The caption below says what is seen; the table below holds every figure drawn."
        plotHeightPx={240}
        formatTick={(value) => formatGbpMillions(value).replace(/\.0$/, '')}
        bars={years.map((year) => ({
          label: financialYearInWords(year.year).slice(2),
          totalLabel: formatGbpMillions(year.totalGbp),
          parts: tiers.map((tier) => ({ tone: `tier-${tier}`, value: year.byTier.get(tier) ?? 0 })),
        }))}
      />
    </ChartFigure>
  );
}

function costCaption(reading: PlanReading, years: readonly YearCost[]): string {
  const total = years.reduce((sum, year) => sum + year.totalGbp, 0);
  const parts = spendingTiers(reading).map((tier) => {
    const costGbp = years.reduce((sum, year) => sum + (year.byTier.get(tier) ?? 0), 0);
    return `${TIER_NAMES[tier].toLowerCase()} ${formatGbp(costGbp)}`;
  });
  return `Over the whole plan the starts cost ${formatGbp(total)}, by the tier that answers for them: ${parts.join(', ')}.`;
}

function CostTable({ tiers, years }: { readonly tiers: readonly PlanTier[]; readonly years: readonly YearCost[] }) {
  const rows: readonly Row[] = years.map((year) => ({
    key: String(year.year),
    header: financialYearInWords(year.year),
    cells: [...tiers.map((tier) => formatGbpMillions(year.byTier.get(tier) ?? 0)), formatGbpMillions(year.totalGbp)],
  }));
  const sumOf = (pick: (year: YearCost) => number) => years.reduce((sum, year) => sum + pick(year), 0);
  return (
    <DataTable
      id="costs-table"
      caption="Cost of the plan’s starts by financial year and accountable tier, £ million"
      columns={[
        { key: 'year', label: 'Financial year', kind: 'text' },
        ...tiers.map((tier) => ({ key: tier, label: TIER_NAMES[tier], kind: 'number' as const })),
        { key: 'total', label: 'All tiers', kind: 'number' },
      ]}
      groups={singleGroup(rows)}
      total={{
        key: 'total',
        header: 'All years',
        cells: [
          ...tiers.map((tier) => formatGbpMillions(sumOf((year) => year.byTier.get(tier) ?? 0))),
          formatGbpMillions(sumOf((year) => year.totalGbp)),
        ],
      }}
    />
  );
}

function FundTable({ reading }: { readonly reading: PlanReading }) {
  const byFund = new Map<string, number>();
  for (const cost of reading.document.plan.costs) byFund.set(cost.fund, (byFund.get(cost.fund) ?? 0) + cost.costGbp);
  const total = [...byFund.values()].reduce((sum, costGbp) => sum + costGbp, 0);
  const rows = [...byFund]
    .toSorted(([, one], [, other]) => other - one)
    .map(([fund, costGbp]) => ({
      key: fund,
      header: fund,
      cells: [formatGbp(costGbp), total === 0 ? '–' : formatFineShare(costGbp / total)],
    }));
  return (
    <DataTable
      id="funds-table"
      caption="Where the money comes from"
      columns={[
        { key: 'fund', label: 'Fund', kind: 'text' },
        { key: 'cost', label: 'Cost of starts', kind: 'number' },
        { key: 'share', label: 'Share', kind: 'number' },
      ]}
      groups={singleGroup(rows)}
      total={null}
    />
  );
}

/** As many limits as are read at once; the others stand behind a disclosure. */
const LIMITS_SHOWN = 5;

function Binding({ reading }: { readonly reading: PlanReading }) {
  const { binding } = reading.document.plan;
  if (binding.length === 0) return null;
  const others = binding.slice(LIMITS_SHOWN);
  return (
    <>
      <h3>What holds the plan back</h3>
      <LimitList limits={binding.slice(0, LIMITS_SHOWN)} />
      {others.length === 0 ? null : (
        <details>
          <summary>{counted(others.length, 'more limit', 'more limits')}</summary>
          <LimitList limits={others} />
        </details>
      )}
    </>
  );
}

function LimitList({ limits }: { readonly limits: PlanReading['document']['plan']['binding'] }) {
  return (
    <ul className="sentences">
      {limits.map((limit, index) => (
        <li key={index}>{limit.sentence}</li>
      ))}
    </ul>
  );
}
