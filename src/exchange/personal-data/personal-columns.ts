// What columns of staff lists are called, in the forms in which payroll and patient systems write them out.

/** A kind of column by the words that its heading has; words stand apart by anything that is no letter. */
const KINDS: readonly { readonly says: string; readonly heading: RegExp }[] = [
  { says: 'a column of e-mail addresses', heading: /\be ?mail\b/ },
  { says: 'a column of dates of birth', heading: /\b(dob|date of birth|birth ?(date|day)|born( on)?)\b/ },
  { says: 'a column of health service numbers', heading: /\b(nhs|chi|h ?c) ?(number|no|num|id)\b/ },
  {
    says: 'a column of national insurance numbers',
    heading: /\b(nino|ni (number|no|num)|national insurance( number| no)?)\b/,
  },
  {
    says: 'a column of numbers of employees',
    heading: /\b(employee|staff|payroll|assignment|esr|person(nel)?|gmc|nmc|hcpc|smartcard) ?(number|no|num|id|uuid)\b/,
  },
  {
    says: 'a column of people’s names',
    heading:
      /^(name|names)$|\b(first|fore|given|middle|last|family|full|known as|maiden|preferred|legal) ?names?\b|\b(surname|forename|initials)s?\b|\b(employee|staff|person|patient|manager|member|colleague|line manager) names?\b|\bname of (employee|person|staff)\b/,
  },
  { says: 'a column of telephone numbers', heading: /\b(tele)?phone( number| no)?\b|\bmobile( number| no)?\b/ },
  { says: 'a column of addresses', heading: /\b(home|postal|street) address\b|\bpost ?code\b|\baddress line \d\b/ },
];

/** @returns what a column of this heading holds, in words; null where it need not be anything of a person */
export function personalColumn(heading: string): string | null {
  const words = heading
    .normalize('NFKC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
  return KINDS.find((kind) => kind.heading.test(words))?.says ?? null;
}
