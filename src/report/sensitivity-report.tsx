// The page of a sensitivity study: what moves the gap of one place, how far, and which share of the doubt goes with it.
import type { SensitivityDocument } from '#planning';
import { renderToStaticMarkup } from 'react-dom/server';
import { formatGap, formatMonthName } from './number-format.ts';
import { PageFrame } from './page-frame.tsx';
import { ReportSection } from './section/report-section.tsx';
import { Tornado } from './section/tornado.tsx';

/** @returns the text of the file, in UTF-8 once written: no scripts, no requests */
export function renderSensitivityReport(document: SensitivityDocument): string {
  return `<!doctype html>\n${renderToStaticMarkup(<SensitivityPage document={document} />)}\n`;
}

type Props = { readonly document: SensitivityDocument };

const PARTS = [
  { id: 'strongest', entry: 'What matters most', Section: Strongest },
  { id: 'sentences', entry: 'In words', Section: Sentences },
  { id: 'reading', entry: 'How to read and replay', Section: Reading },
] as const;

function SensitivityPage({ document }: Props) {
  return (
    <PageFrame
      title={`${document.place.name}: what the gap turns on (${document.scenario.name})`}
      skipsTo="what matters most"
      masthead={<Masthead document={document} />}
      contents={PARTS}
      head={null}
      footer={
        <p>
          Made by Cadre, engine {document.engineVersion}, from the pack {document.pack.name} {document.pack.version}.
        </p>
      }
    >
      {PARTS.map(({ id, Section }) => (
        <Section key={id} document={document} />
      ))}
    </PageFrame>
  );
}

function Masthead({ document }: Props) {
  return (
    <header className="masthead">
      <p className="wordmark">Cadre</p>
      <h1>
        What the gap turns on
        <span className="title-rest">{document.place.name}</span>
      </h1>
      <dl className="particulars">
        <div>
          <dt>Scenario</dt>
          <dd>{document.scenario.name}</dd>
        </div>
        <div>
          <dt>Month</dt>
          <dd>{formatMonthName(document.month)}</dd>
        </div>
        <div>
          <dt>Gap with all as stated</dt>
          <dd>{formatGap(document.gapFte)} digital FTE</dd>
        </div>
      </dl>
    </header>
  );
}

function nameReader({ assumptions }: SensitivityDocument): (id: string) => string {
  const descriptions = new Map(assumptions.map(({ id, description }) => [id, description]));
  return (id) => descriptions.get(id) ?? id;
}

function Strongest({ document }: Props) {
  return (
    <ReportSection id="strongest" heading="What matters most" introduction={<p className="lead">{document.summary}</p>}>
      {document.elasticities.length === 0 ? null : (
        <Tornado
          rows={document.elasticities}
          nameOfAssumption={nameReader(document)}
          subtitle={`Supply less demand in ${document.place.name}, digital FTE, ${formatMonthName(document.month)}, as things go; the upright line is the gap with every assumption as stated`}
          centreFte={document.gapFte}
        />
      )}
    </ReportSection>
  );
}

function Sentences({ document }: Props) {
  return (
    <ReportSection
      id="sentences"
      heading="In words"
      introduction={<p>One sentence for each assumption that moves the gap, the strongest first.</p>}
    >
      <ul className="sentences">
        {document.elasticities.map(({ assumption, sentence }) => (
          <li key={assumption}>{sentence}</li>
        ))}
      </ul>
    </ReportSection>
  );
}

function Reading({ document: { pack, scenario, place, seed, samples } }: Props) {
  return (
    <ReportSection
      id="reading"
      heading="How to read and replay"
      introduction={
        <>
          <ul className="sentences">
            <li>The low and the high end of an assumption are its tenth and its ninetieth percentile.</li>
            <li>
              The share of the doubt is of the variance of the gap, all that goes with the assumption: by itself and
              together with others. Shares of assumptions that work together count twice, so they may add up to more
              than the whole.
            </li>
            <li>Persons’ own chance is left out: these are expected people.</li>
          </ul>
          <p>The equations are in docs/model/sensitivity.md.</p>
        </>
      }
    >
      <p className="command">
        <code>{`./cadre sensitivity PATH/TO/${pack.id} --scenario ${scenario.id} --place ${place.code} --samples ${samples} --seed ${seed}`}</code>
      </p>
      <p className="note hash">SHA-256 of the pack {pack.hash}</p>
    </ReportSection>
  );
}
