// The printed plan: one self-contained HTML file, readable on a phone, on paper, by ear and without JavaScript.
import type { PlanDocument } from '#planning';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { readPlan, type PlanReading } from './plan-reading.ts';
import { Assumptions } from './section/assumptions.tsx';
import { Comparisons } from './section/comparisons.tsx';
import { Cost } from './section/cost.tsx';
import { FirstDecisions } from './section/first-decisions.tsx';
import { Gaps } from './section/gaps.tsx';
import { Hybrids } from './section/hybrids.tsx';
import { Interventions } from './section/interventions.tsx';
import { Masthead } from './section/masthead.tsx';
import { Limits, Notices, Replay, Sources } from './section/provenance.tsx';
import { Requirements } from './section/requirements.tsx';
import { Sensitivity } from './section/sensitivity.tsx';
import { Summary } from './section/summary.tsx';
import { SupplyAndDemand } from './section/supply-and-demand.tsx';
import { styleSheet } from './style/style-sheet.ts';

/** Renders a plan as a whole HTML page: no scripts, no requests, every chart with its table.
 *  @returns the text of the file, in UTF-8 once written */
export function renderPlanReport(document: PlanDocument): string {
  return `<!doctype html>\n${renderToStaticMarkup(<PlanPage reading={readPlan(document)} />)}\n`;
}

type Part = {
  readonly id: string;
  /** What the list of contents calls it. */
  readonly entry: string;
  readonly Section: (props: { readonly reading: PlanReading }) => ReactNode;
};

/** The parts in the order in which a reader asks: what is wrong, where, what to do, what it rests on. */
const PARTS: readonly Part[] = [
  { id: 'summary', entry: 'Summary', Section: Summary },
  { id: 'supply-and-demand', entry: 'Supply and demand', Section: SupplyAndDemand },
  { id: 'gaps', entry: 'Where the gaps are', Section: Gaps },
  { id: 'cost', entry: 'What the plan costs', Section: Cost },
  { id: 'first-decisions', entry: 'What to decide first', Section: FirstDecisions },
  { id: 'interventions', entry: 'Who does what', Section: Interventions },
  { id: 'requirements', entry: 'The blueprint', Section: Requirements },
  { id: 'hybrids', entry: 'Shared posts', Section: Hybrids },
  { id: 'comparisons', entry: 'Published figures', Section: Comparisons },
  { id: 'sensitivity', entry: 'What matters most', Section: Sensitivity },
  { id: 'assumptions', entry: 'Assumptions', Section: Assumptions },
  { id: 'sources', entry: 'Sources', Section: Sources },
  { id: 'limits', entry: 'Use and limits', Section: Limits },
  { id: 'replay', entry: 'How to replay', Section: Replay },
  { id: 'notices', entry: 'Warnings', Section: Notices },
];

/** Nothing may be fetched or run, whatever a pack's texts hold. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

function PlanPage({ reading }: { readonly reading: PlanReading }) {
  const { nation, document, nameOf, lastIndex } = reading;
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={CONTENT_POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${nation.name}: digital health workforce plan to ${nameOf.month(lastIndex)} (${document.scenario.name})`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the summary
        </a>
        <Masthead reading={reading} />
        <div className="page">
          <nav aria-labelledby="contents-heading">
            <h2 id="contents-heading">Contents</h2>
            <ol>
              {PARTS.map((part) => (
                <li key={part.id}>
                  <a href={`#${part.id}`}>{part.entry}</a>
                </li>
              ))}
            </ol>
          </nav>
          <main id="main" tabIndex={-1}>
            {PARTS.map(({ id, Section }) => (
              <Section key={id} reading={reading} />
            ))}
          </main>
        </div>
        <footer>
          <p>
            Made by Cadre {document.engine.version} from the pack {document.pack.name} {document.pack.version}. Figures:{' '}
            {document.figuresLicence}.
          </p>
        </footer>
      </body>
    </html>
  );
}
