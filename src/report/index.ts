// The door of report/: the printed plan, and the charts it shares with every page.
export * from './chart/chart-figure.tsx';
export * from './chart/data-table.tsx';
export * from './chart/fan-chart.tsx';
export * from './chart/range-chart.tsx';
export * from './chart/share-bars.tsx';
export * from './chart/stacked-bars.tsx';
export * from './chart/timeline-chart.tsx';
export * from './chart/supply-demand-figure.tsx';
export * from './chart/tornado-chart.tsx';
export { renderBacktestReport } from './backtest-report.tsx';
export * from './blueprint-page.tsx';
export * from './plan-report.tsx';
export * from './gap-shade.ts';
export * from './number-format.ts';
export * from './series-index.ts';
export { chartStyle } from './style/chart-style.ts';
export { lightColours } from './style/colours.ts';
export { tableStyle } from './style/table-style.ts';
