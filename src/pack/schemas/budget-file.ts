// blueprint/budget/*.yaml: lines of money, each with the requirement and the standards that it serves.
import { filledList, id, list, month, name, number, record, says, source, whole } from './formats.ts';

const amount = record({
  year: whole(2000, 2199).describe('Financial year by the year in which its April falls'),
  amountGbp: number.min(0, says('an amount is 0 or more', 'Write the amount in GBP, such as 250000.')),
});

const budgetLine = record({
  id,
  title: name,
  holder: id.describe('Code of the place that holds the money'),
  beneficiary: id.describe('Code of the place that it is spent for'),
  requirement: id.nullable().default(null),
  standards: list(name).default([]),
  fund: name,
  retires: month.nullable().default(null).describe('Month in which what it pays for is to be retired'),
  amounts: filledList(amount),
  source,
});

export const budgetFileSchema = record({ budget: list(budgetLine) });
