// Versions of the pack's files: who changed what and when, and the way back to how a file stood before.
import { Button, InsetText } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { DataTable, singleGroup } from '#report';
import { isUndoable, ownPlace, packVersions, undoFile, type PackVersion } from '#service';
import { Downloads } from '../figures/downloads.tsx';
import { deskOf, fieldOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';
import { WORKFORCE_TRAIL } from './workforce-routes.tsx';

export function versionRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'permitted', action: 'change', resource: 'workforce', placeParam: null } as const;
  return [
    { method: 'GET', path: '/workforce/versions', access, answer: (request) => versionsPage(dress, request) },
    { method: 'POST', path: '/workforce/versions/:version/undo', access, answer: undo },
  ];
}

async function versionsPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const found = await ownPlace(desk);
  if (!found.ok) return found;
  const versions = await packVersions(desk);
  if (!versions.ok) return versions;
  const isWhole = found.value.place.code === found.value.workspace.root;
  return pageAnswer(dress, {
    request,
    title: 'Versions of the pack, and undo',
    part: 'workforce',
    trail: WORKFORCE_TRAIL,
    islands: [],
    children: (
      <>
        <p className="nhsuk-u-reading-width">
          {isWhole
            ? 'Every change of the pack is a version that stays.'
            : 'Every change that you made is a version that stays.'}{' '}
          Undoing a change is a new version too, so that nothing is ever lost. People in post are shown before they are
          put back.
        </p>
        {versions.value.length === 0 ? (
          <InsetText>You have changed nothing yet.</InsetText>
        ) : (
          <VersionTable request={request} versions={versions.value} isWhole={isWhole} />
        )}
      </>
    ),
  });
}

type VersionTableProps = {
  readonly request: PageRequest;
  readonly versions: readonly PackVersion[];
  readonly isWhole: boolean;
};

/** Versions shown at once; the rest are in the table to take away. */
const SHOWN_MAX = 50;

function VersionTable({ request, versions, isWhole }: VersionTableProps) {
  const shown = versions.slice(0, SHOWN_MAX);
  return (
    <div className="figures">
      <DataTable
        id="versions"
        caption={`${shown.length === versions.length ? 'All' : `The newest ${shown.length} of ${versions.length}`} versions, the newest first`}
        columns={[
          { key: 'version', label: 'Version', kind: 'text' },
          { key: 'when', label: 'When', kind: 'text' },
          { key: 'what', label: 'What was done', kind: 'text' },
          { key: 'files', label: 'Files', kind: 'text' },
          { key: 'undo', label: 'Undo', kind: 'text' },
        ]}
        groups={singleGroup(
          shown.map((version) => ({
            key: String(version.version),
            header: String(version.version),
            cells: [
              <time key="when" dateTime={version.at}>
                {version.at.slice(0, 16).replace('T', ' ')}
              </time>,
              version.summary,
              version.paths.length > 3 ? `${version.paths.length} files` : version.paths.join(', '),
              <UndoForms key="undo" request={request} version={version} isWhole={isWhole} />,
            ],
          })),
        )}
        total={null}
      />
      {isWhole ? <Downloads address="/api/v1/pack/versions" what="versions" /> : null}
    </div>
  );
}

type UndoProps = { readonly request: PageRequest; readonly version: PackVersion; readonly isWhole: boolean };

function UndoForms({ request, version, isWhole }: UndoProps) {
  const paths = version.version === 1 ? [] : version.paths.filter((path) => isUndoable(path, isWhole));
  if (paths.length === 0) return '–';
  return paths.map((path) => (
    <form key={path} method="post" action={`/workforce/versions/${version.version}/undo`}>
      <CsrfField request={request} />
      <input type="hidden" name="path" value={path} />
      <Button secondary small>
        Put {path} back<span className="hidden"> as it was before version {version.version}</span>
      </Button>
    </form>
  ));
}

/** People in post go by the preview, as any file of them does. */
async function undo(request: PageRequest) {
  const order = { version: Number(request.params['version'] ?? ''), path: fieldOf(request, 'path') };
  const undone = await undoFile(deskOf(request), order);
  if (!undone.ok) return undone;
  const { upload } = undone.value;
  return onward(upload === null ? '/workforce/versions' : `/workforce/upload/${upload}`);
}
