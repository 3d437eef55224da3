// What a scenario says, as data that comes from outside: its name, how recruitment answers, and what it sets otherwise.
import { fail, ok, type Result } from '#kernel';
import { describeValue, RECRUITMENT_MODES, type Assumption, type HealthSystem, type Scenario } from '#workforce';
import { z } from 'zod';
import { settingOf, settingSchema, withSetting } from '../assumptions/assumption-terms.ts';

export const scenarioTermsSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  description: z.string().trim().min(1).max(2000),
  recruitment: z.enum(RECRUITMENT_MODES),
  assumptions: z
    .array(settingSchema.extend({ id: z.string().min(1).max(120).describe('Id of an assumption of the register') }))
    .max(2000)
    .describe('All that it sets otherwise; what is left out goes back to the register'),
});
export type ScenarioTerms = z.infer<typeof scenarioTermsSchema>;

export function scenarioTermsOf({ name, description, recruitment, assumptions }: Scenario): ScenarioTerms {
  return { name, description, recruitment, assumptions: assumptions.map((one) => ({ id: one.id, ...settingOf(one) })) };
}

/** @returns the scenario with these terms; `unknown-reference` where the register has no such assumption */
export function withScenarioTerms(
  system: HealthSystem,
  before: Scenario,
  { assumptions, ...terms }: ScenarioTerms,
): Result<Scenario> {
  const own = new Map(before.assumptions.map((one) => [one.id, one]));
  const set: Assumption[] = [];
  for (const { id, ...setting } of assumptions) {
    const known = own.get(id) ?? system.assumptions.find((one) => one.id === id);
    if (known === undefined) return fail(unknown(id));
    set.push(setHere(known, withSetting(known, setting)));
  }
  return ok({ ...before, ...terms, assumptions: set });
}

/** What is set by hand is a judgement, unless nothing was changed. */
export function setHere(before: Assumption, after: Assumption): Assumption {
  if (describeValue(before) === describeValue(after)) return before;
  return {
    ...after,
    kind: 'judgement',
    signedOffBy: null,
    note: `Set in this scenario; the register says ${describeValue(before)}.`,
  };
}

function unknown(id: string) {
  return {
    code: 'unknown-reference',
    message: `There is no assumption '${id}' in the register.`,
    path: 'assumptions',
    hint: 'GET /assumptions lists the ids.',
  } as const;
}
