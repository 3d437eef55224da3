// The API for readers: every route in one line, with what it is for and who may ask.
import { escapeHtml, plainPage } from '../server/plain-page.ts';
import type { ApiRoute } from './api-route.ts';

export function apiPage(routes: readonly ApiRoute[], stylesheet: string | null): string {
  const rows = routes.map((route) => {
    const forms = route.hasTable ? 'JSON, CSV, XLSX' : 'JSON';
    const cells = [
      `<code>${route.method} ${escapeHtml(route.path)}</code>`,
      escapeHtml(route.summary),
      whoOf(route),
      forms,
    ];
    return `<tr class="nhsuk-table__row">${cells.map((cell) => `<td class="nhsuk-table__cell">${cell}</td>`).join('')}</tr>`;
  });
  const heads = ['Route', 'What for', 'Who', 'Forms']
    .map((head) => `<th scope="col" class="nhsuk-table__header">${head}</th>`)
    .join('');
  const content = `<p class="nhsuk-body">Every route stands beneath <code>/api/v1</code>.
<a href="/api/v1/openapi.json">The OpenAPI 3.1 document</a> describes each field. A change carries the header
<code>X-CSRF-Token</code> from <code>GET /me</code>; where versions are kept, <code>If-Match</code> names the one it was
made from; a POST that may be sent twice carries an <code>Idempotency-Key</code>. Lists take <code>limit</code> and
<code>after</code>. <code>GET /jobs/:id/events</code> is the stream of a job’s steps.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Routes"><table class="nhsuk-table"><caption class="nhsuk-table__caption">${routes.length} routes</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`;
  return plainPage({ title: 'The API', content, stylesheet });
}

function whoOf({ access }: ApiRoute): string {
  return access.kind === 'permitted' ? `who may ${access.action} ${access.resource}` : 'everybody signed in';
}
