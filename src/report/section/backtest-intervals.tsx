// Whether the intervals of a backtest are honest: how often the fact lay in each tenth of its forecast.
import type { BacktestDocument, MethodSummary } from '#planning';
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { StackedBars } from '../chart/stacked-bars.tsx';
import { formatNumber } from '../number-format.ts';
import { aheadInWords, SCOPES } from './backtest-words.ts';
import { ReportSection } from './report-section.tsx';

type Props = { readonly document: BacktestDocument };

export function Intervals({ document: { summaries } }: Props) {
  const own = summaries.filter(({ method, scope }) => method === 'regimes' && scope === 'whole');
  const parts = summaries.filter(({ method, scope }) => method === 'regimes' && scope === 'parts');
  return (
    <ReportSection
      id="intervals"
      heading="Are intervals honest"
      introduction={
        <p>
          Where intervals are honest, what came lies in each tenth of the forecast equally often. Bars that rise to the
          right tell of forecasts that were too low, a hill in the middle of intervals that were too wide.
        </p>
      }
    >
      {(parts.length > 0 ? parts : own).slice(0, 3).map((summary) => (
        <TenthsChart key={summary.horizonYears} summary={summary} />
      ))}
    </ReportSection>
  );
}

function TenthsChart({ summary: { scope, horizonYears, pitTenths, forecasts } }: { readonly summary: MethodSummary }) {
  const id = `tenths-${horizonYears}`;
  const title = `${SCOPES[scope]}, ${aheadInWords(horizonYears)}`;
  const even = formatNumber(forecasts / 10);
  const caption = `Of ${forecasts} forecasts, an even spread would put ${even} in each tenth.`;
  const labels = pitTenths.map((_, tenth) => `${tenth + 1}`);
  return (
    <ChartFigure
      id={id}
      title={title}
      subtitle="Forecasts by the tenth of their distribution in which the fact came to lie, lowest tenth first"
      legend={[]}
      caption={caption}
      table={
        <DataTable
          id={`${id}-table`}
          caption={title}
          columns={[
            { key: 'tenth', label: 'Tenth', kind: 'text' },
            { key: 'count', label: 'Forecasts', kind: 'number' },
          ]}
          groups={singleGroup(
            pitTenths.map((count, tenth) => ({ key: String(tenth), header: labels[tenth] ?? '', cells: [count] })),
          )}
          total={null}
        />
      }
    >
      <StackedBars
        id={`${id}-bars`}
        title={title}
        description={caption}
        bars={pitTenths.map((count, tenth) => ({
          label: labels[tenth] ?? '',
          parts: [{ tone: 'supply', value: count }],
          totalLabel: String(count),
        }))}
        formatTick={formatNumber}
        plotHeightPx={150}
      />
    </ChartFigure>
  );
}
