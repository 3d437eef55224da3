// A place's projection: the gap by year with its range, supply against demand as a fan chart, and the places below.
import {
  formatChance,
  formatCount,
  formatGap,
  formatGbp,
  formatMonthName,
  formatNumber,
  formatRange,
  indexSeries,
} from '#report';
import { SupplyDemandFigure, DataTable, singleGroup, estimateAt, type SeriesIndex } from '#report';
import type { PlanView } from '../plan-view/load-plan.ts';
import { explainAddress } from '../figures/figure-link.tsx';
import { Headline } from '../figures/headline.tsx';
import { PlaceTiles, type TileView } from '../figures/place-tiles.tsx';

export type ProjectionProps = {
  readonly view: PlanView;
  readonly place: { readonly code: string; readonly name: string };
  /** Which futures the tiles of places show, as the address says; as things go where it says nothing. */
  readonly tiles: string;
};

export function Projection({ view, place, tiles }: ProjectionProps) {
  return (
    <>
      <GapHeadline view={view} place={place} />
      <ProjectionBody view={view} place={place} tiles={tiles} />
    </>
  );
}

/** All but the figures at the head. */
export function ProjectionBody({ view, place, tiles }: ProjectionProps) {
  const { head, overview, part } = view;
  const without = indexSeries(part.series);
  const withPlan = indexSeries(part.seriesWithPlan.length === 0 ? part.series : part.seriesWithPlan);
  const lastYear = overview.months.length - 1;
  const shown = tiles === 'with-plan' ? 'with-plan' : 'as-things-go';
  const below = overview.places.filter(({ code }) => isBelow(head.places, code, place.code) && code !== place.code);
  return (
    <>
      <section aria-labelledby="supply-heading">
        <h2 id="supply-heading">Supply and demand</h2>
        <div className="figures">
          <SupplyDemandFigure
            id="supply-demand"
            title={`${place.name} ${gapInWords(without, place.code)} in ${formatMonthName(head.months.at(-1) ?? '')} as things go, and ${gapInWords(withPlan, place.code)} with the plan`}
            place={place}
            months={head.months}
            without={without}
            withPlan={withPlan}
          />
        </div>
      </section>
      <section aria-labelledby="years-heading">
        <h2 id="years-heading">The gap, year by year</h2>
        <YearTable view={view} place={place} />
      </section>
      {below.length === 0 ? null : (
        <section aria-labelledby="places-heading">
          <h2 id="places-heading">Where the gap is in {formatMonthName(overview.months[lastYear] ?? '')}</h2>
          <TileChoice scenario={head.scenario.id} shown={shown} />
          <PlaceTiles
            places={head.places.filter(({ code }) => below.some((line) => line.code === code))}
            overview={overview}
            monthIndex={lastYear}
            shown={shown}
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

/** All roles together in the last month, as the lines of the chart and the table of years have it. */
function gapInWords(series: SeriesIndex, place: string): string {
  const found = series.find({ measure: 'gapFte', place, family: '*' });
  const gap = estimateAt(found, (found?.mean.length ?? 1) - 1).mean;
  if (Math.abs(gap) < 0.5) return 'has what it needs';
  return gap < 0 ? `lacks ${formatCount(-gap)} FTE` : `has ${formatCount(gap)} FTE more than it needs`;
}

const TILE_VIEWS: readonly (readonly [TileView, string])[] = [
  ['as-things-go', 'As things go'],
  ['with-plan', 'With the plan'],
];

function TileChoice({ scenario, shown }: { readonly scenario: string; readonly shown: TileView }) {
  return (
    <>
      <p className="nhsuk-u-reading-width">
        Digital FTE less (−) or more (+) than needed, and how much of the need that is; the bar has the same length.
        Each tile leads to its place.
      </p>
      <nav aria-label="Which futures" className="no-print">
        <ul className="tile-key">
          {TILE_VIEWS.map(([id, label]) => (
            <li key={id}>
              {id === shown ? (
                <b aria-current="true">{label}</b>
              ) : (
                <a href={`?scenario=${encodeURIComponent(scenario)}&tiles=${id}#places-heading`}>{label}</a>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

type OfPlace = Pick<ProjectionProps, 'view' | 'place'>;

function YearTable({ view: { head, overview }, place }: OfPlace) {
  const line = overview.places.find(({ code }) => code === place.code);
  if (line === undefined) return null;
  const none = { mean: 0, p10: 0, p50: 0, p90: 0 };
  return (
    <div className="figures">
      <DataTable
        id="years"
        caption={`Digital FTE in ${place.name}: gap as things go and with the plan, each with the range that holds eight times in ten`}
        columns={[
          { key: 'month', label: 'Month', kind: 'text' },
          { key: 'need', label: 'Demand', kind: 'number' },
          { key: 'supply', label: 'Supply', kind: 'number' },
          { key: 'gap', label: 'Gap', kind: 'number' },
          { key: 'range', label: 'Eight in ten', kind: 'number' },
          { key: 'planned', label: 'With the plan', kind: 'number' },
          { key: 'planned-range', label: 'Eight in ten', kind: 'number' },
        ]}
        groups={singleGroup(
          overview.months.map((month, index) => {
            const [gap, planned] = [line.gapFte[index] ?? none, line.gapWithPlanFte[index] ?? none];
            return {
              key: month,
              header: formatMonthName(month),
              cells: [
                <a href={figureAddress(head, `demandFte:${place.code}:${month}`)}>
                  {formatCount(line.demandFte[index] ?? 0)}
                </a>,
                <a href={figureAddress(head, `fte:${place.code}:${month}`)}>
                  {formatCount(line.supplyFte[index] ?? 0)}
                </a>,
                <a href={figureAddress(head, `gapFte:${place.code}:${month}`)}>{formatGap(gap.mean)}</a>,
                formatRange(gap),
                <a href={figureAddress(head, `with-plan/gapFte:${place.code}:${month}`)}>{formatGap(planned.mean)}</a>,
                formatRange(planned),
              ],
            };
          }),
        )}
        total={null}
      />
    </div>
  );
}

/** Where a figure of the plan is taken apart. */
export function figureAddress(head: PlanView['head'], figure: string): string {
  return explainAddress(figure, head.scenario.id);
}

export function GapHeadline({ view, place }: OfPlace) {
  const { head, part, overview } = view;
  const last = head.months.length - 1;
  const lastYear = overview.months.length - 1;
  const line = overview.places.find(({ code }) => code === place.code);
  const chance = part.chanceClosed[0];
  const cost = part.channels.reduce((sum, { costGbp }) => sum + costGbp, 0);
  const [now, then, planned] = [line?.gapFte[0], line?.gapFte[lastYear], line?.gapWithPlanFte[lastYear]];
  const gapIn = (month: string) => figureAddress(head, `gapFte:${place.code}:${month}`);
  if (now === undefined || then === undefined) return null;
  return (
    <Headline
      figures={[
        {
          label: `Gap in ${formatMonthName(head.months[0] ?? '')}`,
          amount: `${formatGap(now.mean)} FTE`,
          note: `eight in ten: ${formatRange(now)}`,
          href: gapIn(head.months[0] ?? ''),
        },
        {
          label: `Gap in ${formatMonthName(head.months[last] ?? '')}`,
          amount: `${formatGap(then.mean)} FTE`,
          note: `as things go; eight in ten: ${formatRange(then)}`,
          href: gapIn(head.months[last] ?? ''),
        },
        ...(planned === undefined
          ? []
          : [
              {
                label: `Gap in ${formatMonthName(head.months[last] ?? '')} with the plan`,
                amount: `${formatGap(planned.mean)} FTE`,
                note: `eight in ten: ${formatRange(planned)}`,
                href: figureAddress(head, `with-plan/gapFte:${place.code}:${head.months[last] ?? ''}`),
              },
            ]),
        {
          label: 'Chance of people enough in all',
          amount: `${formatChance(chance?.before[last] ?? 0)} → ${formatChance(chance?.after[last] ?? 0)}`,
          note: 'as things go → with the plan',
          href: null,
        },
        {
          label: 'Started by the plan here and below',
          amount: `${formatNumber(part.channels.reduce((sum, { people }) => sum + people, 0))} people`,
          note: `${formatGbp(cost)} over the whole plan`,
          href: figureAddress(head, `starts:${place.code}`),
        },
      ]}
    />
  );
}

function FamilyTable({ view: { head, part }, place }: OfPlace) {
  const index = indexSeries(part.series);
  const last = head.months.length - 1;
  const rows = head.families.map(({ id, name }) => {
    const at = (measure: 'fte' | 'demandFte' | 'gapFte') =>
      estimateAt(index.find({ measure, place: place.code, family: id }), last);
    const addressOf = (measure: 'fte' | 'demandFte' | 'gapFte') =>
      figureAddress(head, `${measure}:${place.code}:family=${id}:${head.months[last] ?? ''}`);
    return {
      key: id,
      header: name,
      cells: [
        <a href={addressOf('demandFte')}>{formatCount(at('demandFte').mean)}</a>,
        <a href={addressOf('fte')}>{formatCount(at('fte').mean)}</a>,
        <a href={addressOf('gapFte')}>{formatGap(at('gapFte').mean)}</a>,
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
          { key: 'need', label: 'Demand', kind: 'number' },
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
