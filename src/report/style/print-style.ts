// Paper: smaller type, every disclosure opened where the browser can, nothing split that belongs together, no floods of ink.
export const printStyle = `
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  body { font-size: 9.5pt; line-height: 1.45; }
  .plot text, .track text { font-size: 8pt; }
  .skip, nav { display: none; }
  .masthead, .page, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .page { display: block; }
  .wordmark { margin-bottom: 22mm; }
  footer { margin-top: 6mm; padding-top: 2mm; padding-bottom: 0; break-before: avoid; }
  section { padding-top: 11mm; }
  h2, h3, h4, summary, caption, .subtitle, .legend, .panel-note { break-after: avoid; }
  .row, .rows, .panels > div, .key-figures div, tr, li, .notice, .plot { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  figure.chart > details > summary { display: none; }
  summary::before { content: ''; width: 0; }
  tr:has(.within-year) { display: none; }
  .key-figures { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 6mm 7mm; }
  .panels.two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .panels.many { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 5mm 6mm; }
  .scroll { overflow: visible; background: none; }
  .heat-table tbody tr:not(.group) th { position: static; }
  table, .heat-table { font-size: 7.5pt; }
  caption, figcaption, .subtitle, .legend, .note { font-size: 8pt; }
  th, td { padding: 1.2mm 2.5mm 1.2mm 0; }
  thead th, .heat-table thead th { font-size: inherit; }
  tbody th, tfoot th { min-width: 30mm; }
  td.text { min-width: 0; }
  .heat-table { font-size: 6.5pt; }
  .heat-table th, .heat-table td { padding: 0.7mm 0.6mm; min-width: 0; }
  .heat-table tbody th { min-width: 26mm; max-width: 36mm; }
  .heat-table .upright { width: auto; padding: 1mm 0; }
  .heat-table .second { border-left-width: 3mm; }
  .heat, rect, circle, .band { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;
