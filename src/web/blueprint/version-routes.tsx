// Another version of the blueprint: what it would change for each place and take, and its adoption by the centre.
import { Button, WarningCallout } from 'nhsuk-react-components';
import { parseMonth, type Month } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { diffAnswer } from '#planning';
import { atWorkspace, changePack, defaultScenario, isPermitted, notThere, packTexts, type PackChange } from '#service';
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
  const diff = diffAnswer(view.value, { version, scenario, at: laterMonths(pack.system) });
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

/** Half-way and at the end of the plan. */
function laterMonths({
  baseMonth,
  horizonMonths,
}: {
  readonly baseMonth: Month;
  readonly horizonMonths: number;
}): readonly Month[] {
  return [baseMonth + Math.floor(horizonMonths / 24) * 12, baseMonth + horizonMonths];
}

/** The version takes the catalogue's place, and the catalogue that of the version. */
async function adopt(request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { pack, root } = workspace.value;
  const version = request.params['version'] ?? '';
  const next = pack.records.versions.find((one) => one.version === version);
  if (next === undefined) return notThere<never>(request.path);
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const { writePackText, clock } = desk.world;
  const { catalogue } = pack.blueprint;
  const published = parseMonth(clock().slice(0, 7)) ?? next.published;
  const madeFrom = (path: string) => files.value.get(path)?.version ?? 0;
  const others = [...files.value.keys()].filter((path) => path.startsWith('blueprint/versions/'));
  const kept = `blueprint/versions/${catalogue.version}.yaml`;
  const changes: readonly PackChange[] = [
    {
      path: 'blueprint/catalogue.yaml',
      text: writePackText.catalogue(
        { ...next, status: 'adopted', published },
        `Version ${version}, adopted through the service.`,
      ),
      madeFrom: madeFrom('blueprint/catalogue.yaml'),
    },
    {
      path: kept,
      text: writePackText.catalogue(catalogue, `Version ${catalogue.version}, in force before.`),
      madeFrom: madeFrom(kept),
    },
    ...others.filter((path) => path !== kept).map((path) => ({ path, text: null, madeFrom: madeFrom(path) })),
  ];
  const done = await changePack(desk, {
    changes,
    action: 'approve',
    resource: 'blueprint',
    place: root,
    summary: `Version ${version} of the blueprint was adopted in the place of ${catalogue.version}.`,
  });
  return done.ok ? onward('/blueprint') : done;
}
