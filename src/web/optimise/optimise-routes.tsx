// The addresses of the optimiser: its form with what was asked before, and one answer with its curve.
import { InsetText } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { OptimisedSections } from '#report';
import { askToOptimise, atWorkspace, defaultScenario, listOptimised, maySeeWholePlan, readOptimised } from '#service';
import { JobOutcome } from '../figures/job-outcome.tsx';
import { deskOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../shell/problem-summary.tsx';
import { EMPTY_FIELDS, fieldsIn, readOrder, type OptimiseFields } from './optimise-form.ts';
import { AskForm, ChoosePoint, Earlier } from './optimise-pages.tsx';

const TRAIL = [
  { label: 'Home', href: '/' },
  { label: 'Plan', href: '/plan' },
];

export function optimiseRoutes(dress: Dress): readonly PageRoute[] {
  const permit = (action: 'read' | 'run') =>
    ({ kind: 'permitted', action, resource: 'plan', placeParam: null }) as const;
  return [
    { method: 'GET', path: '/plan/frontier', access: permit('read'), answer: (request) => askPage(dress, request) },
    { method: 'POST', path: '/plan/frontier', access: permit('run'), answer: (request) => ask(dress, request) },
    {
      method: 'GET',
      path: '/plan/frontier/:job',
      access: permit('read'),
      answer: (request) => answerPage(dress, request),
    },
  ];
}

type Shown = { readonly fields: OptimiseFields; readonly problems: readonly FormProblem[] };

async function askPage(dress: Dress, request: PageRequest, shown: Shown | null = null) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { system } = workspace.value.pack;
  const asked = await listOptimised(desk);
  if (!asked.ok) return asked;
  const fields = shown?.fields ?? { ...EMPTY_FIELDS, scenario: defaultScenario(system.scenarios) };
  const props = {
    request,
    title: 'What would other money do?',
    part: 'plan',
    trail: TRAIL,
    islands: [],
    children: (
      <>
        <p className="nhsuk-u-reading-width">
          The optimiser finds the best plan for an aim, replays it through the full model, and says what holds it back,
          what the next £1m buys, what a slip costs and what can wait.
        </p>
        {maySeeWholePlan(desk.actor, 'run', workspace.value) ? (
          <AskForm request={request} system={system} fields={fields} problems={shown?.problems ?? []} />
        ) : null}
        {maySeeWholePlan(desk.actor, 'read', workspace.value) ? (
          <Earlier asked={asked.value} />
        ) : (
          <InsetText>
            Such a plan shares money between all places, so those who plan for all of them ask for it. Your own part
            stands in <a href="/plan">your plan</a>.
          </InsetText>
        )}
      </>
    ),
  };
  return shown === null ? pageAnswer(dress, props) : formAgain(dress, props);
}

async function ask(dress: Dress, request: PageRequest) {
  const fields = fieldsIn(request);
  const reading = readOrder(fields);
  if (!reading.ok) return askPage(dress, request, { fields, problems: reading.problems });
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const { scenarios, channels } = workspace.value.pack.system;
  const unknown =
    !scenarios.some(({ id }) => id === fields.scenario) ||
    fields.without.some((id) => !channels.some((channel) => channel.id === id));
  if (unknown) {
    const problems = [{ field: 'scenario', message: 'Choose a scenario and channels that the pack has.' }];
    return askPage(dress, request, { fields, problems });
  }
  const job = await askToOptimise(deskOf(request), reading.order, dress.version);
  if (job.ok) return onward(`/plan/frontier/${job.value.id}`);
  if (job.problems.some(({ code }) => code === 'not-found' || code === 'forbidden')) return job;
  return askPage(dress, request, { fields, problems: asFormProblems(job.problems) });
}

async function answerPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const found = await readOptimised(desk, request.params['job'] ?? '');
  if (!found.ok) return found;
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { job, ask: asked, isOfThisPack, document } = found.value;
  return pageAnswer(dress, {
    request,
    title: document?.aim.sentence.replace(/\.$/, '') ?? 'The optimiser at work',
    part: 'plan',
    trail: [...TRAIL, { label: 'What would other money do?', href: '/plan/frontier' }],
    islands: ['job-progress'],
    children:
      document === null ? (
        <JobOutcome request={request} job={job} again="/plan/frontier" />
      ) : (
        <>
          {isOfThisPack ? null : (
            <InsetText>The pack has changed since this was asked, so its figures may no longer hold.</InsetText>
          )}
          <div className="figures">
            <OptimisedSections document={document} />
          </div>
          {document.frontier !== null && maySeeWholePlan(desk.actor, 'run', workspace.value) ? (
            <ChoosePoint request={request} ask={asked} frontier={document.frontier} />
          ) : null}
        </>
      ),
  });
}
