// The shell that every page of the service stands in: masthead, menu, way back, one heading, and a foot.
import { Breadcrumb, Container, SkipLink } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PageRequest } from '#http';
import { PARTS, partsFor, type Part } from './navigation.ts';

export type PageShellProps = {
  readonly request: PageRequest;
  /** The page's one heading, and its title. */
  readonly title: string;
  /** Id of the part of the menu that it belongs to; null for none. */
  readonly part: string | null;
  /** The way from the home page to here, without this page. */
  readonly trail: readonly { readonly label: string; readonly href: string }[];
  /** Islands that the page brings to life, by name; the page reads and works without them. */
  readonly islands: readonly string[];
  readonly children: ReactNode;
};

/** What a shell needs that is settled once, at start. */
export type Dress = {
  readonly serviceName: string;
  readonly styleSheet: string;
  /** Name of an island → address of its script. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Of the program; stands in what is asked of the workers. */
  readonly version: string;
};

/** Renders a page whole, as the bytes that are sent. */
export function renderPage(dress: Dress, props: PageShellProps): string {
  return `<!doctype html>${renderToStaticMarkup(<PageShell {...props} dress={dress} />)}`;
}

function PageShell({
  request,
  title,
  part,
  trail,
  islands,
  children,
  dress,
}: PageShellProps & { readonly dress: Dress }) {
  const scripts = islands.flatMap((island) => dress.scripts.get(island) ?? []);
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${dress.serviceName}`}</title>
        <link rel="icon" href="/favicon.ico" type="image/svg+xml" />
        <link rel="stylesheet" href={dress.styleSheet} />
        {scripts.map((address) => (
          <script key={address} type="module" src={address} />
        ))}
      </head>
      <body>
        <SkipLink href="#main">Skip to main content</SkipLink>
        <Masthead request={request} part={part} serviceName={dress.serviceName} />
        <Container>
          {trail.length === 0 ? null : (
            <Breadcrumb>
              {trail.map(({ label, href }) => (
                <Breadcrumb.Item key={href} href={href}>
                  {label}
                </Breadcrumb.Item>
              ))}
            </Breadcrumb>
          )}
          <main className="nhsuk-main-wrapper" id="main" tabIndex={-1}>
            <h1 className="nhsuk-heading-l">{title}</h1>
            {children}
            <PartHelp part={part} />
          </main>
        </Container>
        <Foot />
      </body>
    </html>
  );
}

type MastheadProps = { readonly request: PageRequest; readonly part: string | null; readonly serviceName: string };

/** The design system's masthead under our own name: its logo is a trademark, which is not ours to show. */
function Masthead({ request, part, serviceName }: MastheadProps) {
  const { actor } = request;
  return (
    <header className="nhsuk-header" role="banner">
      <div className="nhsuk-width-container nhsuk-header__container">
        <div className="nhsuk-header__service">
          <a className="nhsuk-header__service-name" href="/">
            {serviceName}
          </a>
        </div>
        {actor === null ? null : (
          <nav className="nhsuk-header__account" aria-label="Account">
            <ul className="nhsuk-header__account-list">
              <li className="nhsuk-header__account-item">
                <a className="nhsuk-header__account-link" href="/me">
                  {actor.displayName}
                </a>
              </li>
              <li className="nhsuk-header__account-item">
                <a className="nhsuk-header__account-link" href="/search">
                  Search
                </a>
              </li>
              <li className="nhsuk-header__account-item">
                <form method="post" action="/sign-out">
                  <CsrfField request={request} />
                  <button className="nhsuk-header__account-button" type="submit">
                    Sign out
                  </button>
                </form>
              </li>
            </ul>
          </nav>
        )}
      </div>
      {actor === null ? null : <Menu parts={partsFor(actor)} current={part} />}
    </header>
  );
}

/** On a narrow screen the menu waits behind a button: the browser itself opens and closes it, so no script is needed, and
 *  a browser that cannot shows it as it is. */
function Menu({ parts, current }: { readonly parts: readonly Part[]; readonly current: string | null }) {
  const now = parts.find(({ id }) => id === current);
  return (
    <>
      <button type="button" className="menu-button" popoverTarget="menu">
        Menu{now === undefined ? '' : <span>: {now.label}</span>}
      </button>
      <nav id="menu" className="nhsuk-header__navigation" aria-label="Menu" popover="auto">
        <div className="nhsuk-width-container nhsuk-header__navigation-container">
          <button type="button" className="menu-button" popoverTarget="menu" popoverTargetAction="hide">
            Close the menu
          </button>
          <ul className="nhsuk-header__navigation-list">
            {parts.map(({ id, label, href }) => (
              <li
                key={id}
                className={`nhsuk-header__navigation-item${id === current ? ' nhsuk-header__navigation-item--current' : ''}`}
              >
                <a
                  className="nhsuk-header__navigation-link"
                  href={href}
                  aria-current={id === current ? 'page' : undefined}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </nav>
    </>
  );
}

/** The way to help about the part that a page belongs to. */
function PartHelp({ part }: { readonly part: string | null }) {
  const about = PARTS.find(({ id }) => id === part);
  if (about === undefined || about.id === 'help') return null;
  return (
    <p className="part-help no-print">
      <a href={`/help/${about.help}`}>Help with this page</a>
    </p>
  );
}

/** To be put into every form that changes something. */
export function CsrfField({ request }: { readonly request: PageRequest }) {
  return <input type="hidden" name="csrf" value={request.csrfToken} />;
}

function Foot() {
  return (
    <footer className="nhsuk-footer" role="contentinfo">
      <Container>
        <ul className="nhsuk-footer__list">
          {[
            ['/help', 'Help'],
            ['/help/accessibility', 'Accessibility'],
            ['/help/figures', 'About the figures'],
            ['/api', 'API'],
          ].map(([href, label]) => (
            <li key={href} className="nhsuk-footer__list-item">
              <a className="nhsuk-footer__list-item-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Container>
    </footer>
  );
}
