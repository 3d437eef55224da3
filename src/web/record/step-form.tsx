// The step of a record to its next state: which there are, and the form that takes one.
import { Button, Select, TextInput } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import type { Action, Desk } from '#service';
import { fieldOf } from '../shell/page-answer.tsx';
import { CsrfField } from '../shell/page-shell.tsx';
import { fieldAt } from '../shell/problem-summary.tsx';
import type { Shown } from './form-fields.tsx';

export type StepFormProps = {
  readonly desk: Desk;
  readonly request: PageRequest;
  readonly kind: string;
  readonly record: { readonly id: string; readonly version: number; readonly state: string };
  /** Where the form is sent. */
  readonly action: string;
  readonly shown: Shown;
  /** What the reason is for; null where the kind keeps none. */
  readonly reasonLabel: string | null;
};

export function StepForm({ desk, request, kind, record, action, shown, reasonLabel }: StepFormProps) {
  const next = desk.world.kinds.find((known) => known.kind === kind)?.transitions[record.state] ?? [];
  if (next.length === 0) return <p>It has ended and stays as it is.</p>;
  return (
    <form method="post" action={action} className="no-print">
      <CsrfField request={request} />
      <input type="hidden" name="madeFrom" value={record.version} />
      <Select {...fieldAt('state', shown)} label="Next state">
        {next.map((state) => (
          <Select.Option key={state} value={state}>
            {state.replaceAll('-', ' ')}
          </Select.Option>
        ))}
      </Select>
      {reasonLabel === null ? null : <TextInput {...fieldAt('reason', shown)} label={reasonLabel} />}
      <Button secondary>Take this step</Button>
    </form>
  );
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
