// What a cell that tells of a person looks like: numbers that systems give people, addresses, birthdays, titles.

/** A kind of cell. `says` stands in messages in place of what was found. */
const KINDS: readonly { readonly says: string; readonly isIn: (text: string) => boolean }[] = [
  { says: 'an e-mail address', isIn: (text) => /[^\s@,;:<>"'()]+@[^\s@,;]+\.[a-z]{2,}/i.test(text) },
  { says: 'a health service number', isIn: hasHealthNumber },
  { says: 'a national insurance number', isIn: hasInsuranceNumber },
  { says: 'a date of birth', isIn: hasBirthday },
  {
    says: 'a person’s name',
    isIn: (text) =>
      /^["'(]?(mr|mrs|ms|miss|mx|dr|prof|professor|sister|sir|dame)\.? +\p{Lu}/iu.test(text) &&
      /\p{Lu}\p{Ll}|^\P{Ll}+$/u.test(text),
  },
];

/** @returns what the cell looks like, in words; null where it may be anything */
export function personalValue(cell: string): string | null {
  const text = cell
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  return KINDS.find(({ isIn }) => isIn(text))?.says ?? null;
}

/** `Surname, Forename`, with initials or without. */
export function looksLikeSurnameFirst(cell: string): boolean {
  return /^\p{Lu}[\p{L}'’-]+, ?\p{Lu}[\p{L}'’.-]*( \p{Lu}[\p{L}.]*)?$/u.test(cell.trim());
}

/** Ten digits, in one or as three, three and four, of which the last is right: the nine others weigh ten to two, and with
 *  the last they add up to a multiple of eleven. Scotland's numbers keep to it too.
 *  @source NHS Data Dictionary, NHS NUMBER */
function hasHealthNumber(text: string): boolean {
  for (const [, ...parts] of text.matchAll(/(?<![\d.,])(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d|[.,]\d*[1-9])/g)) {
    const digits = [...parts.slice(0, 3).join('')].map(Number);
    const sum = digits.reduce((total, digit, index) => total + digit * (10 - Math.min(index, 9)), 0);
    if (sum % 11 === 0 && new Set(digits).size > 1) return true;
  }
  return false;
}

/** Two letters, six digits and a letter from A to D, with blanks or without.
 *  @source HMRC, National Insurance Manual NIM39110 */
function hasInsuranceNumber(text: string): boolean {
  const [, prefix] =
    /(?<![a-z0-9])([a-ceghj-prtw-z][a-ceghj-nprtw-z])[ -]?(?:\d{2}[ -]?){3}[a-d](?![a-z0-9])/i.exec(text) ?? [];
  return prefix !== undefined && !['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'].includes(prefix.toUpperCase());
}

/** Years in which people who work were born. Of later years a table of counts may hold the days on which people were
 *  counted: the oldest monthly history known begins in 2009. */
const BORN = { from: 1920, to: 2008 } as const;
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DAY_FIRST = new RegExp(`(?<!\\d)\\d{1,2}[ ./-](?:\\d{1,2}|(?:${MONTHS})[a-z]*)[ ./-](\\d{4})(?!\\d)`, 'i');
const YEAR_FIRST = /(?<!\d)(\d{4})[./-](?:0[1-9]|1[0-2])[./-](?:0[1-9]|[12]\d|3[01])(?!\d)/;

/** A whole day in one of those years. */
function hasBirthday(text: string): boolean {
  const written = DAY_FIRST.exec(text) ?? YEAR_FIRST.exec(text);
  const year = Number(written?.[1] ?? 0);
  return year >= BORN.from && year <= BORN.to;
}
