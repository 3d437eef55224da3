// Who does what: every start of the plan, gathered by the place that answers for it, by channel and role, year by year.
import { DataTable, singleGroup, type Row } from '../chart/data-table.tsx';
import { counted, formatCount, formatGbp, formatShortMonth } from '../number-format.ts';
import { elementId } from '../element-id.ts';
import { TIER_NAMES, type Intervention, type PlanReading, type PlanTier } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

export function Interventions({ reading }: { readonly reading: PlanReading }) {
  const accountable = gatherByAccountable(reading);
  return (
    <ReportSection
      id="interventions"
      heading="Who does what"
      introduction={
        accountable.length === 0 ? (
          <p>The plan starts nothing, so nobody is asked for anything beyond what happens anyway.</p>
        ) : (
          <p>
            Starts are people who enter a channel, by calendar year. They are listed under the place that answers for
            them; the tables that come with this report name each start with its month and place.
          </p>
        )
      }
    >
      {TIERS_FROM_CENTRE.map((tier) => {
        const places = accountable.filter((one) => one.tier === tier);
        return places.length === 0 ? null : (
          <div key={tier}>
            <h3>{TIER_NAMES[tier]}</h3>
            {places.map((one) => (
              <AccountablePlace key={one.place} reading={reading} accountable={one} />
            ))}
          </div>
        );
      })}
    </ReportSection>
  );
}

const TIERS_FROM_CENTRE: readonly PlanTier[] = ['national', 'region', 'system', 'organisation'];

type Accountable = { readonly tier: PlanTier; readonly place: string; readonly interventions: readonly Intervention[] };

function gatherByAccountable({ document }: PlanReading): readonly Accountable[] {
  const groups = Map.groupBy(document.interventions, (one) =>
    JSON.stringify([one.accountableTier, one.accountablePlace]),
  );
  const orderOf = new Map(document.places.map((place, position) => [place.code, position]));
  return [...groups.values()]
    .flatMap((interventions) => {
      const [first] = interventions;
      return first === undefined ? [] : [{ tier: first.accountableTier, place: first.accountablePlace, interventions }];
    })
    .toSorted((one, other) => (orderOf.get(one.place) ?? 0) - (orderOf.get(other.place) ?? 0));
}

function AccountablePlace({
  reading,
  accountable,
}: {
  readonly reading: PlanReading;
  readonly accountable: Accountable;
}) {
  const { interventions, place, tier } = accountable;
  const people = interventions.reduce((sum, one) => sum + one.people, 0);
  const costGbp = interventions.reduce((sum, one) => sum + one.costGbp, 0);
  const name = reading.nameOf.place(place);
  return (
    <details className="accountable">
      <summary>
        <span className="name">{name}</span>{' '}
        <span className="note">
          {counted(Math.round(people), 'start', 'starts')}, {formatGbp(costGbp)}
        </span>
      </summary>
      <YearTable
        id={elementId('starts', tier, place)}
        caption={`Starts that ${name} answers for`}
        of={{ reading, interventions }}
      />
    </details>
  );
}

type YearTableProps = {
  readonly id: string;
  readonly caption: string;
  readonly of: { readonly reading: PlanReading; readonly interventions: readonly Intervention[] };
};

function YearTable({ id, caption, of: { reading, interventions } }: YearTableProps) {
  const years = [...new Set(interventions.map(yearOf))].toSorted();
  const groups = Map.groupBy(interventions, (one) => JSON.stringify([one.channel, one.role, one.band]));
  const rows = [...groups].map(([key, group]) => rowOf(reading, { key, group, years }));
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { key: 'channel', label: 'Channel and post', kind: 'text' },
        { key: 'first', label: 'First start', kind: 'text' },
        { key: 'in-post', label: 'First in post', kind: 'text' },
        ...years.map((year) => ({ key: year, label: year, kind: 'number' as const })),
        { key: 'people', label: 'People', kind: 'number' },
        { key: 'cost', label: 'Cost', kind: 'number' },
      ]}
      groups={singleGroup(rows)}
      total={null}
    />
  );
}

type RowSource = { readonly key: string; readonly group: readonly Intervention[]; readonly years: readonly string[] };

function rowOf({ nameOf }: PlanReading, { key, group, years }: RowSource): Row {
  const peopleIn = (chosen: readonly Intervention[]) => chosen.reduce((sum, one) => sum + one.people, 0);
  const earliest = group.toSorted((one, other) => one.startMonth.localeCompare(other.startMonth))[0];
  return {
    key,
    header: (
      <>
        {nameOf.channel(earliest?.channel ?? '')}
        <span className="note">
          {nameOf.role(earliest?.role ?? '')}, {nameOf.band(earliest?.band ?? '')}
        </span>
      </>
    ),
    cells: [
      formatShortMonth(earliest?.startMonth ?? ''),
      formatShortMonth(earliest?.inPostMonth ?? ''),
      ...years.map((year) => {
        const people = peopleIn(group.filter((one) => yearOf(one) === year));
        return people === 0 ? '–' : wholeWherePossible(people);
      }),
      wholeWherePossible(peopleIn(group)),
      formatGbp(group.reduce((sum, one) => sum + one.costGbp, 0)),
    ],
  };
}

function yearOf(intervention: Intervention): string {
  return intervention.startMonth.slice(0, 4);
}

function wholeWherePossible(people: number): string {
  return formatCount(people).replace(/\.0$/, '');
}
