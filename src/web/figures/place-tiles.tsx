// The places as tiles, region by region, shaded by how much of their need is missing; the figure stands in each tile.
import { formatCount, formatShortGap, heatOf, type GapShade } from '#report';
import type { OverviewPart, PlanHead } from '#service';

type PlanPlace = PlanHead['places'][number];
type PlaceLine = OverviewPart['places'][number];

export type PlaceTilesProps = {
  readonly places: readonly PlanPlace[];
  readonly overview: OverviewPart;
  /** Index into the overview's months. */
  readonly monthIndex: number;
};

const KEY: readonly (readonly [GapShade, string])[] = [
  ['short-4', 'over 40% of the need is missing'],
  ['short-3', '25 to 40%'],
  ['short-2', '15 to 25%'],
  ['short-1', '5 to 15%'],
  ['even', 'within 5%'],
  ['over', 'over 5% more than is needed'],
];

export function PlaceTiles({ places, overview, monthIndex }: PlaceTilesProps) {
  const lines = new Map(overview.places.map((line) => [line.code, line]));
  const seen = places.filter(({ code }) => lines.has(code));
  const groups = groupsOf(seen);
  return (
    <>
      <ul className="tile-key" aria-label="Shading">
        {KEY.map(([shade, meaning]) => (
          <li key={shade}>
            <span className={`tile-shade tile ${shade}`} aria-hidden="true" />
            {meaning}
          </li>
        ))}
      </ul>
      <ul className="tiles">
        {groups.map(({ head, members }) => (
          <li key={head.code}>
            <h3>
              <a href={`/projections/${head.code}`}>{head.name}</a>
              <GapOf line={lines.get(head.code)} monthIndex={monthIndex} />
            </h3>
            <ul>
              {members.map((place) => (
                <li key={place.code}>
                  <Tile place={place} line={lines.get(place.code)} monthIndex={monthIndex} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

type AtMonth = { readonly line: PlaceLine | undefined; readonly monthIndex: number };

function GapOf({ line, monthIndex }: AtMonth) {
  const gap = line?.gapFte[monthIndex];
  return gap === undefined ? null : <span className="tile-sum">{formatShortGap(gap.mean)} FTE</span>;
}

function Tile({ place, line, monthIndex }: AtMonth & { readonly place: PlanPlace }) {
  const gap = line?.gapFte[monthIndex];
  const demand = line?.demandFte[monthIndex] ?? 0;
  if (gap === undefined) return null;
  return (
    <a className={`tile ${heatOf(gap.mean, demand)}`} href={`/projections/${place.code}`} title={place.name}>
      <span className="hidden">{place.name}: gap </span>
      <b>{formatShortGap(gap.mean)}</b>
      <span className="hidden">
        FTE, eight in ten between {formatCount(gap.p10)} and {formatCount(gap.p90)}
      </span>
      <span aria-hidden="true">{place.code}</span>
    </a>
  );
}

type TileGroup = { readonly head: PlanPlace; readonly members: readonly PlanPlace[] };

/** Each place that has places directly below it, with those; a place alone heads a group of itself. */
function groupsOf(places: readonly PlanPlace[]): readonly TileGroup[] {
  const lowest = places.filter(({ code }) => !places.some(({ parent }) => parent === code));
  const heads = places.filter(({ code }) => lowest.some(({ parent }) => parent === code));
  const grouped = heads.map((head) => ({ head, members: lowest.filter(({ parent }) => parent === head.code) }));
  const alone = lowest.filter(({ parent }) => !heads.some(({ code }) => code === parent));
  return [...grouped, ...alone.map((head) => ({ head, members: [head] }))];
}
