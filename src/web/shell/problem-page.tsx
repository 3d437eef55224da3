// What is shown where something was refused, was not found or went wrong: what it was, and what to do next.
import type { PageRequest } from '#http';
import { renderPage, type Dress } from './page-shell.tsx';

export type ShownProblem = { readonly message: string; readonly hint: string };

const TITLES: Readonly<Record<number, string>> = {
  401: 'Sign in first',
  403: 'You may not do this',
  404: 'Page not found',
  409: 'This cannot be done now',
  412: 'Somebody has changed this since you opened it',
  413: 'That is too large',
  429: 'Too many requests',
};

export function problemPage(
  dress: Dress,
  { request, status, problems }: { request: PageRequest; status: number; problems: readonly ShownProblem[] },
): string {
  const title = TITLES[status] ?? (status >= 500 ? 'Something went wrong here' : 'There is a problem');
  return renderPage(dress, {
    request,
    title,
    part: null,
    trail: [{ label: 'Home', href: '/' }],
    islands: [],
    children: (
      <>
        {problems.map(({ message, hint }) => (
          <div key={message} className="nhsuk-u-reading-width">
            <p>{message}</p>
            <p>{hint}</p>
          </div>
        ))}
        <p>
          <a href="/">Go to the home page</a>
        </p>
      </>
    ),
  });
}
