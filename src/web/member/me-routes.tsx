// What one is here: one's role and place, what one may do and how far, and the way to what is held of oneself.
import type { PageRequest, PageRoute } from '#http';
import { DataTable, singleGroup } from '#report';
import { atWorkspace, mayEver, PERMISSIONS, type Permission } from '#service';
import { FactList } from '../figures/fact-list.tsx';
import { deskOf, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { ROLE_NAMES } from './member-pages.tsx';

export function meRoutes(dress: Dress): readonly PageRoute[] {
  return [{ method: 'GET', path: '/me', access: { kind: 'signed-in' }, answer: (request) => mePage(dress, request) }];
}

const REACHES: Readonly<Record<Permission['reach'], string>> = {
  tenant: 'everywhere',
  place: 'in your place and below',
  own: 'what is your own',
  party: 'what your supplier is party to',
};

async function mePage(dress: Dress, request: PageRequest) {
  const { actor } = deskOf(request);
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const place = workspace.value.tree.byCode.get(actor.place);
  const rows = [
    ['Name', actor.displayName],
    ['Role', ROLE_NAMES[actor.role]],
    ['Place', place === undefined ? actor.place : `${place.name} (${place.code}) and all below it`],
    ...(actor.supplier === null ? [] : [['Supplier', actor.supplier] as const]),
    ['How audits name you', actor.id],
  ] as const;
  return pageAnswer(dress, {
    request,
    title: 'You and what you may do here',
    part: null,
    trail: [{ label: 'Home', href: '/' }],
    islands: [],
    children: (
      <>
        <FactList facts={rows} />
        <p className="nhsuk-u-reading-width">
          Your name is shown to you and to administrators alone; whatever you change is recorded under the id above. Who
          has several roles or places changes between <a href="/memberships">their memberships</a>.
        </p>
        {mayEver(actor, 'read', 'passport') ? (
          <p className="no-print">
            <a href="/people/privacy">What is held of you, and leaving</a>
          </p>
        ) : null}
        <div className="figures">
          <DataTable
            id="permissions"
            caption="What your role lets you do; all else is refused"
            columns={[
              { key: 'what', label: 'What', kind: 'text' },
              { key: 'actions', label: 'You may', kind: 'text' },
              { key: 'reach', label: 'How far', kind: 'text' },
            ]}
            groups={singleGroup(
              PERMISSIONS.filter(({ role }) => role === actor.role).map(({ resource, actions, reach }) => ({
                key: `${resource} ${reach}`,
                header: resource.replaceAll('-', ' '),
                cells: [actions.join(', '), REACHES[reach]],
              })),
            )}
            total={null}
          />
        </div>
      </>
    ),
  });
}
