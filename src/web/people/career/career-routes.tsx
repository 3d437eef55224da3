// The address of routes: the way from one's post or skills to another, or the nearest of all.
import { InsetText } from 'nhsuk-react-components';
import { ok } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { findRoutesIn, type FoundRoutes, type PreparedRoutes, type RouteRequest } from '#planning';
import { atWorkspace, completedMoves, ownHolding, preparedRoutes, protectByRule, type Workspace } from '#service';
import { ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';
import { deskOf } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { monthOf, peoplePage } from '../people-page.tsx';
import { NearestRoutes, RouteInSteps } from './found-routes.tsx';
import { RouteForm } from './route-form.tsx';
import { readQuestion } from './route-question.ts';

export function careerRoutes(dress: Dress): readonly PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/people/routes',
      access: { kind: 'permitted', action: 'read', resource: 'framework', placeParam: null },
      answer: (request) => routesPage(dress, request),
    },
  ];
}

async function routesPage(dress: Dress, request: PageRequest) {
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const asOf = monthOf(request);
  const holding = await ownHolding(deskOf(request), asOf);
  if (!holding.ok) return holding;
  const question = readQuestion(request, { asOf, holding: holding.value });
  const prepared = preparedRoutes(workspace.value, {
    framework: null,
    measure: question?.measure ?? 'coverage',
    asOf,
  });
  if (!prepared.ok) return prepared;
  const found =
    question === null ? ok(null) : await answerTo(request, workspace.value, { prepared: prepared.value, question });
  const isNoWay = !found.ok && found.problems.every(({ code }) => code === 'infeasible');
  const problems: readonly FormProblem[] =
    found.ok || isNoWay ? [] : [{ field: 'from', message: 'Choose a start and a goal from the lists.' }];
  const { roles } = workspace.value.pack.system;
  return peoplePage(dress, {
    request,
    title: 'Routes: what could I become, and how?',
    trail: [],
    children: (
      <>
        <ProblemSummary problems={problems} />
        <RouteForm
          request={request}
          map={prepared.value.map}
          roleName={(role) => roles.find(({ id }) => id === role)?.name ?? role}
          ownSkills={holding.value.length}
        />
        {found.ok && found.value !== null && question !== null ? (
          <Answer found={found.value} question={question} />
        ) : null}
        {isNoWay ? <NoWay /> : null}
        {question === null ? (
          <InsetText>
            <p>
              Choose where you start. Every step says which skills you gain, where they are learned, how long it takes,
              and what it costs and pays. Nothing is kept of what you ask here.
            </p>
          </InsetText>
        ) : null}
      </>
    ),
  });
}

/** Who has made a step is everybody's business as a count, of which a small one is hidden. */
async function answerTo(request: PageRequest, { pack }: Workspace, { prepared, question }: Asking) {
  const history = await completedMoves(deskOf(request));
  if (!history.ok) return history;
  return findRoutesIn(prepared, question, { history: history.value, protect: protectByRule(pack.disclosure) });
}

type Asking = { readonly prepared: PreparedRoutes; readonly question: RouteRequest };

function Answer({ found, question }: { readonly found: FoundRoutes; readonly question: RouteRequest }) {
  const [first] = found.routes;
  if (question.to !== null && first !== undefined) return <RouteInSteps route={first} from={found.from} />;
  return <NearestRoutes found={found} question={question} />;
}

function NoWay() {
  return (
    <InsetText>
      <p>
        <b>No route leads there by what is known today.</b> A step is a promotion, a move that people are known to make,
        a programme that takes you in, or a move for which you bring enough and have the registrations.
      </p>
      <p>
        Try the fewest months instead of pay that never falls, the other rule for moves, or another start. Your lead can
        ask for a programme or for skills to be connected.
      </p>
    </InsetText>
  );
}
