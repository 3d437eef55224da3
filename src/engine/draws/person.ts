// A person is one number: the row, the age as if at the run's first month, and the birthday that brings another rung.

// These are not exported: what a module keeps to itself is a constant for the compiler, what it exports is looked up.
const ROW_SHIFT = 16;
const BORN_SHIFT = 8;
const BYTE = 0xff;
const BORN_BITS = BYTE << BORN_SHIFT;

/** Values that the age at the first month, and a birthday, may have. */
export const BYTE_VALUES = 256;

/** Rows that a person may be in. */
export const MOST_ROWS = 1 << 15;

/** Added to the age at the first month, so that those who are born into it later are not below 0; more than the 50 years
 *  that a run may last. */
export const MOST_BIRTHDAYS = 60;

/** @param born the age at the first month, with MOST_BIRTHDAYS added */
export function personOf(row: number, born: number): number {
  return (row << ROW_SHIFT) | (born << BORN_SHIFT);
}

export function rowOf(person: number): number {
  return person >>> ROW_SHIFT;
}

/** The age as if at the first month, with MOST_BIRTHDAYS added. */
export function bornOf(person: number): number {
  return (person >>> BORN_SHIFT) & BYTE;
}

/** The birthday that brings another rung or another FTE, 0 where none of the run does. */
export function dueOf(person: number): number {
  return person & BYTE;
}

export function withDue(person: number, due: number): number {
  return (person & ~BYTE) | due;
}

/** The same person in another row, who is yet to be seated there. */
export function inRow(person: number, row: number): number {
  return (row << ROW_SHIFT) | (person & BORN_BITS);
}

/** The same person born so many years later. */
export function bornLater(person: number, years: number): number {
  return person - (years << BORN_SHIFT);
}
