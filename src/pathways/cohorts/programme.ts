// A programme as it is run: the channel it feeds, what an intake can take, and who pays for whom from when.
import { parseMonth, type Month } from '#kernel';
import { z } from 'zod';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/, 'an id has letters, digits, dots, hyphens');
const month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM');
const age = z.int().min(14).max(120);

const fundingRule = z.strictObject({
  id,
  title: z.string().min(1).max(300),
  from: month.describe('First month of starts that it pays for'),
  until: month.nullable().describe('First month of starts that it does not pay for; null while no end is known'),
  fromAge: age.nullable().describe('Youngest starter it pays for; null for any'),
  toAge: age.nullable().describe('Oldest starter it pays for; null for any'),
  gbpPerStart: z.number().min(0).max(10_000_000),
  source: z.string().min(1).max(500),
});
export type FundingRule = z.infer<typeof fundingRule>;

/** From each state those it may become; the first is where it begins. */
export const PROGRAMME_STEPS = { draft: ['open', 'closed'], open: ['closed'], closed: ['open'] } as const;

export const programmeSchema = z.strictObject({
  id,
  title: z.string().min(1).max(300),
  channel: id.describe('Channel of the pack that its starts belong to'),
  role: id,
  band: id,
  mostPerIntake: z.int().min(1).max(100_000),
  supervisorFtePerPerson: z.number().min(0).max(10),
  funding: z.array(fundingRule).max(100).describe('The first that pays for a starter does'),
  state: z.enum(['draft', 'open', 'closed']),
});
export type TrainingProgramme = z.infer<typeof programmeSchema>;

/** Who of a cohort is paid for, and by how much. */
export type Funded = {
  readonly people: number;
  /** Nobody pays for them in that month. */
  readonly unfundedPeople: number;
  readonly gbp: number;
};

/** What funding rules pay for starters of known ages in a month.
 *  @source docs/model/cohorts.md, eq. 1 */
export function fundingOf(
  { funding }: TrainingProgramme,
  starters: readonly { readonly age: number; readonly people: number }[],
  start: Month,
): Funded {
  let [people, unfundedPeople, gbp] = [0, 0, 0];
  for (const group of starters) {
    const rule = funding.find((each) => isPaying(each, group.age, start));
    if (rule === undefined) unfundedPeople += group.people;
    else {
      people += group.people;
      gbp += group.people * rule.gbpPerStart;
    }
  }
  return { people, unfundedPeople, gbp };
}

function isPaying({ from, until, fromAge, toAge }: FundingRule, age: number, start: Month): boolean {
  const isInTime =
    (parseMonth(from) ?? Infinity) <= start && start < (until === null ? Infinity : (parseMonth(until) ?? 0));
  return isInTime && (fromAge ?? 0) <= age && age <= (toAge ?? Infinity);
}
