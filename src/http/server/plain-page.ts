// Pages of the server itself, which belong to no face: plain HTML in the look that the face brings.
import type { PageFace } from '../route.ts';

export type PlainPage = {
  readonly title: string;
  /** HTML of the body, made of escaped texts. */
  readonly content: string;
  /** Address of the look; null where there is none. */
  readonly stylesheet: string | null;
};

export function plainPage({ title, content, stylesheet }: PlainPage): string {
  const look = stylesheet === null ? '' : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">`;
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Cadre</title><link rel="icon" href="/favicon.ico" type="image/svg+xml">${look}</head>
<body><a class="nhsuk-skip-link" href="#main">Skip to main content</a>
<header class="nhsuk-header" role="banner"><div class="nhsuk-width-container nhsuk-header__container">
<div class="nhsuk-header__service"><a class="nhsuk-header__service-name" href="/">Cadre</a></div></div></header>
<div class="nhsuk-width-container"><main class="nhsuk-main-wrapper" id="main" tabindex="-1">
<h1 class="nhsuk-heading-l">${escapeHtml(title)}</h1>
${content}
</main></div>
<footer class="nhsuk-footer" role="contentinfo"><div class="nhsuk-width-container"><ul class="nhsuk-footer__list">
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/help">Help</a></li>
<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="/api">API</a></li>
</ul></div></footer></body>
</html>
`;
}

/** The look of a face: its first style sheet. */
export function stylesheetOf({ assets }: Pick<PageFace, 'assets'>): string | null {
  return [...assets].find(([, { mediaType }]) => mediaType.startsWith('text/css'))?.[0] ?? null;
}

/** Text as it may stand in an element or in an attribute between double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
