// The step of a record to its next state: which there are, and the form that takes one.
import { Button, Select, TextInput } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import type { Action, Desk } from '#service';
import { fieldOf } from '../shell/page-answer.tsx';
import { CsrfField } from '../shell/page-shell.tsx';
import { fieldAt } from '../shell/problem-summary.tsx';
import type { Shown } from './form-fields.tsx';

export type StepFormProps = {
  readonly request: PageRequest;
  /** States that it may become; none where it has ended. */
  readonly next: readonly string[];
  readonly record: { readonly version: number };
  /** Where the form is sent. */
  readonly action: string;
  readonly shown: Shown;
  /** What the reason is for; null where the kind keeps none. */
  readonly reasonLabel: string | null;
};

export function StepForm({ request, next, record, action, shown, reasonLabel }: StepFormProps) {
  if (next.length === 0) return <p>It has ended and stays as it is.</p>;
  return (
    <form method="post" action={action} className="no-print">
      <CsrfField request={request} />
      <input type="hidden" name="madeFrom" value={record.version} />
      <Select {...fieldAt('state', shown)} label="Next state" hint="Only what may follow the present state is offered.">
        {next.map((state) => (
          <Select.Option key={state} value={state}>
            {state.replaceAll('-', ' ')}
          </Select.Option>
        ))}
      </Select>
      {reasonLabel === null ? null : (
        <TextInput
          {...fieldAt('reason', shown)}
          label={reasonLabel}
          hint="Kept with the step, for whoever asks later."
        />
      )}
      <Button secondary>Take this step</Button>
    </form>
  );
}

/** @returns the states that a record of a kind may become */
export function nextStates({ world }: Desk, kind: string, state: string): readonly string[] {
  return world.kinds.find((known) => known.kind === kind)?.transitions[state] ?? [];
}

/** What a sent step changes, and which of the matrix's actions it takes. */
export function stepOf(
  { world }: Desk,
  kindName: string,
  request: PageRequest,
): { readonly action: Action; readonly change: Readonly<Record<string, unknown>> } {
  const kind = world.kinds.find((known) => known.kind === kindName);
  const state = fieldOf(request, 'state');
  const hasReason = request.form.some(([name]) => name === 'reason');
  const reason = fieldOf(request, 'reason');
  return {
    action: kind?.rule?.actionInto[state] ?? 'change',
    change: { state, ...(hasReason ? { reason: reason === '' ? null : reason } : {}) },
  };
}
