// The frame that every page of Cadre stands in: what it may load, its way around, and its foot.
import type { ReactNode } from 'react';
import { styleSheet } from './style/style-sheet.ts';

export type PageFrameProps = {
  readonly title: string;
  /** What a keyboard skips to, in words: `the summary`. */
  readonly skipsTo: string;
  readonly masthead: ReactNode;
  readonly contents: readonly { readonly id: string; readonly entry: string }[];
  /** More for the head of the document; null where there is none. */
  readonly head: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
};

/** Nothing may be fetched or run, whatever a pack's texts hold. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export function PageFrame({ title, skipsTo, masthead, contents, head, footer, children }: PageFrameProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={CONTENT_POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {head}
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to {skipsTo}
        </a>
        {masthead}
        <div className="page">
          <nav aria-labelledby="contents-heading">
            <h2 id="contents-heading">Contents</h2>
            <ol>
              {contents.map(({ id, entry }) => (
                <li key={id}>
                  <a href={`#${id}`}>{entry}</a>
                </li>
              ))}
            </ol>
          </nav>
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <footer>{footer}</footer>
      </body>
    </html>
  );
}
