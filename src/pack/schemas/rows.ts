// The rows of places.csv, drivers.csv and stock.csv: cells of text that become codes, months and numbers.
import { z } from 'zod';
import { id, month, name, says, source, tier } from './formats.ts';

const NUMBER_RULE = says(
  'a number is written in plain digits with at most one decimal point and twenty decimals',
  'Write a number such as 12 or 7.5, without separators, signs of money or units.',
);
const cellNumber = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,20})?$/, NUMBER_RULE)
  .transform(Number);

/** A number of 0 or more. */
const amount = cellNumber.refine((value) => value >= 0, {
  error: says('it is 0 or more', 'Write 0 or a positive number.'),
  params: { code: 'out-of-range' },
});

const WHOLE_RULE = says(
  'headcount is whole people, 0 or more',
  'Write a whole number of people; fte holds part-time shares.',
);
const wholePeople = cellNumber.refine((value) => Number.isInteger(value) && value >= 0, {
  error: WHOLE_RULE,
  params: { code: 'out-of-range' },
});

const orEmptyId = z.union([z.literal('').transform(() => null), id], {
  error: says('it is a code or an empty cell', 'Write the code of a place, or leave the cell empty.'),
});
const orEmptyMonth = z.union([z.literal('').transform(() => null), month], {
  error: says('it is a month YYYY-MM or an empty cell', 'Write a month such as 2025-10, or leave the cell empty.'),
});

export const PLACE_COLUMNS = ['code', 'name', 'tier', 'kind', 'parent', 'from', 'to', 'successor'] as const;
export const placeRowSchema = z.strictObject({
  code: id,
  name,
  tier,
  kind: name,
  parent: orEmptyId,
  from: month,
  to: orEmptyMonth,
  successor: orEmptyId,
});

export const DRIVER_COLUMNS = ['place', 'driver', 'value', 'source'] as const;
export const driverRowSchema = z.strictObject({ place: id, driver: id, value: amount, source });

export const STOCK_COLUMNS = ['place', 'role', 'band', 'ageGroup', 'headcount', 'fte', 'source'] as const;
export const stockRowSchema = z.strictObject({
  place: id,
  role: id,
  band: id,
  ageGroup: id,
  headcount: wholePeople,
  fte: amount,
  source,
});
