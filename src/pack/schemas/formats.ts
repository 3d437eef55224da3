// The small values every file of a pack is made of: ids, text, months, shares, each with its rule and next step.
import { parseMonth } from '#kernel';
import { TIERS } from '#workforce';
import { z } from 'zod';

/** The text of a zod message: the rule, then the next step, told apart by the line break. */
export function says(rule: string, nextStep: string): string {
  return `${rule}\n${nextStep}`;
}

/** An object with these fields and no others; a misspelt field is told which ones are known. */
export function record<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? says(`the fields here are ${known}`, known) : undefined),
  });
}

const ID_RULE = says(
  'an id is letters, digits, dots, dashes and underscores, begins with a letter or digit and has at most 120 of them',
  'Write an id such as data-analyst; put an id of digits alone in quotes.',
);
export const id = z
  .string(ID_RULE)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/, ID_RULE)
  .describe('Id: letters, digits, dots, dashes, underscores');

const NAME_RULE = says('a name is 1 to 200 characters of text', 'Write a name; put a name of digits alone in quotes.');
export const name = z.string(NAME_RULE).trim().min(1, NAME_RULE).max(200, NAME_RULE);

const TEXT_RULE = says(
  'it is text of at most 4000 characters',
  "Write a sentence, or '' for none; put digits in quotes.",
);
export const text = z.string(TEXT_RULE).max(4000, TEXT_RULE);

const MONTH_RULE = says('a month is written YYYY-MM, between 1900-01 and 2199-12', 'Write a month such as 2025-10.');
export const month = z
  .string(MONTH_RULE)
  .meta({ description: 'Month, YYYY-MM', pattern: '^(19|20|21)\\d\\d-(0[1-9]|1[0-2])$' })
  .transform((written, context) => {
    const parsed = parseMonth(written);
    if (parsed !== null) return parsed;
    context.issues.push({ code: 'custom', message: MONTH_RULE, input: written });
    return z.NEVER;
  });

const NUMBER_RULE = says('it is a number', 'Write a plain number such as 12 or 0.25, without quotes, commas or units.');
export const number = z.number(NUMBER_RULE);

const SHARE_RULE = says(
  'a share lies between 0 and 1',
  'Write the share as a number between 0 and 1, such as 0.25 for 25%.',
);
export const share = z.number(SHARE_RULE).min(0, SHARE_RULE).max(1, SHARE_RULE);

/** A whole number from `low` to `high`. */
export function whole(low: number, high: number) {
  const rule = says(`it is a whole number from ${low} to ${high}`, `Write a whole number from ${low} to ${high}.`);
  return z.number(rule).int(rule).min(low, rule).max(high, rule);
}

export const tier = z.enum(TIERS);

const SOURCE_RULE = says(
  'every figure names a source of pack.yaml by its id',
  'Add "source: ID", and the source itself to pack.yaml if it is not there yet.',
);
export const source = z.string(SOURCE_RULE).min(1, SOURCE_RULE).describe('Id of a source in pack.yaml');

/** A list whose length is bounded, with a rule that says so. */
export function list<Item extends z.ZodType>(item: Item, most = 5000) {
  const rule = says(`it is a list of at most ${most} items`, 'Write each item on a line that begins with "- ".');
  return z.array(item, rule).max(most, rule);
}

/** A list that must hold something. */
export function filledList<Item extends z.ZodType>(item: Item, most = 5000) {
  const rule = says('it is a list of one item or more', 'Add an item on a line that begins with "- ".');
  return z.array(item, rule).min(1, rule).max(most, rule);
}
