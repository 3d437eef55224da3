// The addresses of the workforce: people in post by place, the roles, and one role.
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace, isPermitted, mayEver, notThere, type Desk, type Workspace } from '#service';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { RoleList } from './role-list.tsx';
import { RoleDetail } from './role-page.tsx';
import { Workforce } from './workforce-page.tsx';

const HOME = { label: 'Home', href: '/' };
const WORKFORCE = { label: 'Workforce', href: '/workforce' };
export const WORKFORCE_TRAIL = [HOME, WORKFORCE];

export function workforceRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'read', resource: 'workforce', placeParam: null } as const;
  return [
    { method: 'GET', path: '/workforce', access, answer: (request) => placePage(dress, request) },
    { method: 'GET', path: '/workforce/roles', access, answer: (request) => rolesPage(dress, request) },
    { method: 'GET', path: '/workforce/roles/:role', access, answer: (request) => rolePage(dress, request) },
  ];
}

async function placePage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const own = topOf(desk, workspace.value);
  const code = request.query['place'] ?? own;
  const place = workspace.value.tree.byCode.get(code);
  if (place === undefined || !may(desk, workspace.value, { action: 'read', place: code })) return notThere<never>(code);
  return pageAnswer(dress, {
    request,
    title: `${place.name}: people in post`,
    part: 'workforce',
    trail: [HOME],
    islands: [],
    children: (
      <Workforce
        workspace={workspace.value}
        place={place}
        own={own}
        mayChange={may(desk, workspace.value, { action: 'change', place: desk.actor.place })}
      />
    ),
  });
}

async function rolesPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const show = request.query['show'] === 'hybrid' ? 'hybrid' : 'all';
  return pageAnswer(dress, {
    request,
    title: show === 'hybrid' ? 'Hybrid roles' : 'Roles',
    part: 'workforce',
    trail: WORKFORCE_TRAIL,
    islands: [],
    children: <RoleList workspace={workspace.value} own={topOf(desk, workspace.value)} show={show} />,
  });
}

async function rolePage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const id = request.params['role'] ?? '';
  const role = workspace.value.pack.system.roles.find((one) => one.id === id);
  if (role === undefined) return notThere<never>(`role/${id}`);
  return pageAnswer(dress, {
    request,
    title: role.name,
    part: 'workforce',
    trail: [...WORKFORCE_TRAIL, { label: 'Roles', href: '/workforce/roles' }],
    islands: [],
    children: (
      <RoleDetail
        workspace={workspace.value}
        own={topOf(desk, workspace.value)}
        role={role}
        maySeeRoutes={mayEver(desk.actor, 'read', 'framework')}
      />
    ),
  });
}

/** The place at the top for those who may read all; else the member's own. */
export function topOf(desk: Desk, workspace: Workspace): string {
  return may(desk, workspace, { action: 'read', place: workspace.root }) ? workspace.root : desk.actor.place;
}

export function may(
  { actor }: Desk,
  { isBelow }: Workspace,
  { action, place }: { readonly action: 'read' | 'change'; readonly place: string },
): boolean {
  return isPermitted(actor, action, { target: { resource: 'workforce', place, owner: null, party: null }, isBelow });
}
