// What the design system has no component for: the masthead without a logo, tiles, figures beside each other, print.
export const ownStyle = `
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* As wide as a table of twelve columns needs; sentences keep to their own measure. */
@media (min-width: 48.0625em) {
  .nhsuk-width-container { max-width: none; margin-inline: max(2rem, calc((100% - 75rem) / 2)); }
  .menu-button { display: none; }
  .nhsuk-header__navigation[popover] { display: block; position: static; inset: auto; width: auto; height: auto; margin: 0; padding: 0; overflow: visible; }
  .nhsuk-header__navigation-item { padding: 0 0.8rem; }
  .nhsuk-header__navigation-link { padding-block: 0.7rem; }
  .nhsuk-header__navigation-list { flex-wrap: wrap; width: calc(100% + 1.6rem); margin-inline: -0.8rem; }
}
.menu-button { margin: 0 1rem 0.75rem; padding: 0.5rem 1rem; border: 1px solid #fff; border-radius: 4px; color: #fff; background: #004b93; font: inherit; font-size: 1rem; cursor: pointer; }
.menu-button span { font-weight: 600; }
.menu-button:focus { outline: 4px solid transparent; color: #212b32; background: #ffeb3b; box-shadow: 0 4px #212b32; }
@supports not selector(:popover-open) { .menu-button { display: none; } }
@media (max-width: 48.0524em) {
  .nhsuk-header__navigation[popover] { inset: 0 0 auto; width: 100%; max-width: none; max-height: 100%; margin: 0; padding: 1rem 0; color: #fff; background: #005eb8; }
  .nhsuk-header__navigation[popover] .menu-button { margin: 0 0 0.75rem; }
  .nhsuk-header__navigation-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); }
  .nhsuk-header__navigation-link { font-size: 1rem; padding-block: 0.6rem; }
}
.nhsuk-footer__list { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin-bottom: 0; }
main form .nhsuk-form-group, main form .nhsuk-fieldset { max-width: 46rem; }
main form .cluster .nhsuk-form-group { max-width: 100%; }
.nhsuk-header__service-name { font-size: 1.375rem; font-weight: 600; }
.nhsuk-header__account-item form { display: inline; }
.figures { margin: 0 0 2rem; padding: 0.25rem 1.5rem 1rem; font-size: 1rem; background: #fff; border: 1px solid #d8dde0; }
.figures figure.chart { margin-top: 1.25rem; }
main h1, main p, main .hash, .nhsuk-summary-list__value { overflow-wrap: anywhere; }
.verdict { max-width: 46rem; font-size: 1.375rem; line-height: 1.4; }
.headline { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(12.5rem, 100%), 1fr)); margin: 0 0 2rem; padding: 0; list-style: none; }
.headline li { margin: 0; padding: 1rem 1.25rem; background: #fff; border: 1px solid #d8dde0; border-top: 4px solid #005eb8; }
.headline .amount { display: block; font-size: 1.75rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
.headline .range { display: block; color: #4c6272; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1.5rem; margin: 0 0 2rem; padding: 0; list-style: none; }
.tiles h3 { font-size: 1.0625rem; margin: 0 0 0.4rem; }
.tiles ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(7.6rem, 1fr)); gap: 0.25rem; margin: 0; padding: 0; list-style: none; }
.tiles li { margin: 0; }
.tile { display: flex; flex-direction: column; justify-content: space-between; gap: 0.35rem; height: 100%; min-height: 5.2rem; padding: 0.35rem 0.3rem 0.4rem; overflow-wrap: anywhere; hyphens: auto; border: 1px solid #768692; color: #212b32; font-size: 0.8125rem; line-height: 1.15; text-decoration: none; }
.tile:link, .tile:visited { color: #212b32; }
.tile:hover { outline: 3px solid #005eb8; outline-offset: -3px; }
.part-help { margin: 2.5rem 0 0; padding-top: 0.75rem; border-top: 1px solid #d8dde0; }
.tile-bar { display: block; background: rgb(255 255 255 / 60%); }
.tile-bar rect { fill: #212b32; }
.tile.short-4 .tile-bar { background: rgb(255 255 255 / 25%); }
.tile.short-4 .tile-bar rect { fill: #fff; }
.figures caption span { max-width: min(100%, calc(100vw - 5rem)); }
.tile b { font-size: 1.0625rem; font-variant-numeric: tabular-nums; }
.tile.short-1 { background: var(--short-1); }
.tile.short-2 { background: var(--short-2); }
.tile.short-3 { background: var(--short-3); }
.tile.short-4, .tile.short-4:link, .tile.short-4:visited { background: var(--short-4); color: #fff; }
.tile.over { background: var(--over); }
.tile-key { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 0 0 1rem; padding: 0; list-style: none; font-size: 0.9375rem; }
.tile-sum { display: block; font-weight: 400; font-variant-numeric: tabular-nums; }
.tile-key .tile-shade { min-height: 0; padding: 0; }
.tile-key span { display: inline-block; width: 1.4rem; height: 1.1rem; margin-right: 0.4rem; border: 1px solid #768692; vertical-align: -0.2em; }
.bench { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem 2.5rem; }
.levers { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); margin: 0 0 1.5rem; }
.lever label { display: block; font-weight: 600; }
.lever .source { display: block; }
.lever input[type='range'] { flex: 1; min-width: 8rem; min-height: 2rem; }
@media (min-width: 64rem) { .bench { grid-template-columns: 20rem minmax(0, 1fr); } .bench .levers { grid-template-columns: 1fr; align-content: start; } }
.bench-sum { position: sticky; top: 0; z-index: 1; margin: 0 0 1rem; padding: 0.5rem 0.75rem; background: #fff; border: 1px solid #d8dde0; border-left: 4px solid #005eb8; }
.lever-groups { display: grid; gap: 1.5rem; align-content: start; }
.lever-groups .levers { margin: 0; }
.meter { width: 100%; max-width: 30rem; height: 1.25rem; }
.cluster { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; margin-bottom: 1.5rem; }
.cluster > .nhsuk-form-group { max-width: 100%; }
main code { color: inherit; }
main table code { white-space: normal; overflow-wrap: anywhere; }
.lever .cluster { margin-bottom: 0; }
.nhsuk-select { max-width: 100%; }
main h2:not([class]) { margin: 2rem 0 1rem; font-size: 1.5rem; line-height: 1.3; }
main h3:not([class]) { font-size: 1.1875rem; line-height: 1.4; }
.figures > :last-child, .figures table:last-child { margin-bottom: 0; }
.nhsuk-inset-text { font-size: 1.1875rem; line-height: 1.5; }
.cluster .nhsuk-button, .cluster .nhsuk-form-group, .cluster .cluster, .cluster > p { margin-bottom: 0; }
.cluster > p { align-self: center; }
.scroll { max-width: 100%; padding-inline: 3px; overflow-x: auto; }
.figures .command, .figures .hash { overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.source { font-size: 0.9375rem; color: #4c6272; }
@media (max-width: 40rem) {
  .figures { padding-inline: 0.75rem; }
  .headline .amount { font-size: 1.5rem; }
  .nhsuk-header__account-link, .nhsuk-header__account-button { padding-inline: 0.6rem; font-size: 0.9375rem; }
  .figures tbody th { min-width: 6.5rem; }
  .figures th, .figures td { padding-right: 0.6rem; }
}
@media print {
  @page { size: A4; margin: 15mm; }
  body { background: #fff; font-size: 10pt; }
  .figures, .headline li { border-color: #aeb7bd; }
  .figures { padding: 0 0 3mm; border-width: 0 0 1px; }
  .figures table { font-size: 7.5pt; }
  .figures th, .figures td, .figures thead th { padding: 1mm 2mm 1mm 0; min-width: 0; font-size: inherit; }
  /* The design system writes each link's address behind it, which a table has no room for. */
  main a:link::after, main a:visited::after { content: none; }
  main a { color: inherit; }
  .panels.two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .headline { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  h2, h3, caption, .legend, .subtitle { break-after: avoid; }
  .headline, tr, .plot, .tiles > li, .nhsuk-summary-list__row { break-inside: avoid; }
  thead { display: table-header-group; }
  .figures .scroll { overflow: visible; background: none; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  tr:has(.within-year) { display: none; }
  .nhsuk-header, .nhsuk-footer, .nhsuk-breadcrumb, .nhsuk-skip-link, .no-print { display: none; }
  details > * { display: block; }
}
`;
