// The frame of every page about skills and routes: the pack it was made from, and the month it holds for.
import { formatMonth, type Month } from '#kernel';
import type { BlueprintPage } from '../blueprint/blueprint-page.ts';
import type { Pack } from '../ports.ts';

export function peoplePage(
  { pack, asOf }: { readonly pack: Pack; readonly asOf: Month },
  content: Pick<BlueprintPage, 'id' | 'title' | 'summary' | 'sections'>,
): BlueprintPage {
  const { id, name, version } = pack.system;
  return { ...content, pack: { id, name, version }, blueprint: null, place: null, month: formatMonth(asOf) };
}

/** Hours as one says them: whole, with thousands apart. */
export function hoursInWords(hours: number): string {
  return `${WHOLE.format(hours)} h`;
}

/** Months in years and months: `2 years 3 months`. */
export function monthsInWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), Math.round(months % 12)];
  const parts = [
    ...(years > 0 ? [`${years} ${years === 1 ? 'year' : 'years'}`] : []),
    ...(rest > 0 || years === 0 ? [`${rest} ${rest === 1 ? 'month' : 'months'}`] : []),
  ];
  return parts.join(' ');
}

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
