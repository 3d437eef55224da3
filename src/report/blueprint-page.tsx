// A page about the blueprint: one self-contained HTML file made of sentences and tables, in the look of the plan.
import type { BlueprintPage, PageSection } from '#planning';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DataTable } from './chart/data-table.tsx';
import { counted, formatMonthName, withMonthNames } from './number-format.ts';
import { PageFrame } from './page-frame.tsx';
import { ReportSection } from './section/report-section.tsx';

/** @returns the text of the file, in UTF-8 once written: no scripts, no requests */
export function renderBlueprintPage(page: BlueprintPage): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Page page={page} />)}\n`;
}

function Page({ page }: { readonly page: BlueprintPage }) {
  return (
    <PageFrame
      title={`${page.title}: ${page.blueprint?.title ?? page.pack.name}`}
      skipsTo="the summary"
      masthead={<Head page={page} />}
      contents={[
        { id: 'summary', entry: 'Summary' },
        ...page.sections.map(({ id, heading }) => ({ id, entry: heading })),
      ]}
      head={<meta name="generator" content="Cadre" />}
      footer={
        <p>
          Made by Cadre from the pack {page.pack.name} {page.pack.version}.
        </p>
      }
    >
      <ReportSection
        id="summary"
        heading="Summary"
        introduction={page.summary.map((sentence) => (
          <p key={sentence}>{withMonthNames(sentence)}</p>
        ))}
      >
        {null}
      </ReportSection>
      {page.sections.map((section) => (
        <TableSection key={section.id} section={section} />
      ))}
    </PageFrame>
  );
}

function Head({ page }: { readonly page: BlueprintPage }) {
  const { blueprint, place, month, title } = page;
  return (
    <header className="masthead">
      <p className="wordmark">Cadre</p>
      <h1>
        {title}
        <span className="title-rest">{blueprint?.title ?? page.pack.name}</span>
      </h1>
      {blueprint === null ? null : (
        <p className="intended-use">
          <strong className="badge">{blueprint.status}</strong> Version {blueprint.version} of the blueprint.
        </p>
      )}
      {page.index === undefined ? null : (
        <p>
          <a href={page.index}>All bodies</a>
        </p>
      )}
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

function Header({ link, children }: { readonly link: string | null; readonly children: ReactNode }) {
  return link === null ? children : <a href={link}>{children}</a>;
}

/** One table of a page under its heading. */
export function TableSection({ section }: { readonly section: PageSection }) {
  const { id, heading, introduction, columns, groups, whenEmpty } = section;
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const isEmpty = count === 0;
  return (
    <ReportSection id={id} heading={heading} introduction={<p>{withMonthNames(isEmpty ? whenEmpty : introduction)}</p>}>
      {isEmpty ? null : (
        <DataTable
          id={`${id}-table`}
          caption={`${heading} (${counted(count, 'row', 'rows')})`}
          columns={columns.map((column, index) => ({ key: String(index), ...column }))}
          groups={groups.map((group, index) => ({
            key: String(index),
            heading: group.heading,
            rows: group.rows.map(([header, ...cells], row) => ({
              key: String(row),
              header: <Header link={group.links?.[row] ?? null}>{withMonthNames(header ?? '')}</Header>,
              cells: cells.map(withMonthNames),
            })),
          }))}
          total={null}
        />
      )}
    </ReportSection>
  );
}
