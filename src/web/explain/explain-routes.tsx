// Explain: where a figure comes from, part by part, each with its source and its place in the pack.
import { Button } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { askForFigure, atWorkspace, defaultScenario, standingOfFigure, type Workspace } from '#service';
import { JobProgress } from '../figures/job-progress.tsx';
import { Explained } from './explained.tsx';
import { figureInWords } from './figure-in-words.ts';
import { deskOf, fieldOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';

export function explainRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'read', resource: 'projection', placeParam: null } as const;
  return [
    { method: 'GET', path: '/explain/:figure', access, answer: (request) => explainPage(dress, request) },
    {
      method: 'POST',
      path: '/explain',
      access: { kind: 'permitted', action: 'run', resource: 'projection', placeParam: null },
      answer: async (request) => {
        const [figure, scenario] = [fieldOf(request, 'figure'), fieldOf(request, 'scenario')];
        const asked = await askForFigure(deskOf(request), { figure, scenario }, dress.version);
        const back = `/explain/${encodeURIComponent(figure)}?scenario=${encodeURIComponent(scenario)}`;
        return asked.ok ? onward(back) : asked;
      },
    },
  ];
}

async function explainPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const figure = request.params['figure'] ?? '';
  const scenario = request.query['scenario'] ?? defaultScenario(workspace.value.pack.system.scenarios);
  const standing = await standingOfFigure(desk, { figure, scenario });
  if (!standing.ok) return standing;
  const { job, explanation } = standing.value;
  const isAsked = explanation !== null || (job !== null && job.state !== 'cancelled' && job.state !== 'failed');
  return pageAnswer(dress, {
    request,
    title: `${figureInWords(figure, workspace.value)}: where it comes from`,
    part: 'projections',
    trail: [
      { label: 'Home', href: '/' },
      { label: 'Projections', href: '/projections' },
    ],
    islands: ['job-progress'],
    children: (
      <>
        {explanation === null ? null : (
          <Explained explanation={explanation} workspace={workspace.value} scenario={scenario} />
        )}
        {job !== null && explanation === null ? <JobProgress request={request} job={job} /> : null}
        {isAsked ? null : (
          <form method="post" action="/explain" className="no-print">
            <CsrfField request={request} />
            <input type="hidden" name="figure" value={figure} />
            <input type="hidden" name="scenario" value={scenario} />
            <p className="nhsuk-u-reading-width">
              The figure is worked out anew from the pack, so that what you read is how it comes about and not what
              somebody wrote about it.
            </p>
            <Button>Work it out</Button>
          </form>
        )}
        <Replay figure={figure} scenario={scenario} planKey={standing.value.planKey} head={workspace.value.head} />
      </>
    ),
  });
}

type ReplayProps = {
  readonly figure: string;
  readonly scenario: string;
  readonly planKey: string | null;
  readonly head: Workspace['head'];
};

/** What the figure hangs on, so that anybody can have it worked out again and see whether it is the same. */
function Replay({ figure, scenario, planKey, head }: ReplayProps) {
  return (
    <p className="source">
      Name <code>{figure}</code>; scenario <code>{scenario}</code>; pack version {head.version}, hash{' '}
      <code>{head.hash.slice(0, 12)}</code>
      {planKey === null ? null : (
        <>
          ; plan <code>{planKey.slice(0, 12)}</code>
        </>
      )}
      . The same name, pack and plan give the same figure on any machine.
    </p>
  );
}
