// The page of an optimised plan: what it does for its aim, what other money would do, why, and how it does in other futures.
import type { OptimiseDocument } from '#planning';
import { renderToStaticMarkup } from 'react-dom/server';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { counted, formatCount, formatGbp, formatMonthName, formatShortMonth } from '../number-format.ts';
import { PageFrame } from '../page-frame.tsx';
import { ReportSection } from '../section/report-section.tsx';
import { FrontierSection } from './frontier-section.tsx';
import { FuturesSection } from './futures-section.tsx';
import { ReasonsSection } from './reasons-section.tsx';

/** @returns the text of the file, in UTF-8 once written: no scripts, no requests */
export function renderOptimisedPage(document: OptimiseDocument): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Page document={document} />)}\n`;
}

type Props = { readonly document: OptimiseDocument };

function Page({ document }: Props) {
  return (
    <PageFrame
      title={`${document.pack.name}: the best plan for its aim (${document.scenario.name})`}
      skipsTo="the answer"
      masthead={<Masthead document={document} />}
      contents={[
        { id: 'answer', entry: 'The answer' },
        ...(document.frontier === null ? [] : [{ id: 'frontier', entry: 'Money and shortage' }]),
        { id: 'reasons', entry: 'Why this plan' },
        ...(document.risk === null ? [] : [{ id: 'futures', entry: 'Other futures' }]),
        { id: 'channels', entry: 'What it starts' },
        { id: 'notices', entry: 'How it was worked out' },
      ]}
      head={null}
      footer={
        <p>
          Made by Cadre from the pack {document.pack.name} {document.pack.version}.
        </p>
      }
    >
      <OptimisedSections document={document} />
    </PageFrame>
  );
}

/** All that the page tells, for pages that have a frame of their own. */
export function OptimisedSections({ document }: Props) {
  return (
    <>
      <ReportSection id="answer" heading="The answer" introduction={<p className="lead">{document.answer}</p>}>
        <div className="prose">
          <p>{document.proof}</p>
          <p>{document.promise}</p>
        </div>
      </ReportSection>
      {document.frontier === null ? null : <FrontierSection document={document} frontier={document.frontier} />}
      <ReasonsSection document={document} />
      {document.risk === null ? null : <FuturesSection document={document} risk={document.risk} />}
      <Channels document={document} />
      <Notices document={document} />
    </>
  );
}

function Masthead({ document }: Props) {
  return (
    <header className="masthead">
      <p className="wordmark">Cadre</p>
      <h1>
        {document.pack.name}
        <span className="title-rest">
          The best plan for its aim, {formatMonthName(document.from)} to {formatMonthName(document.to)}
        </span>
      </h1>
      <p className="intended-use">{document.aim.sentence}</p>
      <dl className="particulars">
        <div>
          <dt>Scenario</dt>
          <dd>{document.scenario.name}</dd>
        </div>
        <div>
          <dt>Starts after</dt>
          <dd>{formatMonthName(document.asOf)}</dd>
        </div>
        <div>
          <dt>Pack</dt>
          <dd>
            {document.pack.name} {document.pack.version}
          </dd>
        </div>
      </dl>
    </header>
  );
}

function Channels({ document: { byChannel, plan } }: Props) {
  return (
    <ReportSection
      id="channels"
      heading="What it starts"
      introduction={
        <p>
          {byChannel.length === 0
            ? 'The plan starts nobody.'
            : `${counted(plan.people, 'start', 'starts')} by channel, the largest first; starts.csv has each with its place and month.`}
        </p>
      }
    >
      {byChannel.length === 0 ? null : (
        <DataTable
          id="channels-table"
          caption="Starts of the plan by channel"
          columns={[
            { key: 'channel', label: 'Channel', kind: 'text' },
            { key: 'first', label: 'First start', kind: 'text' },
            { key: 'people', label: 'People', kind: 'number' },
            { key: 'cost', label: 'Cost of starts', kind: 'number' },
          ]}
          groups={singleGroup(
            byChannel.map((each) => ({
              key: each.channel,
              header: each.name,
              cells: [
                formatShortMonth(each.firstStart),
                formatCount(each.people).replace(/\.0$/, ''),
                formatGbp(each.costGbp),
              ],
            })),
          )}
          total={{
            key: 'total',
            header: 'All channels',
            cells: ['', formatCount(plan.people).replace(/\.0$/, ''), formatGbp(plan.spentGbp)],
          }}
        />
      )}
    </ReportSection>
  );
}

function Notices({ document }: Props) {
  const { counting, warnings, seed, asOf, scenario } = document;
  return (
    <ReportSection id="notices" heading="How it was worked out" introduction={<p>{counting}</p>}>
      <div className="prose">
        <p>
          Money is at the prices of the base month and not discounted. Scenario {scenario.id}, seed {seed}, starts after{' '}
          {asOf}; optimise.json holds every figure.
        </p>
        {warnings.map((warning) => (
          <p key={warning.code}>
            {warning.message} {warning.hint}
          </p>
        ))}
      </div>
    </ReportSection>
  );
}
