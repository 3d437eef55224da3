// What the blueprint asks for: each requirement with who answers for it, its standards, its people and what serves it.
import { DataTable, type Row } from '../chart/data-table.tsx';
import { counted, formatCount, formatRange, formatShortMonth } from '../number-format.ts';
import { TIER_NAMES, type Intervention, type PlanReading } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

type Requirement = PlanReading['document']['requirements'][number];

export function Requirements({ reading }: { readonly reading: PlanReading }) {
  const { requirements, interventions } = reading.document;
  const byId = new Map(interventions.map((one) => [one.id, one]));
  const domains = Map.groupBy(requirements, (one) => one.domain);
  const groups = [...domains].map(([domain, members]) => ({
    key: domain,
    heading: domain,
    rows: members.map((requirement) => rowOf(reading, { requirement, byId })),
  }));
  return (
    <ReportSection
      id="requirements"
      heading="What the blueprint asks for"
      introduction={
        <p>
          {requirements.length === 0
            ? 'No requirement of the blueprint applies.'
            : `The need is the sum of ${counted(requirements.length, 'requirement', 'requirements')}. Each names one accountable tier, the standards it rests on, and the digital FTE it takes once mature. A start may serve several requirements.`}
        </p>
      }
    >
      {requirements.length === 0 ? null : (
        <DataTable
          id="requirements-table"
          caption="Requirements of the blueprint, the people each takes, and the starts that serve it"
          columns={[
            { key: 'title', label: 'Requirement', kind: 'text' },
            { key: 'tier', label: 'Accountable', kind: 'text' },
            { key: 'standards', label: 'Standards', kind: 'text' },
            { key: 'mature', label: 'Mature by', kind: 'text' },
            { key: 'fte', label: 'Digital FTE and range', kind: 'number' },
            { key: 'served', label: 'Served by', kind: 'text' },
          ]}
          groups={groups}
          total={null}
        />
      )}
    </ReportSection>
  );
}

type RowSource = { readonly requirement: Requirement; readonly byId: ReadonlyMap<string, Intervention> };

function rowOf(reading: PlanReading, { requirement, byId }: RowSource): Row {
  return {
    key: requirement.id,
    header: (
      <>
        {requirement.title}
        <span className="note">
          {requirement.id}
          {requirement.pathwayStep === null ? null : `, ${requirement.pathwayStep.replaceAll('/', ' › ')}`}
        </span>
      </>
    ),
    cells: [
      TIER_NAMES[requirement.accountableTier],
      requirement.standards.length === 0 ? '–' : requirement.standards.join('; '),
      formatShortMonth(requirement.matures),
      <>
        {formatCount(requirement.demandFteAtMaturity.p50)}
        <span className="note">{formatRange(requirement.demandFteAtMaturity)}</span>
      </>,
      servedBy(reading, { requirement, byId }),
    ],
  };
}

const CHANNELS_NAMED = 3;

/** The channels that serve a requirement, the one with most starts first. */
function servedBy({ nameOf }: PlanReading, { requirement, byId }: RowSource): string {
  const people = new Map<string, number>();
  for (const id of requirement.interventions) {
    const one = byId.get(id);
    if (one !== undefined) people.set(one.channel, (people.get(one.channel) ?? 0) + one.people);
  }
  if (people.size === 0) return 'No start of the plan';
  const named = [...people]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, CHANNELS_NAMED)
    .map(([channel, starts]) => `${nameOf.channel(channel)} (${formatCount(starts).replace(/\.0$/, '')})`);
  const others = people.size - named.length;
  return named.join('; ') + (others > 0 ? `; ${counted(others, 'more channel', 'more channels')}` : '');
}
