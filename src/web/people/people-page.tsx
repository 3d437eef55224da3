// What every page about people shares: its way from home, the month it is read in, and its frame.
import type { ReactNode } from 'react';
import { assert, parseMonth, type Month, type Result } from '#kernel';
import type { PageAnswer, PageRequest } from '#http';
import type { FormProblem } from '../shell/problem-summary.tsx';
import { formAgain, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';

export type PeoplePage = {
  readonly request: PageRequest;
  readonly title: string;
  /** The way from the start of this part to here, without this page. */
  readonly trail: readonly { readonly label: string; readonly href: string }[];
  /** What was wrong with the form that was sent; the page then answers with the status of a refusal. */
  readonly problems?: readonly FormProblem[];
  readonly islands?: readonly string[];
  readonly children: ReactNode;
};

export function peoplePage(dress: Dress, page: PeoplePage): Result<PageAnswer> {
  const { request, title, trail, problems = [], islands = [], children } = page;
  const way = [{ label: 'Home', href: '/' }, ...(request.path === '/people' ? [] : [PEOPLE]), ...trail];
  const props = { request, title, part: 'people', trail: way, islands, children };
  return problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props);
}

const PEOPLE = { label: 'People', href: '/people' };

/** The month in which a request is answered. */
export function monthOf({ world }: PageRequest): Month {
  const month = parseMonth(world.clock().slice(0, 7));
  assert(month !== null, 'the clock gives an instant that begins with a year and a month');
  return month;
}

/** Fields of a sent form by name, without blanks around them; of a field that came more than once, the last. */
export function fieldsOf({ form }: PageRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(form.map(([name, text]) => [name, text.trim()]));
}
