// A page about the blueprint: one self-contained HTML file made of sentences and tables, in the look of the plan.
import type { BlueprintPage, PageSection } from '#planning';
import { renderToStaticMarkup } from 'react-dom/server';
import { DataTable } from './chart/data-table.tsx';
import { counted, formatMonthName } from './number-format.ts';
import { ReportSection } from './section/report-section.tsx';
import { styleSheet } from './style/style-sheet.ts';

/** @returns the text of the file, in UTF-8 once written: no scripts, no requests */
export function renderBlueprintPage(page: BlueprintPage): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Page page={page} />)}\n`;
}

const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

function Page({ page }: { readonly page: BlueprintPage }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={CONTENT_POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="Cadre" />
        <title>{`${page.title}: ${page.blueprint.title}`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the summary
        </a>
        <Head page={page} />
        <div className="page">
          <nav aria-labelledby="contents-heading">
            <h2 id="contents-heading">Contents</h2>
            <ol>
              <li>
                <a href="#summary">Summary</a>
              </li>
              {page.sections.map(({ id, heading }) => (
                <li key={id}>
                  <a href={`#${id}`}>{heading}</a>
                </li>
              ))}
            </ol>
          </nav>
          <main id="main" tabIndex={-1}>
            <ReportSection
              id="summary"
              heading="Summary"
              introduction={page.summary.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            >
              {null}
            </ReportSection>
            {page.sections.map((section) => (
              <TableSection key={section.id} section={section} />
            ))}
          </main>
        </div>
        <footer>
          <p>
            Made by Cadre from the pack {page.pack.name} {page.pack.version}.
          </p>
        </footer>
      </body>
    </html>
  );
}

function Head({ page }: { readonly page: BlueprintPage }) {
  const { blueprint, place, month, title } = page;
  return (
    <header className="masthead">
      <p className="wordmark">Cadre</p>
      <h1>
        {title}
        <span className="title-rest">{blueprint.title}</span>
      </h1>
      <p className="intended-use">
        <strong className="badge">{blueprint.status}</strong> Version {blueprint.version} of the blueprint.
      </p>
      <dl className="particulars">
        <div>
          <dt>Place</dt>
          <dd>{place ?? 'All places'}</dd>
        </div>
        <div>
          <dt>Read for</dt>
          <dd>{formatMonthName(month)}</dd>
        </div>
        <div>
          <dt>Pack</dt>
          <dd>
            {page.pack.name} {page.pack.version}
          </dd>
        </div>
      </dl>
    </header>
  );
}

function TableSection({ section }: { readonly section: PageSection }) {
  const { id, heading, introduction, columns, groups, whenEmpty } = section;
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const isEmpty = count === 0;
  return (
    <ReportSection id={id} heading={heading} introduction={<p>{isEmpty ? whenEmpty : introduction}</p>}>
      {isEmpty ? null : (
        <DataTable
          id={`${id}-table`}
          caption={`${heading} (${counted(count, 'row', 'rows')})`}
          columns={columns.map((column, index) => ({ key: String(index), ...column }))}
          groups={groups.map((group, index) => ({
            key: String(index),
            heading: group.heading,
            rows: group.rows.map(([header, ...cells], row) => ({ key: String(row), header, cells })),
          }))}
          total={null}
        />
      )}
    </ReportSection>
  );
}
