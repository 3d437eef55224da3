// The addresses of the blueprint: what it asks, what holds in a place, who answers, what is due, another version.
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace, defaultScenario, notThere } from '#service';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { AnswerPage, BlueprintIndex } from './blueprint-pages.tsx';
import { QUESTIONS } from './questions.ts';
import { requirementRoutes } from './requirement-routes.tsx';
import { versionRoutes } from './version-routes.tsx';
import { viewFor } from './view-for.ts';

export function blueprintRoutes(dress: Dress): readonly PageRoute[] {
  const read = { kind: 'permitted', action: 'read', resource: 'blueprint', placeParam: null } as const;
  return [
    { method: 'GET', path: '/blueprint', access: read, answer: (request) => indexPage(dress, request) },
    { method: 'GET', path: '/blueprint/ask/:question', access: read, answer: (request) => answerPage(dress, request) },
    ...requirementRoutes(dress),
    ...versionRoutes(dress),
  ];
}

async function indexPage(dress: Dress, request: PageRequest) {
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const { catalogue } = workspace.value.pack.blueprint;
  return pageAnswer(dress, {
    request,
    title: catalogue.title,
    part: 'blueprint',
    trail: [{ label: 'Home', href: '/' }],
    islands: [],
    children: (
      <BlueprintIndex
        catalogue={catalogue}
        questions={QUESTIONS}
        versions={workspace.value.pack.records.versions.map(({ version }) => version)}
        find={request.query['find'] ?? ''}
      />
    ),
  });
}

async function answerPage(dress: Dress, request: PageRequest) {
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const question = QUESTIONS.find(({ id }) => id === request.params['question']);
  if (question === undefined) return notThere<never>(request.path);
  const view = viewFor(request, workspace.value);
  if (!view.ok) return view;
  const { pack, tree, isBelow } = workspace.value;
  const answer = question.answer(view.value, defaultScenario(pack.system.scenarios));
  if (!answer.ok) return answer;
  const { actor } = deskOf(request);
  return pageAnswer(dress, {
    request,
    title: answer.value.page.title,
    part: 'blueprint',
    trail: [
      { label: 'Home', href: '/' },
      { label: 'Blueprint', href: '/blueprint' },
    ],
    islands: [],
    children: (
      <AnswerPage
        request={request}
        page={answer.value.page}
        places={tree.places.filter(({ code }) => isBelow(code, actor.place))}
        place={view.value.place?.code ?? actor.place}
      />
    ),
  });
}
