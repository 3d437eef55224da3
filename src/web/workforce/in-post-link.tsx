// A count of people in post as it may be shown, and as a link to what it is added up from.
import { NOBODY, type Count } from '#planning';
import { formatCount } from '#report';
import { FigureLink } from '../figures/figure-link.tsx';

export type InPostLinkProps = {
  /** Code of the place, with the slice after a colon where one is meant. */
  readonly at: string;
  readonly unit: 'people' | 'FTE';
  readonly count: Count | undefined;
};

/** What is hidden or nobody leads nowhere. */
export function InPostLink({ at, unit, count = NOBODY }: InPostLinkProps) {
  const text = unit === 'people' ? peopleText(count) : fteText(count);
  if (count.isHidden || count.people === 0) return text;
  return <FigureLink name={`${unit === 'people' ? 'inPost' : 'inPostFte'}:${at}`}>{text}</FigureLink>;
}

/** Whole people; a dash where there is nobody, so that a table is quick to read; an asterisk where it is hidden. */
export function peopleText({ people, isHidden }: Count = NOBODY): string {
  if (isHidden) return '*';
  return people === 0 ? '–' : people.toLocaleString('en-GB');
}

export function fteText({ people, fte, isHidden }: Count = NOBODY): string {
  if (isHidden) return '*';
  return people === 0 ? '–' : formatCount(fte);
}
