// The addresses of help: a list of its pages, and each page.
import type { PageRequest, PageRoute } from '#http';
import { notThere } from '#service';
import { pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { HELP_PAGES } from './help-pages.tsx';

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
      <ul>
        {HELP_PAGES.map(({ id, title }) => (
          <li key={id}>
            <a href={`/help/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
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
    children: <div className="nhsuk-u-reading-width">{page.body}</div>,
  });
}
