// The page of a backtest: what was forecast, what came, how it scored against plain methods, and what was missed.
import type { BacktestDocument } from '#planning';
import { renderToStaticMarkup } from 'react-dom/server';
import { DataTable, singleGroup } from './chart/data-table.tsx';
import { formatMonthName } from './number-format.ts';
import { PageFrame } from './page-frame.tsx';
import { Intervals } from './section/backtest-intervals.tsx';
import { Methods, Priors } from './section/backtest-methods.tsx';
import { aheadInWords, SCOPES } from './section/backtest-words.ts';
import { ForecastChart } from './section/forecast-chart.tsx';
import { ReportSection } from './section/report-section.tsx';

/** @returns the text of the file, in UTF-8 once written: no scripts, no requests */
export function renderBacktestReport(document: BacktestDocument): string {
  return `<!doctype html>\n${renderToStaticMarkup(<BacktestPage document={document} />)}\n`;
}

type Props = { readonly document: BacktestDocument };

const PARTS = [
  { id: 'verdict', entry: 'Verdict', Section: Verdict },
  { id: 'forecasts', entry: 'Forecast and fact', Section: Forecasts },
  { id: 'methods', entry: 'Beside plain methods', Section: Methods },
  { id: 'intervals', entry: 'Are intervals honest', Section: Intervals },
  { id: 'priors', entry: 'What the prior does', Section: Priors },
  { id: 'reading', entry: 'How to read and replay', Section: Reading },
] as const;

function BacktestPage({ document }: Props) {
  return (
    <PageFrame
      title={`Backtest of ${document.file.name}`}
      skipsTo="the verdict"
      masthead={<Masthead document={document} />}
      contents={PARTS}
      head={null}
      footer={<p>Made by Cadre, engine {document.engineVersion}.</p>}
    >
      <BacktestSections document={document} />
    </PageFrame>
  );
}

/** All that the page tells, for pages that have a frame of their own. */
export function BacktestSections({ document }: Props) {
  return PARTS.map(({ id, Section }) => <Section key={id} document={document} />);
}

function Masthead({ document }: Props) {
  return (
    <header className="masthead">
      <p className="wordmark">Cadre</p>
      <h1>
        Backtest
        <span className="title-rest">{document.file.name}</span>
      </h1>
      <dl className="particulars">
        <div>
          <dt>Counts</dt>
          <dd>
            {formatMonthName(document.months[0] ?? '')} to {formatMonthName(document.months.at(-1) ?? '')}
          </dd>
        </div>
        <div>
          <dt>Series</dt>
          <dd>{document.series.length}</dd>
        </div>
      </dl>
    </header>
  );
}

function Verdict({ document: { goals, verdicts } }: Props) {
  const met = goals.filter(({ isMet }) => isMet).length;
  return (
    <ReportSection
      id="verdict"
      heading="Verdict"
      introduction={
        <p className="lead">
          {met} of {goals.length} goals are met{met === goals.length ? '' : '; those that are not are told first'}.
        </p>
      }
    >
      <DataTable
        id="goals-table"
        caption="What the forecaster is held to, missed goals first"
        columns={[
          { key: 'goal', label: 'Goal and result', kind: 'text' },
          { key: 'scope', label: 'Of', kind: 'text' },
          { key: 'years', label: 'Years ahead', kind: 'number' },
          { key: 'met', label: 'Met', kind: 'text' },
        ]}
        groups={singleGroup(
          goals
            .toSorted((one, other) => Number(one.isMet) - Number(other.isMet))
            .map(({ scope, kind, horizonYears, isMet, sentence }) => ({
              key: `${scope} ${kind} ${horizonYears}`,
              header: sentence,
              cells: [SCOPES[scope], horizonYears, isMet ? 'Yes' : 'No'],
            })),
        )}
        total={null}
      />
      {verdicts.map(({ scope, horizonYears, sentences }) => (
        <div className="prose" key={`${scope} ${horizonYears}`}>
          <h3>
            {SCOPES[scope]}, {aheadInWords(horizonYears)}
          </h3>
          <p>{sentences.join(' ')}</p>
        </div>
      ))}
    </ReportSection>
  );
}

function Forecasts({ document }: Props) {
  return (
    <ReportSection
      id="forecasts"
      heading="Forecast and fact"
      introduction={
        <p>
          Each point of the band was forecast from what was known so many years before. A break in the line of facts
          that no earlier year announced lies outside the middle of any honest forecast; the band says how far it
          allowed for one.
        </p>
      }
    >
      {[1, 3, 5].map((horizonYears) => (
        <ForecastChart key={horizonYears} document={document} horizonYears={horizonYears} />
      ))}
    </ReportSection>
  );
}

function Reading({ document: { notes, file, seed, draws } }: Props) {
  return (
    <ReportSection
      id="reading"
      heading="How to read and replay"
      introduction={
        <>
          <ul className="sentences">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
            <li>
              Forecasts from neighbouring years share most of their future, so their count overstates what they prove.
            </li>
            <li>Where one series is short and has breaks, scores of methods differ by luck too.</li>
          </ul>
          <p>The method, its equations and every value of its prior are in docs/model/backtest.md.</p>
        </>
      }
    >
      <p className="command">
        <code>{`./cadre backtest ${file.name} --seed ${seed}`}</code>
      </p>
      <p className="note hash">
        {draws} draws; SHA-256 of the file {file.sha256}
      </p>
    </ReportSection>
  );
}
