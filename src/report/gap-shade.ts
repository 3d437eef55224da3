// The shade of a gap: how much of the need is missing, in steps that a reader can tell apart.

export type GapShade = 'short-4' | 'short-3' | 'short-2' | 'short-1' | 'even' | 'over';

/** The shade of a gap by its share of the need; less than half a post is no gap at all. */
export function heatOf(gapFte: number, demandFte: number): GapShade {
  const share = Math.abs(gapFte) / Math.max(demandFte, 1);
  if (Math.abs(gapFte) < 0.5 || share <= 0.05) return 'even';
  if (gapFte > 0) return 'over';
  if (share <= 0.15) return 'short-1';
  if (share <= 0.25) return 'short-2';
  return share <= 0.4 ? 'short-3' : 'short-4';
}
