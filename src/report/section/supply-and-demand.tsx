// Supply against demand for the nation, as things go and with the plan, side by side on one scale.
import { SupplyDemandFigure } from '../chart/supply-demand-figure.tsx';
import type { PlanReading } from '../plan-reading.ts';
import { PlacesCompared } from './places-compared.tsx';
import { ReportSection } from './report-section.tsx';

export function SupplyAndDemand({ reading }: { readonly reading: PlanReading }) {
  return (
    <ReportSection
      id="supply-and-demand"
      heading="Supply against demand"
      introduction={
        <p>
          Supply is the digital share of people in post, in full-time equivalents (FTE). Demand is what the blueprint
          asks for. Lines are means; the band around each is its range: in eight of ten runs of the model the figure
          lies inside it. Shortage counts each role by itself and lets no surplus hide it, so it may be more than the
          distance between the lines.
        </p>
      }
    >
      <SupplyDemandFigure
        id="national"
        place={reading.nation}
        months={reading.document.months}
        without={reading.without}
        withPlan={reading.withPlan}
      />
      <PlacesCompared reading={reading} />
    </ReportSection>
  );
}
