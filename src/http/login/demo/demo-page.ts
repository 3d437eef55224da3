// The page on which one chooses whom to be: plain links, so that it works everywhere.
import type { DemoPerson } from './demo-people.ts';

export type DemoPage = {
  readonly people: readonly DemoPerson[];
  /** Address of the look; null where there is none. */
  readonly stylesheet: string | null;
  readonly addressOf: (person: DemoPerson) => string;
};

export function demoPage({ people, stylesheet, addressOf }: DemoPage): string {
  const items = people.map((person) => `<li><a href="${escape(addressOf(person))}">${escape(person.title)}</a></li>`);
  const look = stylesheet === null ? '' : `<link rel="stylesheet" href="${escape(stylesheet)}">`;
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Who do you want to be? – Cadre</title>${look}</head>
<body class="nhsuk-template__body"><div class="nhsuk-width-container">
<main class="nhsuk-main-wrapper" id="maincontent">
<h1 class="nhsuk-heading-l">Who do you want to be?</h1>
<p class="nhsuk-body">This is the demo login. It knows one person for each role, asks for no password, and runs on this
machine alone.</p>
<ul class="nhsuk-list nhsuk-list--border">
${items.join('\n')}
</ul>
</main></div></body>
</html>
`;
}

/** Text as it may stand in an element or in an attribute between double quotes. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
