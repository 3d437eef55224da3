// The look as files to serve: one style sheet and the islands' scripts, each under an address that names its content.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chartStyle, lightColours, tableStyle } from '#report';
import { ownStyle } from './own-style.ts';

export type Asset = { readonly mediaType: string; readonly bytes: Uint8Array };

/** What pages link to, and the files behind it. */
export type Look = {
  readonly styleSheet: string;
  readonly assets: ReadonlyMap<string, Asset>;
};

const require = createRequire(import.meta.url);
/** Three rising bars: what browsers show beside a page's title, and ask for by this address where no page names one. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#005eb8"/><path fill="#fff" d="M3 9h2.5v4H3zM6.75 6h2.5v7h-2.5zM10.5 3H13v10h-2.5z"/></svg>`;
const ICONS = ['arrow-down', 'arrow-up-down', 'arrow-up', 'cross'] as const;

/** Reads the design system's own style sheet, without the font that it would load from another host. */
export function buildLook(): Look {
  const system = readFileSync(require.resolve('nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css'), 'utf8')
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('Frutiger W01,arial', 'system-ui,arial');
  const figures = `.figures {\n${tableStyle}\n${chartStyle}\n}`;
  const css = Buffer.from([system, lightColours, figures, ownStyle].join('\n'));
  const styleSheet = `/assets/look-${fingerprint(css)}.css`;
  const assets = new Map<string, Asset>([[styleSheet, { mediaType: 'text/css; charset=utf-8', bytes: css }]]);
  for (const icon of ICONS) {
    const bytes = readFileSync(require.resolve(`nhsuk-frontend/dist/nhsuk/assets/images/nhsuk-icon-${icon}.svg`));
    assets.set(`/assets/images/nhsuk-icon-${icon}.svg`, { mediaType: 'image/svg+xml', bytes });
  }
  assets.set('/favicon.ico', { mediaType: 'image/svg+xml', bytes: Buffer.from(MARK) });
  return { styleSheet, assets };
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
