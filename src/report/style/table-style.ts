// Tables: figures in columns that line up, names that stay in view while the rest scrolls, and the shading of gaps.
export const tableStyle = `
.note { display: block; font-size: 0.875rem; line-height: 1.4; font-weight: 400; color: var(--muted); }
.scroll { max-width: 100%; margin: 1.5rem 0; overflow-x: auto; }
/* A shade at the edge where a table goes on: the covers scroll along with the table, the shades stay with the edges. */
.scroll {
  background:
    linear-gradient(to right, var(--paper) 40%, transparent) left / 3rem 100% no-repeat local,
    linear-gradient(to left, var(--paper) 40%, transparent) right / 3rem 100% no-repeat local,
    linear-gradient(to right, var(--edge), transparent) left / 1.1rem 100% no-repeat scroll,
    linear-gradient(to left, var(--edge), transparent) right / 1.1rem 100% no-repeat scroll;
}
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.4; }
caption { padding-bottom: 0.6rem; text-align: left; font-size: 0.9375rem; color: var(--muted); }
caption span { display: block; position: sticky; left: 0; max-width: min(100%, calc(100vw - 2rem)); }
th, td { padding: 0.5rem 0.9rem 0.5rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { vertical-align: bottom; font-weight: 600; font-size: 0.875rem; border-bottom: 1px solid var(--ink); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums lining-nums; }
td.number { white-space: nowrap; }
td.text { min-width: 7rem; }
tbody th, tfoot th { min-width: 8rem; max-width: 22rem; background: var(--paper); }
tr.group th { padding-top: 1.5rem; font-weight: 600; }
tbody:first-of-type tr.group:first-child th { padding-top: 0.9rem; }
tfoot th, tfoot td { border-top: 1px solid var(--ink); font-weight: 600; }
.heat-table { font-size: 0.72rem; }
.heat-table th, .heat-table td { padding: 0.3rem 0.08rem; vertical-align: middle; }
.heat-table thead td { border: 0; }
.heat-table thead th { vertical-align: bottom; padding-left: 0; }
.heat-table thead th { font-size: 0.8125rem; }
.heat-table thead tr:first-child th { padding-left: 0.4rem; }
.heat-table .upright { width: 2rem; padding: 0.4rem 0; }
.heat-table .upright span { display: block; margin: 0 auto; max-height: 9rem; line-height: 1.15; writing-mode: vertical-rl; transform: rotate(180deg); }
.heat-table tbody th { min-width: 8rem; max-width: 15rem; padding-left: 0; }
.heat-table tr.group th { padding-top: 1.1rem; }
.heat-table td { min-width: 2rem; border-bottom: 1px solid var(--paper); border-right: 1px solid var(--paper); text-align: right; font-variant-numeric: tabular-nums lining-nums; white-space: nowrap; }
.heat-table .second { border-left: 0.9rem solid var(--paper); }
.heat-table .sum { font-weight: 600; }
.heat-table tr.region th, .heat-table tr.region td, .heat-table tr.national th, .heat-table tr.national td { font-weight: 600; }
.heat.short-1 { background: var(--short-1); }
.heat.short-2 { background: var(--short-2); }
.heat.short-3 { background: var(--short-3); }
.heat.short-4 { background: var(--short-4); color: var(--on-strong); font-weight: 600; }
.heat.over { background: var(--over); }
.heat-key { display: flex; flex-wrap: wrap; gap: 0.4rem 1.4rem; margin: 0 0 1rem; padding: 0; list-style: none; font-size: 0.875rem; color: var(--muted); }
.heat-key .heat { display: inline-block; min-width: 2.2rem; margin-right: 0.3rem; padding: 0.1rem 0.4rem; text-align: right; color: var(--ink); }
.heat-key .heat.short-4 { color: var(--on-strong); }
#requirements-table { min-width: 60rem; }
#requirements-table tbody th { min-width: 13rem; }
#requirements-table td:last-child { min-width: 13rem; }
#own-table tbody th, #landing-table tbody th { min-width: 12rem; }
#funds-table th::first-letter { text-transform: uppercase; }
.heat-key .even { outline: 1px solid var(--rule); outline-offset: -1px; }
@media (max-width: 40rem) {
  .heat-table tbody tr:not(.group) th { position: sticky; left: 0; max-width: 8.5rem; }
}
`;
