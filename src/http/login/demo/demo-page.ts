// The page on which one chooses whom to be: plain links, so that it works everywhere.
import { escapeHtml, plainPage } from '../../server/plain-page.ts';
import type { DemoPerson } from './demo-people.ts';

export type DemoPage = {
  readonly people: readonly DemoPerson[];
  /** Address of the look; null where there is none. */
  readonly stylesheet: string | null;
  readonly addressOf: (person: DemoPerson) => string;
};

export function demoPage({ people, stylesheet, addressOf }: DemoPage): string {
  const items = people.map(
    (person) => `<li><a href="${escapeHtml(addressOf(person))}">${escapeHtml(person.title)}</a></li>`,
  );
  const content = `<p class="nhsuk-body">This is the demo login. It knows one person for each role, asks for no password,
and runs on this machine alone.</p>
<ul class="nhsuk-list nhsuk-list--border">
${items.join('\n')}
</ul>`;
  return plainPage({ title: 'Who do you want to be?', content, stylesheet });
}
