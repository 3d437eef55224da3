// Hours, months and pay of a route as one says them.
import { formatGbp, formatNumber } from '#report';

/** `1,240 hours`, the unit never parted from its number. */
export function hours(count: number): string {
  return `${formatNumber(Math.round(count))}\u00a0hours`;
}

/** `2 years 3 months` */
export function months(count: number): string {
  const [years, rest] = [Math.floor(count / 12), Math.round(count % 12)];
  const parts = [
    ...(years > 0 ? [`${years}\u00a0${years === 1 ? 'year' : 'years'}`] : []),
    ...(rest > 0 || years === 0 ? [`${rest}\u00a0${rest === 1 ? 'month' : 'months'}`] : []),
  ];
  return parts.join(' ');
}

export function pay(payGbpPerYear: number | null): string {
  return payGbpPerYear === null ? 'pay not known' : formatGbp(payGbpPerYear);
}
