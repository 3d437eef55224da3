// Search: one field, and what was found grouped by what it is.
import { Button, TextInput } from 'nhsuk-react-components';
import { groupBy } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace } from '#service';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { findThings, type Finding } from './find-things.ts';

export function searchRoutes(dress: Dress): readonly PageRoute[] {
  return [
    { method: 'GET', path: '/search', access: { kind: 'signed-in' }, answer: (request) => searchPage(dress, request) },
  ];
}

async function searchPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const words = (request.query['for'] ?? '').slice(0, 100);
  const found = findThings(workspace.value, desk.actor, words);
  return pageAnswer(dress, {
    request,
    title: 'Search',
    part: null,
    trail: [{ label: 'Home', href: '/' }],
    islands: [],
    children: (
      <>
        <form method="get" action="/search" role="search">
          <TextInput
            id="for"
            name="for"
            label="Search"
            hint="Places, roles, requirements, assumptions, scenarios and help, by words of their names or by their codes."
            defaultValue={words}
          />
          <Button>Search</Button>
        </form>
        {words === '' ? null : <Found found={found} words={words} />}
      </>
    ),
  });
}

function Found({ found, words }: { readonly found: readonly Finding[]; readonly words: string }) {
  if (found.length === 0) {
    return <p role="status">Nothing that you may see has “{words}” in its name. Try fewer or shorter words.</p>;
  }
  return (
    <>
      <p role="status">{found.length} found</p>
      {[...groupBy(found, ({ kind }) => kind)].map(([kind, things]) => (
        <section key={kind} aria-label={kind}>
          <h2 className="nhsuk-heading-m">{kind}</h2>
          <ul>
            {things.map(({ name, href }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
