// The addresses of help: a list of its pages, and each page.
import type { PageRequest, PageRoute } from '#http';
import { notThere } from '#service';
import { pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { goFor } from './help-link.tsx';
import { HELP_GROUPS, HELP_PAGES } from './help-pages.tsx';

export function helpRoutes(dress: Dress): readonly PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/help',
      access: { kind: 'public' },
      answer: (request) => Promise.resolve(listPage(dress, request)),
    },
    {
      method: 'GET',
      path: '/help/:page',
      access: { kind: 'public' },
      answer: (request) => Promise.resolve(helpPage(dress, request)),
    },
  ];
}

function listPage(dress: Dress, request: PageRequest) {
  return pageAnswer(dress, {
    request,
    title: 'Help',
    part: 'help',
    trail: [{ label: 'Home', href: '/' }],
    islands: [],
    children: (
      <>
        {HELP_GROUPS.map(({ title, pages }) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {pages.map((page) => (
                <li key={page.id}>
                  <a href={`/help/${page.id}`}>{page.title}</a>
                  <br />
                  <span className="source">{page.about}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  });
}

function helpPage(dress: Dress, request: PageRequest) {
  const page = HELP_PAGES.find(({ id }) => id === request.params['page']);
  if (page === undefined) return notThere<never>(request.path);
  return pageAnswer(dress, {
    request,
    title: page.title,
    part: 'help',
    trail: [
      { label: 'Home', href: '/' },
      { label: 'Help', href: '/help' },
    ],
    islands: [],
    children: <div className="nhsuk-u-reading-width">{page.body(goFor(request))}</div>,
  });
}
