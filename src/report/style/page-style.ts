// Type, measure and the layout of the page: one column on a phone, contents beside the text where there is room.
export const pageStyle = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 400 1.0625rem/1.6 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  font-variant-numeric: lining-nums; overflow-wrap: break-word; -webkit-font-smoothing: antialiased;
}
h1, h2, h3, .lead, .figure, .wordmark {
  font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Charter, Georgia, 'Times New Roman', serif;
  font-weight: 600; text-wrap: balance;
}
.lead, .figure { font-weight: 400; }
p { margin: 0 0 1rem; text-wrap: pretty; }
a { color: var(--link); text-underline-offset: 0.18em; text-decoration-thickness: from-font; }
a:hover { text-decoration-thickness: 0.14em; }
:focus-visible { outline: 3px solid var(--supply); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: 0.75rem 1.25rem; background: var(--ink); color: var(--paper); z-index: 2; }
.skip:focus { top: 1rem; }
.masthead, .page, footer { max-width: 88rem; margin: 0 auto; padding: 0 clamp(1rem, 3.4vw, 3rem); }
.masthead { padding-top: clamp(1.5rem, 4vw, 3rem); }
.wordmark { margin: 0 0 clamp(2.5rem, 7vw, 5.5rem); font-size: 1.125rem; letter-spacing: 0.02em; }
.wordmark::before { content: ''; display: inline-block; width: 0.62em; height: 0.62em; margin-right: 0.5em; border-radius: 50%; background: var(--supply); }
h1 { margin: 0 0 1.75rem; font-size: clamp(2.75rem, 9vw, 5.25rem); line-height: 1; letter-spacing: -0.02em; }
.title-rest { display: block; margin-top: 0.9rem; font-size: clamp(1.25rem, 3.2vw, 1.75rem); font-weight: 400; line-height: 1.25; letter-spacing: 0; color: var(--muted); }
.intended-use { max-width: 44rem; margin-bottom: 2rem; }
.badge, .flag {
  display: inline-block; padding: 0.05em 0.6em; border: 1.5px solid currentColor; border-radius: 1em;
  font-size: 0.8125rem; font-weight: 650; color: var(--demand); white-space: nowrap;
}
.badge { margin-right: 0.4rem; }
.flag { margin: 0.3rem 0.3rem 0 0; font-size: 0.75rem; }
.particulars { display: flex; flex-wrap: wrap; gap: 0.75rem 2.5rem; margin: 0 0 1rem; padding-top: 1rem; border-top: 1px solid var(--ink); }
.particulars dt, .key-figures dt { font-size: 0.875rem; color: var(--muted); }
.particulars div { min-width: 0; }
.particulars dd { margin: 0; }
.hash { overflow-wrap: anywhere; }
nav h2 { margin: 2rem 0 0.5rem; font-family: inherit; font-size: 0.875rem; line-height: 1.4; letter-spacing: 0; color: var(--muted); }
nav ol { margin: 0; padding: 0; list-style: none; columns: 2 8rem; column-gap: 1rem; font-size: 0.9375rem; }
nav li { break-inside: avoid; }
nav a { display: block; padding: 0.3rem 0; color: var(--ink); text-decoration-color: var(--rule); }
nav a:hover { color: var(--link); text-decoration-color: currentColor; }
section { padding-top: clamp(3.5rem, 8vw, 6rem); }
section:first-child { padding-top: clamp(2.5rem, 5vw, 3rem); }
h2 { margin: 0 0 1.25rem; font-size: clamp(1.75rem, 4.5vw, 2.5rem); line-height: 1.12; letter-spacing: -0.012em; }
h3 { margin: 3rem 0 0.5rem; font-size: clamp(1.25rem, 2.8vw, 1.5rem); line-height: 1.25; }
h4 { margin: 0 0 0.25rem; font-size: 1rem; line-height: 1.35; }
.prose { max-width: 41rem; }
.lead { font-size: clamp(1.375rem, 3.4vw, 1.8125rem); line-height: 1.36; }
.prose .lead { max-width: none; }
.notice { max-width: 41rem; padding: 0.1rem 0 0.1rem 1rem; border-left: 4px solid var(--demand); }
.key-figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.75rem 1.25rem; margin: 2.5rem 0; }
@media (min-width: 48rem) { .key-figures { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 2rem 2.25rem; } }
.key-figures div { padding-top: 0.75rem; border-top: 1px solid var(--ink); }
.key-figures dd { margin: 0; }
.figure { display: block; margin: 0.15rem 0 0.3rem; font-size: clamp(2rem, 5vw, 2.875rem); line-height: 1.1; letter-spacing: -0.015em; }
.sentences, .notices { max-width: 41rem; margin: 0; padding-left: 1.15rem; }
.sentences li, .notices li { margin-bottom: 0.6rem; padding-left: 0.25rem; }
.notices { padding-left: 0; list-style: none; }
.notices li { padding: 0.75rem 0; border-top: 1px solid var(--rule); }
.command { max-width: 100%; padding: 0.9rem 1.1rem; background: var(--surface); }
code { font: 0.9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; }
summary { display: inline-block; min-height: 1.75rem; padding: 0.15rem 0; cursor: pointer; color: var(--link); text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: 0.25em; }
summary::-webkit-details-marker { display: none; }
summary::before { content: '+'; display: inline-block; width: 1.1em; font-weight: 650; }
details[open] > summary::before { content: '−'; }
details[open] > summary { margin-bottom: 0.5rem; }
.accountable { border-top: 1px solid var(--rule); }
.accountable:last-of-type { border-bottom: 1px solid var(--rule); }
.accountable > summary { display: block; padding: 0.4rem 0; text-decoration: none; }
.accountable .name { font-weight: 600; }
.accountable summary .note { display: inline; margin-left: 0.4rem; }
.reasons { max-width: 41rem; margin: 0; }
.reasons div { padding: 0.6rem 0; border-top: 1px solid var(--rule); }
.reasons dt { font-weight: 600; }
.reasons dd { margin: 0; }
footer { margin-top: 6rem; padding-top: 1.5rem; padding-bottom: 3rem; font-size: 0.9375rem; color: var(--muted); }
/* Beside the contents there is room for the widest table, that of gaps by place and family, from here on. */
@media (min-width: 79rem) {
  .page { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: clamp(2rem, 3vw, 5rem); }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; padding: 3rem 0 2rem; overflow-y: auto; }
  nav h2 { margin-top: 0; }
  nav ol { columns: 1; }
}
`;
