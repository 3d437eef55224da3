// Paper: smaller type, every disclosure opened where the browser can, nothing split that belongs together, no floods of ink.
export const printStyle = `
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  body { font-size: 9.5pt; line-height: 1.45; }
  .skip, nav { display: none; }
  .masthead, .page, footer { max-width: none; padding-left: 0; padding-right: 0; }
  .page { display: block; }
  .wordmark { margin-bottom: 22mm; }
  section { padding-top: 11mm; }
  h2, h3, h4, caption, .subtitle, .legend, .panel-note { break-after: avoid; }
  .row, .panels > div, .key-figures div, tr, li, .notice, .plot { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  figure.chart > details > summary { display: none; }
  summary::before { content: ''; width: 0; }
  .scroll { overflow: visible; }
  .heat-table tbody tr:not(.group) th { position: static; }
  table, .heat-table { font-size: 7.5pt; }
  caption, figcaption, .subtitle, .legend, .note { font-size: 8pt; }
  th, td { padding: 1.2mm 2.5mm 1.2mm 0; }
  tbody th, tfoot th, td.text { min-width: 0; }
  .heat-table th, .heat-table td { padding: 0.8mm 1mm; min-width: 0; }
  .heat-table tbody th { min-width: 0; max-width: 34mm; }
  .heat-table .upright { width: auto; padding: 1mm 0; }
  .heat-table .second { border-left-width: 3mm; }
  .heat, rect, circle, .band { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;
