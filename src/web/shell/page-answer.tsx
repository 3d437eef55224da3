// From a request to an answer: who acts, a page, a way onward; so that a route says only what is its own.
import { assert, ok, type Result } from '#kernel';
import type { PageAnswer, PageRequest } from '#http';
import type { Desk } from '#service';
import { renderPage, type Dress, type PageShellProps } from './page-shell.tsx';

/** In whose name the request acts; the guard has let nobody in without a name. */
export function deskOf({ world, actor }: PageRequest): Desk {
  assert(actor !== null, 'a guarded route has somebody signed in');
  return { world, actor };
}

export function pageAnswer(dress: Dress, props: PageShellProps): Result<PageAnswer> {
  return ok({ kind: 'page', status: 200, html: renderPage(dress, props) });
}

/** A form that is wrong is shown again as it was sent, with what is wrong; status 422. */
export function formAgain(dress: Dress, props: PageShellProps): Result<PageAnswer> {
  return ok({ kind: 'page', status: 422, html: renderPage(dress, props) });
}

/** What a header cannot carry is encoded. */
export function onward(to: string): Result<PageAnswer> {
  return ok({ kind: 'redirect', to: to.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent) });
}

/** The first value of a form's field, without blanks around it; empty where it was not sent. */
export function fieldOf({ form }: PageRequest, name: string): string {
  return form.find(([field]) => field === name)?.[1].trim() ?? '';
}
