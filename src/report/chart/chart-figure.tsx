// The frame every chart stands in: a title that says what is seen, the chart, a caption in words, and its figures as a table.
import type { ReactNode } from 'react';

export type ChartFigureProps = {
  readonly id: string;
  /** The finding, as a headline. */
  readonly title: string;
  /** What is drawn and in which unit. */
  readonly subtitle: string;
  readonly legend: readonly LegendEntry[];
  /** What the chart shows, in sentences. */
  readonly caption: string;
  /** The same figures as a table; it is put under a disclosure. */
  readonly table: ReactNode;
  readonly children: ReactNode;
};

/** What a mark stands for; the mark's class is the one that the chart draws with. */
export type LegendEntry = { readonly mark: LegendMark; readonly label: string };

export type LegendMark =
  | { readonly kind: 'line'; readonly tone: Tone }
  | { readonly kind: 'bar'; readonly tone: string }
  | { readonly kind: 'dot'; readonly tone: string };

/** What a line speaks of; the style sheet gives each its own colour and its own dash. */
export type Tone = 'supply' | 'demand' | 'before';

export function ChartFigure({ id, title, subtitle, legend, caption, table, children }: ChartFigureProps) {
  return (
    <figure id={id} className="chart" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p className="subtitle">{subtitle}</p>
      {legend.length === 0 ? null : (
        <ul className="legend">
          {legend.map((entry) => (
            <li key={entry.label}>
              <Mark mark={entry.mark} />
              {entry.label}
            </li>
          ))}
        </ul>
      )}
      {children}
      <figcaption>{caption}</figcaption>
      <details>
        <summary>
          The figures as a table<span className="hidden">: {title}</span>
        </summary>
        {table}
      </details>
    </figure>
  );
}

function Mark({ mark }: { readonly mark: LegendMark }) {
  switch (mark.kind) {
    case 'line':
      return (
        <svg className="mark" width="28" height="14" aria-hidden="true">
          <rect className={`band ${mark.tone}`} x="0" y="1" width="28" height="12" />
          <line className={`line ${mark.tone}`} x1="0" x2="28" y1="7" y2="7" />
        </svg>
      );
    case 'bar':
      return (
        <svg className="mark" width="14" height="14" aria-hidden="true">
          <rect className={mark.tone} x="0.5" y="0.5" width="13" height="13" />
        </svg>
      );
    case 'dot':
      return (
        <svg className="mark" width="14" height="14" aria-hidden="true">
          <circle className={mark.tone} cx="7" cy="7" r="4.5" />
        </svg>
      );
  }
}
