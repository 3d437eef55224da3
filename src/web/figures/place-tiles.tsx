// The places as tiles, region by region, shaded by how much of their need is missing; name and figures stand in each.
import {
  formatCount,
  formatRange,
  formatShare,
  formatShortGap,
  shadeOn,
  shadeSteps,
  type GapShade,
  type ShadeStep,
} from '#report';
import type { OverviewPart, PlanHead } from '#service';

type PlanPlace = PlanHead['places'][number];
type PlaceLine = OverviewPart['places'][number];

/** Which futures are shown: as things go, or with the plan. */
export type TileView = 'as-things-go' | 'with-plan';

export type PlaceTilesProps = {
  readonly places: readonly PlanPlace[];
  readonly overview: OverviewPart;
  /** Index into the overview's months. */
  readonly monthIndex: number;
  readonly shown: TileView;
};

/** A place's gap in the month shown, and the share of its need that is missing: below 0 where there is more. */
type PlaceGap = { readonly gap: PlaceLine['gapFte'][number]; readonly missing: number };

export function PlaceTiles({ places, overview, monthIndex, shown }: PlaceTilesProps) {
  const gaps = new Map<string, PlaceGap>();
  for (const line of overview.places) {
    const gap = (shown === 'with-plan' ? line.gapWithPlanFte : line.gapFte)[monthIndex];
    if (gap === undefined) continue;
    gaps.set(line.code, { gap, missing: -gap.mean / Math.max(line.demandFte[monthIndex] ?? 0, 1) });
  }
  const groups = groupsOf(places.filter(({ code }) => gaps.has(code)));
  const tiles = groups.flatMap(({ members }) => members.flatMap(({ code }) => gaps.get(code) ?? []));
  const steps = shadeSteps(tiles.map(({ missing }) => missing));
  return (
    <>
      <ShadeKey steps={steps} shades={new Set(tiles.map(({ missing }) => shadeOn(steps, missing)))} />
      <ul className="tiles">
        {groups.map(({ head, members }) => (
          <li key={head.code}>
            <h3>
              <a href={`/projections/${head.code}`}>{head.name}</a>
              <GapOf gap={gaps.get(head.code)} />
            </h3>
            <ul>
              {members.map((place) => (
                <li key={place.code}>
                  <Tile place={place} gap={gaps.get(place.code)} steps={steps} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The steps of the scale that some tile has. */
function ShadeKey({ steps, shades }: { readonly steps: readonly ShadeStep[]; readonly shades: ReadonlySet<GapShade> }) {
  const meanings: readonly (readonly [GapShade, string])[] = [
    ...steps.map(
      ({ shade, from, to }) => [shade, `${formatShare(from)} to ${formatShare(to)} of the need missing`] as const,
    ),
    ['even', 'within 5% of the need'],
    ['over', 'over 5% more than is needed'],
  ];
  return (
    <ul className="tile-key" aria-label="Shading">
      {meanings
        .filter(([shade]) => shades.has(shade))
        .map(([shade, meaning]) => (
          <li key={shade}>
            <span className={`tile-shade tile ${shade}`} aria-hidden="true" />
            {meaning}
          </li>
        ))}
    </ul>
  );
}

function GapOf({ gap: at }: { readonly gap: PlaceGap | undefined }) {
  if (at === undefined) return null;
  return (
    <span className="tile-sum">
      {formatCount(at.gap.mean)} FTE <span className="source">({formatRange(at.gap)})</span>
    </span>
  );
}

type TileProps = {
  readonly place: PlanPlace;
  readonly gap: PlaceGap | undefined;
  readonly steps: readonly ShadeStep[];
};

/** The bar says by its length what the shade says by its colour. */
function Tile({ place, gap: at, steps }: TileProps) {
  if (at === undefined) return null;
  const { gap, missing } = at;
  return (
    <a className={`tile ${shadeOn(steps, missing)}`} href={`/projections/${place.code}`}>
      <span>{place.name}</span>
      <span>
        <b>
          <span className="hidden">gap </span>
          {formatShortGap(gap.mean)}
        </b>{' '}
        {missing > 0 ? `${formatShare(missing)} short` : `${formatShare(-missing)} over`}
        <span className="hidden">; FTE, eight in ten between {formatRange(gap).replace(' to ', ' and ')}</span>
      </span>
      <svg className="tile-bar" height="5" width="100%" aria-hidden="true">
        <rect width={`${Math.round(Math.min(1, Math.abs(missing)) * 100)}%`} height="5" />
      </svg>
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
