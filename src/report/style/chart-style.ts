// The marks of the charts: each kind of line has its own colour and its own dash, so that neither is needed alone.
export const chartStyle = `
figure.chart { margin: 3.5rem 0 0; }
figure.chart h3 { margin: 0 0 0.3rem; max-width: 46rem; }
.subtitle { max-width: 46rem; margin-bottom: 0.9rem; font-size: 0.9375rem; color: var(--muted); }
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.5rem; margin: 0 0 1.1rem; padding: 0; list-style: none; font-size: 0.9375rem; }
.mark { margin-right: 0.5rem; vertical-align: -0.12em; }
figcaption { max-width: 41rem; margin: 1rem 0 0.6rem; font-size: 0.9375rem; line-height: 1.5; color: var(--muted); }
.panels { display: grid; gap: 2.25rem 2.5rem; }
.panels > div { display: flex; flex-direction: column; min-width: 0; }
.panels > div > :nth-last-child(2) { flex: 1; }
.panels.two { grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
.panels.many { grid-template-columns: repeat(auto-fill, minmax(min(15.5rem, 100%), 1fr)); }
.panel-note { margin: 0 0 0.4rem; font-size: 0.875rem; line-height: 1.4; color: var(--muted); }
.plot, .track { display: block; overflow: visible; }
.plot text, .track text { font-size: 12.5px; font-variant-numeric: tabular-nums lining-nums; fill: var(--ink); }
/* The drawing is the plot itself; its axis labels stand outside it, in these margins. */
svg.plot { width: calc(100% - 66px); margin: 18px 10px 36px 56px; }
.plot .axis, .track .axis { fill: var(--muted); }
.grid, .tick { stroke: var(--rule); stroke-width: 1; shape-rendering: crispEdges; }
.tick { stroke: var(--muted); }
.line { fill: none; stroke-width: 2.5; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.line.supply { stroke: var(--supply); }
.line.demand { stroke: var(--demand); stroke-dasharray: 7 4; }
.line.before { stroke: var(--before); stroke-width: 2; stroke-dasharray: 1.5 3.5; }
.band { opacity: var(--band); stroke: none; }
.band.supply { fill: var(--supply); }
.band.demand { fill: var(--demand); }
.band.before { fill: var(--before); opacity: calc(var(--band) * 0.7); }
.plot .end { font-size: 14px; font-weight: 650; paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; }
.end.supply { fill: var(--supply); }
.end.demand { fill: var(--demand); }
.end.before { fill: var(--before); }
.plot .value { font-size: 12px; font-weight: 600; }
.tier-national { fill: var(--tier-national); }
.tier-region { fill: var(--tier-region); }
.tier-system { fill: var(--tier-system); }
.tier-organisation { fill: var(--tier-organisation); }
rect[class^='tier-'] { stroke: var(--paper); stroke-width: 1; }
.rows { display: grid; gap: 0.35rem; margin: 1.25rem 0; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; align-items: center; font-size: 0.9375rem; line-height: 1.35; }
.row-value { font-variant-numeric: tabular-nums lining-nums; color: var(--muted); white-space: nowrap; text-align: right; }
.row .track { grid-column: 1 / -1; }
.reference { stroke: var(--ink); stroke-width: 1.5; }
.swing { fill: var(--demand); opacity: 0.3; }
.at-low { fill: var(--paper); stroke: var(--demand); stroke-width: 2; }
.at-high { fill: var(--demand); stroke: var(--demand); stroke-width: 1.5; }
.band.step { opacity: 0.45; }
.step-end { stroke: var(--paper); stroke-width: 1; }
.step-end.supply { fill: var(--supply); }
.step-end.demand { fill: var(--paper); stroke: var(--demand); stroke-width: 2; }
.whisker { stroke: var(--supply); stroke-width: 3; opacity: 0.55; }
.in-post { stroke: var(--supply); stroke-width: 3; }
.ours { fill: var(--supply); stroke: var(--paper); stroke-width: 1.5; }
.part rect { stroke: var(--paper); stroke-width: 1.5; }
.share-first rect { fill: var(--surface); stroke: var(--muted); stroke-width: 1; }
.share-second rect { fill: var(--supply); }
.share-third rect { fill: var(--demand); }
.track .share-second text, .track .share-third text { fill: var(--on-strong); }
@media (max-width: 40rem) {
  .spare text { display: none; }
  .plot .value { font-size: 10px; }
}
@media (min-width: 48rem) {
  .row { grid-template-columns: minmax(0, 18rem) minmax(7rem, auto) minmax(0, 1fr); gap: 0 1.25rem; }
  .row .track { grid-column: 3; }
  .rows { grid-template-columns: minmax(0, 18rem) max-content minmax(0, 1fr); gap: 0.35rem 1.25rem; }
  .row { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; }
}
`;
