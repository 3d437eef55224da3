// How figures are written for readers: rounded to what they can bear, with thousands marked and a true minus sign.
import { monthInWords, parseMonth, shortMonthInWords } from '#kernel';
import type { Estimate } from './series-index.ts';

/** Full-time equivalents or people: whole from 100 upwards, one decimal below, a minus sign where less than nothing. */
export function formatCount(value: number): string {
  const text = withSign(value, plain(Math.abs(value), Math.abs(value) >= 99.95 ? 0 : 1));
  return isZeroText(text) ? '0' : text;
}

/** A gap: like a count, and with a plus sign where there is more than is needed. */
export function formatGap(value: number): string {
  const text = formatCount(value);
  return value > 0 && !isZeroText(text) ? `+${text}` : text;
}

/** A gap for dense tables: whole people, or thousands of them from 1,000 upwards: `−34`, `−6.2k`. */
export function formatShortGap(value: number): string {
  const size = Math.abs(value);
  const text = withSign(value, size >= 999.5 ? `${plain(size / 1000, 1)}k` : plain(size, 0));
  return value > 0 && !isZeroText(text) ? `+${text}` : text;
}

/** Pounds: £1.2bn, £34.5m, £120k, £95. */
export function formatGbp(value: number): string {
  const size = Math.abs(value);
  if (size >= 999.5e6) return withSign(value, `£${plain(size / 1e9, 2)}bn`);
  if (size >= 999.5e3) return withSign(value, `£${plain(size / 1e6, 1)}m`);
  if (size >= 9_999.5) return withSign(value, `£${plain(size / 1e3, 0)}k`);
  return withSign(value, `£${plain(size, 0)}`);
}

/** Millions of pounds as a bare number, for columns whose heading says £m. */
export function formatGbpMillions(value: number): string {
  if (value === 0) return '0';
  const millions = value / 1e6;
  return withSign(
    value,
    plain(Math.abs(millions), Math.abs(millions) >= 99.95 ? 0 : Math.abs(millions) >= 0.05 ? 1 : 2),
  );
}

/** A share of 1 as a whole percentage. */
export function formatShare(share: number): string {
  return withSign(share, `${plain(Math.abs(share) * 100, 0)}%`);
}

/** A chance as a percentage, never rounded up to certainty or down to impossibility. */
export function formatChance(chance: number): string {
  if (chance < 0.005) return '<1%';
  if (chance > 0.995) return '>99%';
  return formatShare(chance);
}

/** A share of 1 as a percentage with one decimal. */
export function formatFineShare(share: number): string {
  return withSign(share, `${plain(Math.abs(share) * 100, 1)}%`);
}

/** A number without a known unit: three significant figures, thousands marked. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 99.5 || Number.isInteger(value)) return withSign(value, plain(size, 0));
  return withSign(value, size >= 9.95 ? plain(size, 1) : plain(size, 2));
}

/** A figure as it was agreed or counted, which is not to be rounded: at most six decimals, thousands marked. */
export function formatExact(value: number): string {
  return withSign(value, EXACT.format(Math.abs(value)));
}

const EXACT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** The eight-in-ten range of an estimate: `12,100 to 15,800`. */
export function formatRange(estimate: Estimate): string {
  return `${formatCount(estimate.p10)} to ${formatCount(estimate.p90)}`;
}

/** A shortage in words: `2,310 FTE short`, or `not short` where less than half a post is missing. */
export function shortageInWords(shortageFte: number): string {
  return shortageFte < 0.5 ? 'not short' : `${formatCount(shortageFte)} FTE short`;
}

/** `1 start`, `240 starts`. */
export function counted(count: number, singular: string, plural: string): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

/** `2030-10` → `October 2030`; what is no month stands as it is. */
export function formatMonthName(month: string): string {
  const parsed = parseMonth(month);
  return parsed === null ? month : monthInWords(parsed);
}

/** A text with each month in it by its name. */
export function withMonthNames(text: string): string {
  return text.replaceAll(/(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])(?![\w-])/g, formatMonthName);
}

/** `2030-10` → `Oct 2030`; what is no month stands as it is. */
export function formatShortMonth(month: string): string {
  const parsed = parseMonth(month);
  return parsed === null ? month : shortMonthInWords(parsed);
}

function plain(size: number, decimals: number): string {
  const [whole = '0', fraction] = size.toFixed(decimals).split('.');
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? marked : `${marked}.${fraction}`;
}

function withSign(value: number, text: string): string {
  return value < 0 && !isZeroText(text) ? `−${text}` : text;
}

function isZeroText(text: string): boolean {
  return !/[1-9]/.test(text);
}
