// Long work as it stands: what it is at, how far, and a button to stop it; reads the same without scripts.
import { Button } from 'nhsuk-react-components';
import type { PageRequest } from '#http';
import { mayEver, type Job } from '#service';
import { CsrfField } from '../shell/page-shell.tsx';

const STATES: Readonly<Record<Job['state'], string>> = {
  queued: 'Waiting for a worker',
  running: 'Working',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Stopped',
};

/** The island `job-progress` keeps it up to date by the job's event stream; without it a reload does. */
export function JobProgress({ request, job }: { readonly request: PageRequest; readonly job: Job }) {
  const percent = Math.round(job.shareDone * 100);
  const isOpen = job.state === 'queued' || job.state === 'running';
  return (
    <section aria-label="Progress" data-island="job-progress" data-job={job.id} data-state={job.state}>
      <p aria-live="polite">
        <b data-part="state">{STATES[job.state]}</b>
        <span data-part="step">{job.step === '' ? '' : `: ${job.step}`}</span>
      </p>
      {isOpen ? (
        <>
          <progress className="meter" max={100} value={percent} aria-label="Share done" data-part="meter">
            {percent}%
          </progress>
          <div className="cluster no-print">
            <p>
              <a href="">Look again</a>
            </p>
            {request.actor !== null && mayEver(request.actor, 'cancel', 'job') ? (
              <form method="post" action={`/jobs/${job.id}/cancel`}>
                <CsrfField request={request} />
                <input type="hidden" name="back" value={addressOf(request)} />
                <Button secondary>Stop</Button>
              </form>
            ) : null}
          </div>
        </>
      ) : null}
      {job.problems.length === 0 ? null : (
        <ul>
          {job.problems.map(({ message, hint }) => (
            <li key={message}>
              {message} {hint}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The page as it was asked for, to come back to. */
function addressOf({ path, query }: PageRequest): string {
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? path : `${path}?${asked}`;
}
