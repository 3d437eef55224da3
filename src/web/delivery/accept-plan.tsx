// Beneath a plan: accept it as commitments, or see how far its acceptance is.
import { Button, InsetText } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { formatNumber } from '#report';
import { mayEver, type AcceptStanding } from '#service';
import { JobProgress } from '../figures/job-progress.tsx';
import { CsrfField } from '../shell/page-shell.tsx';

export type AcceptPlanProps = {
  readonly request: PageRequest;
  readonly place: { readonly code: string; readonly name: string };
  readonly planKey: string;
  readonly scenario: string;
  readonly standing: AcceptStanding;
};

export function AcceptPlan({ request, place, planKey, scenario, standing: { job, accepted } }: AcceptPlanProps) {
  const isOpen = job !== null && job.state !== 'cancelled' && job.state !== 'failed';
  if (accepted !== null) {
    return (
      <InsetText>
        This plan was accepted for {place.name} and below: {formatNumber(accepted.proposed)} commitments were proposed,{' '}
        {formatNumber(accepted.standing)} stood already. <a href={`/delivery/${place.code}`}>See the register</a>
      </InsetText>
    );
  }
  if (job !== null && isOpen) return <JobProgress request={request} job={job} />;
  if (request.actor === null || !mayEver(request.actor, 'create', 'commitment')) return null;
  return (
    <section aria-labelledby="accept-heading" className="no-print">
      <h2 id="accept-heading">Accept the plan</h2>
      {job === null ? null : <JobProgress request={request} job={job} />}
      <p className="nhsuk-u-reading-width">
        What the plan starts in {place.name} and below becomes commitments, each proposed to the body that answers for
        it. None is agreed until that body agrees.
      </p>
      <form method="post" action={`/plan/${place.code}/accept`}>
        <CsrfField request={request} />
        <input type="hidden" name="planKey" value={planKey} />
        <input type="hidden" name="scenario" value={scenario} />
        <Button>Accept this plan as commitments</Button>
      </form>
    </section>
  );
}
