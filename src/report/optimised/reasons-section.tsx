// Why this plan: what holds it back, what the next million buys, what a slip costs and what can wait.
import type { OptimiseDocument } from '#planning';
import { ReportSection } from '../section/report-section.tsx';

export function ReasonsSection({ document }: { readonly document: OptimiseDocument }) {
  const { binding, reasons, flexibility } = document;
  return (
    <ReportSection
      id="reasons"
      heading="Why this plan"
      introduction={
        <p>What more money would buy, what must not be put off, what can be, and which limits hold it back.</p>
      }
    >
      <SentenceList heading="What the next £1m buys" sentences={[reasons.nextMoney.sentence]} />
      <SentenceList heading="Where a first decision slips" sentences={reasons.slips.map(({ sentence }) => sentence)} />
      <SentenceList heading="Without a channel" sentences={reasons.without.map(({ sentence }) => sentence)} />
      {flexibility === null ? null : <SentenceList heading="What can wait" sentences={[flexibility.sentence]} />}
      <SentenceList heading="What holds it back" sentences={binding.map(({ sentence }) => sentence)} />
    </ReportSection>
  );
}

function SentenceList({ heading, sentences }: { readonly heading: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul className="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
