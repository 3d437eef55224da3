// disclosure.yaml: the rule by which small groups of people are kept from readers.
import { name, number, record, says, source, whole } from './formats.ts';

const BASE_RULE = says('it is a number of people, 0 or more', 'Write a number such as 8 or 22.5.');

export const disclosureFileSchema = record({
  name,
  version: name,
  hideFrom: whole(1, 100).describe('The fewest people of a count that is hidden; none is always shown'),
  hideTo: whole(1, 100).describe('The most people of a count that is hidden'),
  roundTo: whole(1, 100).describe('Every other count is rounded to the nearest multiple of this many people'),
  countHiddenAs: whole(1, 100).describe('People that a hidden count stands for in sums'),
  minPercentBase: number.min(0, BASE_RULE).describe('The fewest people of whom a percentage is given'),
  minAverageBase: number.min(0, BASE_RULE).describe('The fewest people of whom an average is given'),
  source,
});
