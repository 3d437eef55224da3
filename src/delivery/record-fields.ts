// Fields that records of delivery share: codes, months, money and what is only ever added to.
import { canonicalJson, parseMonth, type Month } from '#kernel';
import { TIERS } from '#workforce';
import { z } from 'zod';

export const code = z.string().min(1).max(120);
export const words = z.string().min(1).max(2000);
export const month = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM')
  .describe('Month, YYYY-MM');
export const moneyGbp = z.number().int().min(0).max(1e12).describe('Whole pounds');
export const people = z.number().min(0).max(1e7);
export const office = code.describe('An office or role that answers for it, never a person');
export const tier = z.enum(TIERS);
/** A list that one record may hold: long enough for every place of a pack. */
export const LIST_MAX = 5000;
export const codes = z.array(code).max(LIST_MAX);
export const link = z
  .string()
  .max(500)
  .regex(/^https:\/\/[^\s]+$/, 'a link begins with https://');

/** @returns the month that a record's text names; a record's schema has already refused what is none */
export function monthOf(text: string): Month {
  return parseMonth(text) ?? 0;
}

/** @returns whether `after` holds all of `before`, unchanged and in its order, with more after it or nothing; the order
 *  of an entry's fields says nothing, for a store may keep them in its own */
export function onlyAddsTo(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.every((each, index) => index < after.length && canonicalJson(each) === canonicalJson(after[index]));
}
