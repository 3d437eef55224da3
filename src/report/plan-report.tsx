// The printed plan: one self-contained HTML file, readable on a phone, on paper, by ear and without JavaScript.
import type { PlanDocument } from '#planning';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { PageFrame } from './page-frame.tsx';
import { readPlan, type PlanReading } from './plan-reading.ts';
import { Actions } from './section/actions.tsx';
import { Assumptions } from './section/assumptions.tsx';
import { Commitments } from './section/commitments.tsx';
import { Comparisons } from './section/comparisons.tsx';
import { Cost } from './section/cost.tsx';
import { FirstDecisions } from './section/first-decisions.tsx';
import { Gaps } from './section/gaps.tsx';
import { Hybrids } from './section/hybrids.tsx';
import { Interventions } from './section/interventions.tsx';
import { Masthead } from './section/masthead.tsx';
import { Precision } from './section/precision.tsx';
import { Limits, Notices, Replay, Sources } from './section/provenance.tsx';
import { Requirements } from './section/requirements.tsx';
import { Sensitivity } from './section/sensitivity.tsx';
import { Summary } from './section/summary.tsx';
import { SupplyAndDemand } from './section/supply-and-demand.tsx';

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
  { id: 'commitments', entry: 'Who commits to what', Section: Commitments },
  { id: 'requirements', entry: 'The blueprint', Section: Requirements },
  { id: 'actions', entry: 'Actions promised', Section: Actions },
  { id: 'hybrids', entry: 'Shared posts', Section: Hybrids },
  { id: 'comparisons', entry: 'Published figures', Section: Comparisons },
  { id: 'sensitivity', entry: 'What matters most', Section: Sensitivity },
  { id: 'precision', entry: 'How sure the samples are', Section: Precision },
  { id: 'assumptions', entry: 'Assumptions', Section: Assumptions },
  { id: 'sources', entry: 'Sources', Section: Sources },
  { id: 'limits', entry: 'Use and limits', Section: Limits },
  { id: 'replay', entry: 'How to replay', Section: Replay },
  { id: 'notices', entry: 'Warnings', Section: Notices },
];

function PlanPage({ reading }: { readonly reading: PlanReading }) {
  const { nation, document, nameOf, lastIndex } = reading;
  return (
    <PageFrame
      title={`${nation.name}: digital health workforce plan to ${nameOf.month(lastIndex)} (${document.scenario.name})`}
      skipsTo="the summary"
      masthead={<Masthead reading={reading} />}
      contents={PARTS}
      head={null}
      footer={
        <p>
          Made by Cadre, engine {document.engine.version}, from the pack {document.pack.name} {document.pack.version}.
          Figures: {document.figuresLicence}.
        </p>
      }
    >
      {PARTS.map(({ id, Section }) => (
        <Section key={id} reading={reading} />
      ))}
    </PageFrame>
  );
}
