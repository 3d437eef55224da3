// What the design system has no component for: the masthead without a logo, tiles, figures beside each other, print.
export const ownStyle = `
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.nhsuk-header__service-name { font-size: 1.375rem; font-weight: 600; }
.nhsuk-header__account-item form { display: inline; }
.figures { margin: 0 0 2rem; padding: 0.25rem 1.5rem 1rem; font-size: 1rem; background: #fff; border: 1px solid #d8dde0; }
.figures figure.chart { margin-top: 1.25rem; }
main h1, .nhsuk-summary-list__value { overflow-wrap: anywhere; }
.headline { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); margin: 0 0 2rem; padding: 0; list-style: none; }
.headline li { margin: 0; padding: 1rem 1.25rem; background: #fff; border: 1px solid #d8dde0; border-top: 4px solid #005eb8; }
.headline .amount { display: block; font-size: 1.75rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
.headline .range { display: block; color: #4c6272; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: 1.5rem; margin: 0 0 2rem; padding: 0; list-style: none; }
.tiles h3 { font-size: 1.0625rem; margin: 0 0 0.4rem; }
.tiles ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(4.6rem, 1fr)); gap: 0.25rem; margin: 0; padding: 0; list-style: none; }
.tiles li { margin: 0; }
.tile { display: flex; flex-direction: column; justify-content: space-between; min-height: 3.6rem; padding: 0.3rem 0.4rem; border: 1px solid #768692; color: #212b32; font-size: 0.8125rem; line-height: 1.15; text-decoration: none; }
.tile:link, .tile:visited { color: #212b32; }
.tile:hover { outline: 3px solid #005eb8; outline-offset: -3px; }
.tile b { font-size: 1rem; font-variant-numeric: tabular-nums; }
.tile.short-1 { background: var(--short-1); }
.tile.short-2 { background: var(--short-2); }
.tile.short-3 { background: var(--short-3); }
.tile.short-4, .tile.short-4:link, .tile.short-4:visited { background: var(--short-4); color: #fff; }
.tile.over { background: var(--over); }
.tile-key { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 0 0 1rem; padding: 0; list-style: none; font-size: 0.9375rem; }
.tile-sum { margin-left: 0.5rem; font-weight: 400; }
.tile-key .tile-shade { min-height: 0; }
.tile-key span { display: inline-block; width: 1.4rem; height: 1.1rem; margin-right: 0.4rem; border: 1px solid #768692; vertical-align: -0.2em; }
.bench { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem 2.5rem; }
.levers { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); margin: 0 0 1.5rem; }
.lever label { display: block; font-weight: 600; }
.lever .source { display: block; }
.lever input[type='range'] { flex: 1; min-width: 8rem; min-height: 2rem; }
@media (min-width: 64rem) { .bench { grid-template-columns: 20rem minmax(0, 1fr); } .bench .levers { grid-template-columns: 1fr; align-content: start; } }
.meter { width: 100%; max-width: 30rem; height: 1.25rem; }
.cluster { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; margin-bottom: 1.5rem; }
.cluster > .nhsuk-form-group { max-width: 100%; }
main table code { white-space: normal; overflow-wrap: anywhere; }
.lever .cluster { margin-bottom: 0; }
.nhsuk-select { max-width: 100%; }
main h2:not([class]) { margin: 2rem 0 1rem; font-size: 1.5rem; line-height: 1.3; }
main h3:not([class]) { font-size: 1.1875rem; line-height: 1.4; }
.figures > :last-child, .figures table:last-child { margin-bottom: 0; }
.nhsuk-inset-text { font-size: 1.1875rem; line-height: 1.5; }
.cluster .nhsuk-button, .cluster .nhsuk-form-group { margin-bottom: 0; }
.scroll { max-width: 100%; padding-inline: 3px; overflow-x: auto; }
.figures .command, .figures .hash { overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.source { font-size: 0.9375rem; color: #4c6272; }
@media print {
  .nhsuk-header, .nhsuk-footer, .nhsuk-breadcrumb, .nhsuk-skip-link, .no-print { display: none; }
  details > * { display: block; }
}
`;
