// What matters most: how far the national gap moves with each assumption, and the sentence that says so.
import type { PlanReading } from '../plan-reading.ts';
import { estimateAt } from '../series-index.ts';
import { ReportSection } from './report-section.tsx';
import { Tornado } from './tornado.tsx';

export function Sensitivity({ reading }: { readonly reading: PlanReading }) {
  const { document, nation, nameOf, lastIndex, without } = reading;
  const { elasticities } = document;
  const descriptions = new Map(document.assumptions.map((one) => [one.id, one.description]));
  const gap = estimateAt(without.find({ measure: 'gapFte', place: nation.code, family: '*' }), lastIndex);
  return (
    <ReportSection
      id="sensitivity"
      heading="What matters most"
      introduction={
        <p>
          {elasticities.length === 0
            ? 'No assumption was varied by itself in this run.'
            : 'Each bar moves one assumption from its low to its high end, the tenth and the ninetieth percentile, and leaves all others where they are. The share of the doubt counts what it does together with others too.'}
        </p>
      }
    >
      {elasticities.length === 0 ? null : (
        <Tornado
          rows={elasticities}
          nameOfAssumption={(id) => descriptions.get(id) ?? id}
          subtitle={`Supply less demand in ${nation.name}, digital FTE, ${nameOf.month(lastIndex)}, as things go; the upright line is the mean of all runs`}
          centreFte={gap.mean}
        />
      )}
    </ReportSection>
  );
}
