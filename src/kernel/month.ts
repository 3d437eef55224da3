// A month as a whole number, so that pure code never meets a calendar or a time zone.

/** Months since January 2000: 2000-01 is 0, 2025-10 is 309. */
export type Month = number;

/** @param text `YYYY-MM`, years 1900 to 2199
 *  @returns the month, or null where the text is not one */
export function parseMonth(text: string): Month | null {
  const match = /^(19|20|21)(\d\d)-(0[1-9]|1[0-2])$/.exec(text);
  if (match === null) return null;
  return (Number(`${match[1]}${match[2]}`) - 2000) * 12 + Number(match[3]) - 1;
}

export function formatMonth(month: Month): string {
  return `${yearOf(month)}-${String(monthOfYear(month)).padStart(2, '0')}`;
}

export function yearOf(month: Month): number {
  return 2000 + Math.floor(month / 12);
}

/** @returns 1 for January to 12 for December */
export function monthOfYear(month: Month): number {
  return (((month % 12) + 12) % 12) + 1;
}

/** `October 2030`. */
export function monthInWords(month: Month): string {
  return `${nameOf(month)} ${yearOf(month)}`;
}

/** `Oct 2030`. */
export function shortMonthInWords(month: Month): string {
  return `${nameOf(month).slice(0, 3)} ${yearOf(month)}`;
}

const APRIL = 3;

/** The year in which the financial year of a month begins; it begins in April. */
export function financialYearOf(month: Month): number {
  return yearOf(month - APRIL);
}

/** The financial year that starts in April of a year: 2026 → `2026/27`. */
export function financialYearInWords(startYear: number): string {
  return `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}`;
}

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function nameOf(month: Month): string {
  return MONTH_NAMES[monthOfYear(month) - 1] ?? '';
}
