// The form of a scenario: its name, how recruitment answers, each assumption that it sets, and one more to set.
import { Button, Radios, Select, Textarea, TextInput } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { withMonthNames } from '#report';
import { describeRange, describeValue, type Assumption, type Scenario } from '#workforce';
import { fieldsOf } from '../assumption/assumption-form.ts';
import { CsrfField } from '../shell/page-shell.tsx';
import { fieldAt, ProblemSummary, type FormProblem } from '../shell/problem-summary.tsx';
import { ADDED, assumptionsToSet, valueField, type ScenarioFields } from './scenario-form.ts';

export type ScenarioEditorProps = {
  readonly request: PageRequest;
  readonly scenario: Scenario;
  readonly isCopy: boolean;
  readonly register: readonly Assumption[];
  /** As they were sent; null for a form that is shown for the first time. */
  readonly fields: ScenarioFields | null;
  readonly problems: readonly FormProblem[];
  readonly madeFrom: number;
};

export function ScenarioEditor(props: ScenarioEditorProps) {
  const { request, scenario, isCopy, register, problems, madeFrom } = props;
  const fields = props.fields ?? {
    name: isCopy ? '' : scenario.name,
    description: scenario.description,
    recruitment: scenario.recruitment,
  };
  const set = assumptionsToSet(scenario, { assumptions: register }, fields);
  const at = (name: string) => fieldAt(name, { fields, problems });
  return (
    <>
      <ProblemSummary problems={problems} />
      <form method="post" action={request.path}>
        <CsrfField request={request} />
        <input type="hidden" name="madeFrom" value={madeFrom} />
        <TextInput
          {...at('name')}
          label="Name"
          hint="Short, and different from all others; it stands in lists and charts."
        />
        <Textarea
          {...at('description')}
          label="What it assumes, in a sentence"
          hint="For people who compare it with others and have not read the values."
          rows={2}
        />
        <Radios idPrefix="recruitment" name="recruitment" legend="How market recruitment answers">
          <Radios.Item
            value="trend"
            defaultChecked={fields['recruitment'] !== 'establishment'}
            hint="Joiners as they have come so far."
          >
            Trend
          </Radios.Item>
          <Radios.Item
            value="establishment"
            defaultChecked={fields['recruitment'] === 'establishment'}
            hint="Joiners fill the posts that are funded."
          >
            Establishment
          </Radios.Item>
        </Radios>
        {set.length === 0 ? <p>It sets no assumption of its own yet.</p> : null}
        {set.map((assumption) => (
          <ValueField key={assumption.id} assumption={assumption} {...{ fields, problems }} />
        ))}
        <Button>{isCopy ? 'Make this scenario' : 'Keep as a new version'}</Button>
        <OneMore open={register.filter(({ id }) => !set.some((one) => one.id === id))} />
      </form>
    </>
  );
}

/** Brings one more assumption into the form, which is sent along so that nothing typed is lost. It stands after the button
 *  that keeps the scenario, which Enter presses. */
function OneMore({ open }: { readonly open: readonly Assumption[] }) {
  return (
    <div className="cluster no-print">
      <Select
        id={ADDED}
        name={ADDED}
        label="Set one more assumption"
        hint="It comes into the form with its value of today, for you to change."
        defaultValue=""
      >
        <Select.Option value="">None</Select.Option>
        {open.map(({ id, description }) => (
          <Select.Option key={id} value={id}>
            {description}
          </Select.Option>
        ))}
      </Select>
      <Button secondary name="step" value="add">
        Add it to the form
      </Button>
    </div>
  );
}

type ValueFieldProps = {
  readonly assumption: Assumption;
  readonly fields: ScenarioFields;
  readonly problems: readonly FormProblem[];
};

function ValueField({ assumption, fields, problems }: ValueFieldProps) {
  const name = valueField(assumption.id);
  const text = fields[name] ?? fieldsOf(assumption)['value'] ?? '';
  const field = fieldAt(name, { fields: { [name]: text }, problems });
  const hint = `Now ${withMonthNames(describeValue(assumption))}; ${describeRange(assumption)}. Empty it to take it out of the scenario.`;
  return assumption.value.kind === 'scalar' ? (
    <TextInput
      {...field}
      label={`${assumption.description} (${assumption.unit})`}
      hint={hint}
      width="10"
      inputMode="decimal"
    />
  ) : (
    <Textarea {...field} label={`${assumption.description} (${assumption.unit})`} hint={hint} rows={5} />
  );
}
