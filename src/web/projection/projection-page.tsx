// A place's projection: the gap by year with its range, supply against demand as a fan chart, and the places below.
import { formatChance, formatCount, formatGap, formatMonthName, formatRange, indexSeries } from '#report';
import { SupplyDemandFigure, DataTable, singleGroup, estimateAt } from '#report';
import type { PlanView } from '../plan-view/load-plan.ts';
import { Headline } from '../figures/headline.tsx';
import { PlaceTiles } from '../figures/place-tiles.tsx';

export type ProjectionProps = {
  readonly view: PlanView;
  readonly place: { readonly code: string; readonly name: string };
};

export function Projection({ view, place }: ProjectionProps) {
  const { head, overview, part } = view;
  const without = indexSeries(part.series);
  const withPlan = indexSeries(part.seriesWithPlan.length === 0 ? part.series : part.seriesWithPlan);
  const lastYear = overview.months.length - 1;
  const below = overview.places.filter(({ code }) => isBelow(head.places, code, place.code) && code !== place.code);
  return (
    <>
      <GapHeadline view={view} place={place} />
      <section aria-labelledby="supply-heading">
        <h2 id="supply-heading">Supply and need</h2>
        <div className="figures">
          <SupplyDemandFigure
            id="supply-demand"
            place={place}
            months={head.months}
            without={without}
            withPlan={withPlan}
          />
        </div>
      </section>
      {below.length === 0 ? null : (
        <section aria-labelledby="places-heading">
          <h2 id="places-heading">Where the gap is in {formatMonthName(overview.months[lastYear] ?? '')}</h2>
          <p>Digital FTE more or less than needed, as things go. Each tile leads to the place.</p>
          <PlaceTiles
            places={head.places.filter(({ code }) => below.some((line) => line.code === code))}
            overview={overview}
            monthIndex={lastYear}
          />
        </section>
      )}
      <section aria-labelledby="families-heading">
        <h2 id="families-heading">By role family</h2>
        <FamilyTable view={view} place={place} />
      </section>
      <nav aria-label="More of this projection" className="cluster no-print">
        <a href={`/projections/${place.code}/details?scenario=${encodeURIComponent(head.scenario.id)}`}>
          By role and by band
        </a>
        <a href="/backtest">How the forecast would have done in the past</a>
      </nav>
      <Replay view={view} />
    </>
  );
}

function GapHeadline({ view, place }: ProjectionProps) {
  const { head, part, overview } = view;
  const last = head.months.length - 1;
  const lastYear = overview.months.length - 1;
  const line = overview.places.find(({ code }) => code === place.code);
  const chance = part.chanceClosed[0];
  const cost = part.channels.reduce((sum, { costGbp }) => sum + costGbp, 0);
  const [now, then] = [line?.gapFte[0], line?.gapFte[lastYear]];
  const figure = (measure: string, month: string) =>
    `/explain/${encodeURIComponent(`${measure}:${place.code}:${month}`)}?scenario=${encodeURIComponent(head.scenario.id)}`;
  if (now === undefined || then === undefined) return null;
  return (
    <Headline
      figures={[
        {
          label: `Gap in ${formatMonthName(head.months[0] ?? '')}`,
          amount: `${formatGap(now.mean)} FTE`,
          note: 'supply less need',
          href: figure('gapFte', head.months[0] ?? ''),
        },
        {
          label: `Gap in ${formatMonthName(head.months[last] ?? '')}`,
          amount: `${formatGap(then.mean)} FTE`,
          note: `eight in ten: ${formatRange(then)}`,
          href: figure('gapFte', head.months[last] ?? ''),
        },
        {
          label: 'Chance that need is met by then',
          amount: `${formatChance(chance?.before[last] ?? 0)} → ${formatChance(chance?.after[last] ?? 0)}`,
          note: 'as things go → with the plan',
          href: null,
        },
        {
          label: 'Started by the plan here and below',
          amount: `${formatCount(part.channels.reduce((sum, { people }) => sum + people, 0))} people`,
          note: `£${formatCount(cost / 1e6)}m over ten years`,
          href: `/plan/${place.code}`,
        },
      ]}
    />
  );
}

function FamilyTable({ view: { head, part }, place }: ProjectionProps) {
  const index = indexSeries(part.series);
  const last = head.months.length - 1;
  const rows = head.families.map(({ id, name }) => {
    const at = (measure: 'fte' | 'demandFte' | 'gapFte') =>
      estimateAt(index.find({ measure, place: place.code, family: id }), last);
    return {
      key: id,
      header: name,
      cells: [
        formatCount(at('demandFte').mean),
        formatCount(at('fte').mean),
        formatGap(at('gapFte').mean),
        formatRange(at('gapFte')),
      ],
    };
  });
  return (
    <div className="figures">
      <DataTable
        id="families"
        caption={`Digital FTE in ${formatMonthName(head.months[last] ?? '')}, as things go`}
        columns={[
          { key: 'family', label: 'Role family', kind: 'text' },
          { key: 'need', label: 'Need', kind: 'number' },
          { key: 'supply', label: 'Supply', kind: 'number' },
          { key: 'gap', label: 'Gap', kind: 'number' },
          { key: 'range', label: 'Eight in ten', kind: 'number' },
        ]}
        groups={singleGroup(rows)}
        total={null}
      />
    </div>
  );
}

function Replay({ view: { head } }: { readonly view: PlanView }) {
  const { scenario, seed, engine, asOf, pack } = head;
  return (
    <p className="source">
      Scenario “{scenario.name}”, {engine.samples} samples, seed {seed}, engine {engine.version}, read as of{' '}
      {formatMonthName(asOf)}; pack {pack.name} {pack.version}, hash {pack.hash.slice(0, 12)}. The same pack, scenario
      and seed give the same figures on any machine.
    </p>
  );
}

type PlanPlaces = PlanView['head']['places'];

function isBelow(places: PlanPlaces, code: string, root: string): boolean {
  for (let at: string | null = code; at !== null; at = places.find((place) => place.code === at)?.parent ?? null) {
    if (at === root) return true;
  }
  return false;
}
