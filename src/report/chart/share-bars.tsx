// Bars of equal length divided into shares that add up to one, each share written into its part where it fits.
import { formatShare } from '../number-format.ts';
import { percent } from './plot-frame.tsx';
import { RowPlot, TRACK_HEIGHT_PX } from './row-plot.tsx';

export type ShareRow = {
  readonly key: string;
  readonly label: string;
  readonly note: string | null;
  readonly value: string;
  /** Shares of the whole in the order drawn, each 0..1. */
  readonly parts: readonly { readonly tone: string; readonly share: number }[];
};

export type ShareBarsProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly ShareRow[];
};

/** Below this share a part is too narrow, on a phone, for its own figure. */
const NARROWEST_LABELLED = 0.14;

export function ShareBars({ id, title, description, rows }: ShareBarsProps) {
  return (
    <RowPlot
      id={id}
      title={title}
      description={description}
      ticks={[0, 0.5, 1].map((share) => ({ at: share, label: formatShare(share) }))}
      reference={null}
      rows={rows.map((row) => ({
        key: row.key,
        label: row.label,
        note: row.note,
        value: row.value,
        marks: <Parts row={row} />,
      }))}
    />
  );
}

function Parts({ row }: { readonly row: ShareRow }) {
  let from = 0;
  const placed = row.parts.map((part) => {
    const start = from;
    from += part.share;
    return { ...part, start };
  });
  return placed.map((part) => (
    <g key={part.start} className={`part ${part.tone}`}>
      <rect x={percent(part.start)} width={percent(part.share)} y="4" height={TRACK_HEIGHT_PX - 8} />
      {part.share < NARROWEST_LABELLED ? null : (
        <text x={percent(part.start + part.share / 2)} y={TRACK_HEIGHT_PX / 2} dy="0.34em" textAnchor="middle">
          {formatShare(part.share)}
        </text>
      )}
    </g>
  ));
}
