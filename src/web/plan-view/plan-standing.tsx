// What a page says where there is no plan yet, where one is being made, or where the pack has changed since.
import { Button, InsetText } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { mayEver, type PlanStanding } from '#service';
import { JobProgress } from '../figures/job-progress.tsx';
import { CsrfField } from '../shell/page-shell.tsx';

export type PlanStandingNoteProps = {
  readonly request: PageRequest;
  readonly standing: PlanStanding;
  readonly scenario: string;
};

export function PlanStandingNote({ request, standing, scenario }: PlanStandingNoteProps) {
  const { found, underWay } = standing;
  if (underWay !== null) {
    return (
      <InsetText>
        <p>{found === null ? 'The first plan is being made.' : 'A new plan is being made; the last one is shown.'}</p>
        <JobProgress request={request} job={underWay} />
      </InsetText>
    );
  }
  if (found?.isOfThisPack) return null;
  return (
    <InsetText>
      <p>
        {found === null
          ? 'No plan has been made for this scenario yet.'
          : 'The pack has changed since this plan was made, so its figures may no longer hold.'}
      </p>
      {request.actor !== null && mayEver(request.actor, 'run', 'plan') ? (
        <form method="post" action="/plan/run" className="no-print">
          <CsrfField request={request} />
          <input type="hidden" name="scenario" value={scenario} />
          <input type="hidden" name="back" value={request.path} />
          <Button>Make a plan now</Button>
        </form>
      ) : null}
    </InsetText>
  );
}
