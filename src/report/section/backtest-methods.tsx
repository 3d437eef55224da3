// A backtest's scores beside those of plain methods, and beside its own with other priors.
import { type BacktestDocument, methodName, type MethodSummary } from '#planning';
import { DataTable, type Row } from '../chart/data-table.tsx';
import { formatFineShare, formatNumber } from '../number-format.ts';
import { aheadInWords, SCOPES } from './backtest-words.ts';
import { ReportSection } from './report-section.tsx';

type Props = { readonly document: BacktestDocument };

export function Methods({ document: { summaries } }: Props) {
  return (
    <ReportSection
      id="methods"
      heading="Beside plain methods"
      introduction={
        <p>
          The score (CRPS, as a share of the stock at the origin) punishes a forecast for being wrong and for being
          unsure; less is better. A base of several years needs a longer past, so its forecasts are fewer and later:
          compare scores within a row of equal count only. The goals above compare like with like.
        </p>
      }
    >
      <DataTable
        id="methods-table"
        caption="Scores by method, horizon and scope"
        columns={[
          { key: 'method', label: 'Method', kind: 'text' },
          { key: 'forecasts', label: 'Forecasts', kind: 'number' },
          { key: 'crps', label: 'CRPS', kind: 'number' },
          { key: 'mase', label: 'MASE', kind: 'number' },
          { key: 'mape', label: 'MAPE', kind: 'number' },
          { key: 'held50', label: 'Held by 50%', kind: 'number' },
          { key: 'held80', label: 'Held by 80%', kind: 'number' },
          { key: 'held95', label: 'Held by 95%', kind: 'number' },
        ]}
        groups={cellsOf(summaries).map(({ scope, horizonYears, its }) => ({
          key: `${scope} ${horizonYears}`,
          heading: `${SCOPES[scope]}, ${aheadInWords(horizonYears)}`,
          rows: its.map(summaryRow),
        }))}
        total={null}
      />
    </ReportSection>
  );
}

function summaryRow({ method, baseYears, forecasts, crpsShareOfStock, mase, mape, held }: MethodSummary): Row {
  return {
    key: `${method} ${baseYears ?? ''}`,
    header: methodName(method, baseYears),
    cells: [
      formatNumber(forecasts),
      formatFineShare(crpsShareOfStock),
      mase === null ? '–' : formatNumber(mase),
      formatFineShare(mape),
      ...held.map((share) => formatFineShare(share)),
    ],
  };
}

function cellsOf(summaries: readonly MethodSummary[]) {
  const keys = [...new Set(summaries.map(({ scope, horizonYears }) => `${scope} ${horizonYears}`))];
  return keys.flatMap((key) => {
    const its = summaries.filter(({ scope, horizonYears }) => `${scope} ${horizonYears}` === key);
    const [first] = its;
    return first === undefined ? [] : [{ scope: first.scope, horizonYears: first.horizonYears, its }];
  });
}

export function Priors({ document: { summaries, priors } }: Props) {
  const own = summaries.filter(({ method, scope }) => method === 'regimes' && scope === 'whole');
  const runs = [
    { label: 'as stated', its: own },
    ...priors.map((run) => ({ label: run.factor < 1 ? 'halved' : 'doubled', its: run.summaries })),
  ];
  return (
    <ReportSection
      id="priors"
      heading="What the prior does"
      introduction={
        <p>
          What the forecaster believes before it sees a series is stated in round numbers and is not fitted to this
          file. With few years that belief weighs much, so here is what the whole would have scored with all its spreads
          halved and doubled.
        </p>
      }
    >
      <DataTable
        id="priors-table"
        caption="Cadre on the whole, by the spread of its prior"
        columns={[
          { key: 'prior', label: 'Spreads', kind: 'text' },
          { key: 'crps', label: 'CRPS', kind: 'number' },
          { key: 'mape', label: 'MAPE', kind: 'number' },
          { key: 'held', label: 'Held by 80%', kind: 'number' },
        ]}
        groups={own.map(({ horizonYears }) => ({
          key: String(horizonYears),
          heading: aheadInWords(horizonYears),
          rows: runs.flatMap(({ label, its }) =>
            its
              .filter((summary) => summary.horizonYears === horizonYears)
              .map(({ crpsShareOfStock, mape, held }) => ({
                key: label,
                header: label,
                cells: [formatFineShare(crpsShareOfStock), formatFineShare(mape), formatFineShare(held[1] ?? 0)],
              })),
          ),
        }))}
        total={null}
      />
    </ReportSection>
  );
}
