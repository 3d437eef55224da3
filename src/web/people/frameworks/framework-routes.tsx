// The addresses of frameworks: all of them with a search, one with its role levels, one level, and one skill.
import { currentFrameworks, levelsOf, versionsOf, type Framework } from '#pathways';
import type { PageRequest, PageRoute } from '#http';
import { ok, type Result } from '#kernel';
import { atWorkspace, frameworkChanges, notThere, type Workspace } from '#service';
import { deskOf } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { BlueprintSections } from '../../blueprint/blueprint-pages.tsx';
import { peoplePage } from '../people-page.tsx';
import { FrameworkIndex } from './framework-index.tsx';
import { FrameworkDetail } from './framework-detail.tsx';
import { LevelDetail } from './level-detail.tsx';
import { SkillDetail } from './skill-detail.tsx';

const FRAMEWORKS = { label: 'Frameworks', href: '/people/frameworks' };

export function frameworkRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'read', resource: 'framework', placeParam: null } as const;
  const at = '/people/frameworks/:framework';
  const get = (
    path: string,
    page: (dress: Dress, request: PageRequest) => ReturnType<PageRoute['answer']>,
  ): PageRoute => ({
    method: 'GET',
    path,
    access,
    answer: (request) => page(dress, request),
  });
  return [
    get('/people/frameworks', indexPage),
    get(at, detailPage),
    get(`${at}/changes`, changesPage),
    get(`${at}/levels/:level`, levelPage),
    get(`${at}/skills/:skill`, skillPage),
  ];
}

async function indexPage(dress: Dress, request: PageRequest) {
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const { skills } = workspace.value.pack;
  return peoplePage(dress, {
    request,
    title: 'Skills frameworks',
    trail: [],
    children: (
      <FrameworkIndex
        frameworks={currentFrameworks(skills.frameworks)}
        posts={skills.posts}
        find={(request.query['find'] ?? '').slice(0, 100)}
      />
    ),
  });
}

async function detailPage(dress: Dress, request: PageRequest) {
  const found = await findFramework(request);
  if (!found.ok) return found;
  const { framework, workspace } = found.value;
  return peoplePage(dress, {
    request,
    title: framework.title,
    trail: [FRAMEWORKS],
    children: (
      <FrameworkDetail
        framework={framework}
        versions={versionsOf(workspace.pack.skills.frameworks, framework.id)}
        posts={workspace.pack.skills.posts}
      />
    ),
  });
}

async function changesPage(dress: Dress, request: PageRequest) {
  const found = await findFramework(request);
  if (!found.ok) return found;
  const { framework } = found.value;
  const page = await frameworkChanges(deskOf(request), framework.id, request.query['since'] ?? null);
  if (!page.ok) return page;
  return peoplePage(dress, {
    request,
    title: page.value.title,
    trail: [FRAMEWORKS, { label: framework.title, href: `/people/frameworks/${framework.id}` }],
    children: <BlueprintSections page={page.value} />,
  });
}

async function levelPage(dress: Dress, request: PageRequest) {
  const found = await findFramework(request);
  if (!found.ok) return found;
  const { framework, workspace } = found.value;
  const level = levelsOf(framework).find((each) => each.level.id === request.params['level']);
  if (level === undefined) return notThere<never>(request.path);
  return peoplePage(dress, {
    request,
    title: level.level.name,
    trail: [FRAMEWORKS, { label: framework.title, href: `/people/frameworks/${framework.id}` }],
    children: <LevelDetail framework={framework} {...level} pack={workspace.pack} />,
  });
}

async function skillPage(dress: Dress, request: PageRequest) {
  const found = await findFramework(request);
  if (!found.ok) return found;
  const { framework, workspace } = found.value;
  const skill = framework.skills.find(({ id }) => id === request.params['skill']);
  if (skill === undefined) return notThere<never>(request.path);
  return peoplePage(dress, {
    request,
    title: skill.name,
    trail: [FRAMEWORKS, { label: framework.title, href: `/people/frameworks/${framework.id}` }],
    children: <SkillDetail framework={framework} skill={skill} pack={workspace.pack} />,
  });
}

type Found = { readonly workspace: Workspace; readonly framework: Framework };

/** The version in force of the framework that the address names. */
async function findFramework(request: PageRequest): Promise<Result<Found>> {
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const framework = currentFrameworks(workspace.value.pack.skills.frameworks).find(
    ({ id }) => id === request.params['framework'],
  );
  return framework === undefined ? notThere(request.path) : ok({ workspace: workspace.value, framework });
}
