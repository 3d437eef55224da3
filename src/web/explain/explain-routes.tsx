// Explain: where a figure comes from, part by part, each with its source and its place in the pack.
import { Button, Details, InsetText, SummaryList } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { formatNumber } from '#report';
import { askForFigure, atWorkspace, defaultScenario, standingOfFigure, type KeptExplanation } from '#service';
import { JobProgress } from '../figures/job-progress.tsx';
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
  const isAsked = job !== null && job.state !== 'cancelled' && job.state !== 'failed';
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
        <p className="source">
          By its name, <code>{figure}</code>, <code>./cadre explain</code> takes the same figure apart.
        </p>
        {explanation === null ? null : <Explained explanation={explanation} />}
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
      </>
    ),
  });
}

function Explained({ explanation }: { readonly explanation: KeptExplanation }) {
  const { says, value, stated, isReproduced, unit, formula, parts } = explanation;
  return (
    <>
      <p className="nhsuk-u-reading-width">{says}</p>
      <SummaryList>
        <SummaryList.Row>
          <SummaryList.Key>Worked out anew</SummaryList.Key>
          <SummaryList.Value>
            <b>{formatNumber(value)}</b> {unit}
          </SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>As the plan states it</SummaryList.Key>
          <SummaryList.Value>
            {formatNumber(stated)} {unit}
          </SummaryList.Value>
        </SummaryList.Row>
        <SummaryList.Row>
          <SummaryList.Key>Formula</SummaryList.Key>
          <SummaryList.Value>{formula}</SummaryList.Value>
        </SummaryList.Row>
      </SummaryList>
      {isReproduced ? null : (
        <InsetText>The two differ, which must not be: tell your administrator, with the figure’s name.</InsetText>
      )}
      <h2 className="nhsuk-heading-m">What it is made of</h2>
      <Parts parts={parts} />
    </>
  );
}

type Part = KeptExplanation['parts'][number];

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <ul>
      {parts.map((part) => (
        <li key={`${part.name} ${part.says}`}>
          <b>{part.name}</b>
          {part.value === null ? '' : `: ${formatNumber(part.value)} ${part.unit}`}
          <br />
          {part.says}
          {part.source === null ? null : (
            <span className="source">
              <br />
              Source: {part.source}
            </span>
          )}
          {part.location === null ? null : (
            <span className="source">
              <br />
              In the pack: {part.location}
            </span>
          )}
          {part.parts.length === 0 ? null : (
            <Details>
              <Details.Summary>Its own parts</Details.Summary>
              <Details.Text>
                <Parts parts={part.parts} />
              </Details.Text>
            </Details>
          )}
        </li>
      ))}
    </ul>
  );
}
