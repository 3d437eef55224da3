// What somebody asks about routes, read from the address: from where, to where, and what makes a way the best.
import type { PageRequest } from '#http';
import type { Month } from '#kernel';
import { ROUTE_MEASURES, ROUTE_OBJECTIVES, type RouteRequest } from '#planning';

/** As many routes as one looks at. */
const MOST_ROUTES = 20;

/** @param holding own skills, `SKILL=LEVEL` each @returns null where nobody has asked yet */
export function readQuestion(
  { query }: PageRequest,
  { asOf, holding }: { readonly asOf: Month; readonly holding: readonly string[] },
): RouteRequest | null {
  const from = query['from'] ?? '';
  const counts = query['own'] === 'yes' ? holding : [];
  if (from === '' && counts.length === 0) return null;
  const to = query['to'] ?? '';
  return {
    from: from === '' ? null : from,
    holding: counts,
    to: to === '' ? null : to,
    objective: ROUTE_OBJECTIVES.find((each) => each === query['by']) ?? 'effort',
    measure: ROUTE_MEASURES.find((each) => each === query['measure']) ?? 'coverage',
    framework: null,
    most: MOST_ROUTES,
    asOf,
  };
}

/** The address of the same question with another goal. */
export function addressOfRoute(question: RouteRequest, to: string): string {
  const { from, holding, objective, measure } = question;
  const query = new URLSearchParams({ from: from ?? '', to, by: objective, measure });
  if (holding.length > 0) query.set('own', 'yes');
  return `/people/routes?${query.toString()}`;
}
