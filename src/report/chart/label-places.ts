// Where the number of each point of a curve can stand so that it lies on no other number and on no other point.

/** A point on the plot: across as a share of its width, down in pixels. */
export type PlotPoint = { readonly across: number; readonly downPx: number };

/** Where a label stands from its point; anchored in the middle above it, else at its start. */
export type LabelPlace = { readonly dx: number; readonly dy: number; readonly anchor: 'start' | 'middle' };

/** In the order in which they are tried: the curve falls, so that there is room above it. */
const PLACES: readonly LabelPlace[] = [
  { dx: 7, dy: -8, anchor: 'start' },
  { dx: 9, dy: 4, anchor: 'start' },
  { dx: 0, dy: -11, anchor: 'middle' },
  { dx: 0, dy: 19, anchor: 'middle' },
];

/** The plot on a phone and on a desk: between the two, labels only move apart. */
const PLOT_WIDTHS_PX = [210, 700];

const DIGIT_PX = 9;
const LINE_PX = 13;
const RADIUS_PX = 5;

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** @returns one place a label, in the order of the points; null where there is none that is free */
export function labelPlaces(points: readonly PlotPoint[], texts: readonly string[]): readonly (LabelPlace | null)[] {
  const placed: (LabelPlace | null)[] = [];
  points.forEach((_, index) => {
    const isFree = (place: LabelPlace): boolean => PLOT_WIDTHS_PX.every((widthPx) => isClear(index, place, widthPx));
    placed.push(PLACES.find(isFree) ?? null);
  });
  return placed;

  function isClear(index: number, place: LabelPlace, widthPx: number): boolean {
    const own = labelBox(index, place, widthPx);
    const isOnPoint = points.some((point, other) => other !== index && overlaps(own, dotBox(point, widthPx)));
    if (isOnPoint) return false;
    return placed.every((taken, other) => taken === null || !overlaps(own, labelBox(other, taken, widthPx)));
  }

  function labelBox(index: number, { dx, dy, anchor }: LabelPlace, widthPx: number): Box {
    const { across, downPx } = points[index] ?? { across: 0, downPx: 0 };
    const textPx = (texts[index] ?? '').length * DIGIT_PX;
    const left = across * widthPx + dx - (anchor === 'middle' ? textPx / 2 : 0);
    return { left, right: left + textPx, top: downPx + dy - LINE_PX + 2, bottom: downPx + dy + 2 };
  }
}

function dotBox({ across, downPx }: PlotPoint, widthPx: number): Box {
  const x = across * widthPx;
  return { left: x - RADIUS_PX, right: x + RADIUS_PX, top: downPx - RADIUS_PX, bottom: downPx + RADIUS_PX };
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
