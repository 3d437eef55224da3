// Another version of the blueprint: what it would change for each place and take, and its adoption by the centre.
import { Button, WarningCallout } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { diffAnswer } from '#planning';
import { adoptVersion, atWorkspace, defaultScenario, isPermitted, monthsToCompare } from '#service';
import { deskOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';
import { BlueprintSections } from './blueprint-pages.tsx';
import { viewFor } from './view-for.ts';

export function versionRoutes(dress: Dress): readonly PageRoute[] {
  const permit = (action: 'read' | 'approve') =>
    ({ kind: 'permitted', action, resource: 'blueprint', placeParam: null }) as const;
  return [
    {
      method: 'GET',
      path: '/blueprint/versions/:version',
      access: permit('read'),
      answer: (request) => versionPage(dress, request),
    },
    { method: 'POST', path: '/blueprint/versions/:version', access: permit('approve'), answer: adopt },
  ];
}

async function versionPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { pack, isBelow, root } = workspace.value;
  const view = viewFor(request, workspace.value);
  if (!view.ok) return view;
  const version = request.params['version'] ?? '';
  const scenario = defaultScenario(pack.system.scenarios);
  const diff = diffAnswer(view.value, { version, scenario, at: monthsToCompare(pack.system) });
  if (!diff.ok) return diff;
  const { conflicts } = diff.value.data;
  const target = { resource: 'blueprint' as const, place: root, owner: null, party: null };
  return pageAnswer(dress, {
    request,
    title: `Version ${version} against ${pack.blueprint.catalogue.version}`,
    part: 'blueprint',
    trail: [
      { label: 'Home', href: '/' },
      { label: 'Blueprint', href: '/blueprint' },
    ],
    islands: [],
    children: (
      <>
        <BlueprintSections page={diff.value.page} />
        {isPermitted(desk.actor, 'approve', { target, isBelow }) ? (
          <WarningCallout className="no-print">
            <WarningCallout.Heading headingLevel="h2">Adopt version {version}</WarningCallout.Heading>
            <p>
              It would hold for every place at once.{' '}
              {conflicts.length === 0
                ? 'No place’s tailoring stands against it.'
                : `${conflicts.length} settings of places stand against it and must be settled first: see above.`}{' '}
              The present version is kept beside it.
            </p>
            <form method="post" action={request.path}>
              <CsrfField request={request} />
              <Button warning>Adopt version {version}</Button>
            </form>
          </WarningCallout>
        ) : null}
      </>
    ),
  });
}

async function adopt(request: PageRequest) {
  const done = await adoptVersion(deskOf(request), request.params['version'] ?? '');
  return done.ok ? onward('/blueprint') : done;
}
