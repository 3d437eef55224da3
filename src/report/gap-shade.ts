// The shade of a gap: how much of the need is missing, in steps that a reader can tell apart.

export type GapShade = 'short-4' | 'short-3' | 'short-2' | 'short-1' | 'even' | 'over';

/** Up to this share of the need a gap is none to speak of. */
const EVEN_SHARE = 0.05;

/** The shade of a gap by its share of the need; less than half a post is no gap at all. */
export function heatOf(gapFte: number, demandFte: number): GapShade {
  const share = Math.abs(gapFte) / Math.max(demandFte, 1);
  if (Math.abs(gapFte) < 0.5 || share <= EVEN_SHARE) return 'even';
  if (gapFte > 0) return 'over';
  if (share <= 0.15) return 'short-1';
  if (share <= 0.25) return 'short-2';
  return share <= 0.4 ? 'short-3' : 'short-4';
}

/** One step of a scale of shades: shares of the need that are missing, from one to below the other. */
export type ShadeStep = { readonly shade: GapShade; readonly from: number; readonly to: number };

const SHORT: readonly GapShade[] = ['short-1', 'short-2', 'short-3', 'short-4'];

/** Steps of equal width in whole percent over what these places lack, so that places that are all short can still be told
 *  apart. @param missing share of the need that is missing in each place, below 0 where there is more than is needed */
export function shadeSteps(missing: readonly number[]): readonly ShadeStep[] {
  const percents = missing.filter((share) => share > EVEN_SHARE).map((share) => share * 100);
  if (percents.length === 0) return [];
  const low = Math.floor(Math.min(...percents));
  const width = Math.max(1, Math.ceil((Math.max(...percents) - low) / SHORT.length));
  return SHORT.map((shade, step) => ({
    shade,
    from: (low + step * width) / 100,
    to: (low + (step + 1) * width) / 100,
  }));
}

/** The shade of a share on such a scale. */
export function shadeOn(steps: readonly ShadeStep[], missing: number): GapShade {
  if (missing < -EVEN_SHARE) return 'over';
  if (missing <= EVEN_SHARE) return 'even';
  return steps.find(({ to }) => missing < to)?.shade ?? 'short-4';
}
