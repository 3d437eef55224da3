// The step that a record may take next, for kinds whose steps need no reason.
import type { DetailView } from './record-part.ts';
import { nextStates, StepForm } from './step-form.tsx';

export type NextStepProps = Pick<DetailView<unknown>, 'request' | 'desk' | 'kept' | 'shown'> & {
  readonly kind: string;
  /** Path under which its pages stand. */
  readonly root: string;
};

export function NextStep({ request, desk, kept, shown, kind, root }: NextStepProps) {
  return (
    <StepForm
      request={request}
      next={nextStates(desk, kind, kept.state)}
      record={kept}
      action={`${root}/${kept.id}/state`}
      shown={shown}
      reasonLabel={null}
    />
  );
}
