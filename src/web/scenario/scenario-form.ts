// A scenario as the fields of a form: its name, how recruitment answers, and the assumptions that it sets otherwise.
import { scenarioId, setHere } from '#service';
import { RECRUITMENT_MODES, type Assumption, type HealthSystem, type Scenario } from '#workforce';
import { fieldsOf, readFields } from '../assumption/assumption-form.ts';
import type { FormProblem } from '../shell/problem-summary.tsx';

export type ScenarioFields = Readonly<Record<string, string>>;

/** Name, and id, of the field that holds a value of an assumption. */
export function valueField(id: string): string {
  return `value-${id}`;
}

/** Name of the field in which the next assumption to be set is chosen. */
export const ADDED = 'added';

export type ScenarioRead =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

export type ScenarioContext = {
  readonly before: Scenario;
  readonly isCopy: boolean;
  readonly system: HealthSystem;
};

export function readScenario({ before, isCopy, system }: ScenarioContext, fields: ScenarioFields): ScenarioRead {
  const problems: FormProblem[] = [];
  const name = fields['name'] ?? '';
  if (name === '') problems.push({ field: 'name', message: 'Give the scenario a name.' });
  const id = isCopy ? scenarioId(name) : before.id;
  if (isCopy && system.scenarios.some((one) => one.id === id)) {
    problems.push({ field: 'name', message: `There is a scenario '${id}' already: choose another name.` });
  }
  const description = fields['description'] ?? '';
  if (description === '') problems.push({ field: 'description', message: 'Say in a sentence what it assumes.' });
  const recruitment = RECRUITMENT_MODES.find((mode) => mode === fields['recruitment']) ?? before.recruitment;
  const assumptions = assumptionsToSet(before, system, fields).flatMap((assumption) => {
    const text = fields[valueField(assumption.id)];
    if (text === '') return [];
    const reading = readFields(assumption, { ...fieldsOf(assumption), ...(text === undefined ? {} : { value: text }) });
    if (reading.ok) return [setHere(assumption, reading.assumption)];
    problems.push(...reading.problems.map(({ message }) => ({ field: valueField(assumption.id), message })));
    return [];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, scenario: { ...before, id, name, description, recruitment, assumptions } };
}

/** Those that the scenario sets already, and the one that was chosen to be added. */
export function assumptionsToSet(
  before: Scenario,
  system: Pick<HealthSystem, 'assumptions'>,
  fields: ScenarioFields,
): readonly Assumption[] {
  const set = new Set(before.assumptions.map(({ id }) => id));
  const wanted = system.assumptions.filter(
    ({ id }) => !set.has(id) && (id === fields[ADDED] || fields[valueField(id)] !== undefined),
  );
  return [...before.assumptions, ...wanted];
}
