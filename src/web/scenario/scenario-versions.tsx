// The versions of a scenario, and the way back to one of them; scenarios that were removed come back the same way.
import { Button, Details } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { DataTable, singleGroup } from '#report';
import { changePack, fileAround, notThere, packTexts, packVersions, type Desk, type PackVersion } from '#service';
import { deskOf, fieldOf, onward } from '../shell/page-answer.tsx';
import { CsrfField } from '../shell/page-shell.tsx';

const FOLDER = 'scenarios/';

/** A file of a scenario that the pack holds no more, and the version that took it out. */
export type Removed = { readonly path: string; readonly version: PackVersion };

/** Versions in which a scenario's file changed, as far as the member may see them, the newest first. */
export async function scenarioVersions(desk: Desk, path: string) {
  const versions = await packVersions(desk);
  return versions.ok ? versions.value.filter(({ paths }) => paths.includes(path)) : [];
}

export async function removedScenarios(desk: Desk): Promise<readonly Removed[]> {
  const [versions, files] = await Promise.all([packVersions(desk), packTexts(desk)]);
  if (!versions.ok || !files.ok) return [];
  const seen = new Set<string>();
  return versions.value.flatMap((version) =>
    version.paths.flatMap((path) => {
      const isNewest = path.startsWith(FOLDER) && !seen.has(path);
      seen.add(path);
      return isNewest && !files.value.has(path) ? { path, version } : [];
    }),
  );
}

export const restoreRoute: PageRoute = {
  method: 'POST',
  path: '/scenarios/restore',
  access: { kind: 'permitted', action: 'change', resource: 'scenario', placeParam: null },
  answer: restore,
};

/** A version brought back is a new version, so that this too can be undone. */
async function restore(request: PageRequest) {
  const desk = deskOf(request);
  const [path, version] = [fieldOf(request, 'path'), Number(fieldOf(request, 'version'))];
  if (!path.startsWith(FOLDER)) return notThere<never>(path);
  const around = await fileAround(desk, { version, path });
  if (!around.ok) return around;
  // Of the version that took a scenario out, what stood before it is meant.
  const kept = around.value.at ?? around.value.before;
  if (kept === null) return notThere<never>(path);
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const done = await changePack(desk, {
    changes: [{ path, text: kept.text, madeFrom: files.value.get(path)?.version ?? 0 }],
    action: 'change',
    resource: 'scenario',
    place: desk.actor.place,
    summary: `The scenario in ${path} was brought back as of version ${version}.`,
  });
  return done.ok ? onward('/scenarios') : done;
}

type RestoreFormProps = {
  readonly request: PageRequest;
  readonly path: string;
  readonly version: number;
  readonly label: string;
};

function RestoreForm({ request, path, version, label }: RestoreFormProps) {
  return (
    <form method="post" action="/scenarios/restore">
      <CsrfField request={request} />
      <input type="hidden" name="path" value={path} />
      <input type="hidden" name="version" value={version} />
      <Button secondary small>
        {label}
      </Button>
    </form>
  );
}

export type ScenarioVersionsProps = {
  readonly request: PageRequest;
  readonly path: string;
  readonly versions: readonly PackVersion[];
  readonly mayChange: boolean;
};

export function ScenarioVersions({ request, path, versions, mayChange }: ScenarioVersionsProps) {
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="versions-heading">
      <h2 id="versions-heading">Its versions</h2>
      <div className="figures">
        <DataTable
          id="versions"
          caption="The newest first; one that is brought back becomes a new version"
          columns={[
            { key: 'version', label: 'Version of the pack', kind: 'text' },
            { key: 'when', label: 'When (UTC)', kind: 'text' },
            { key: 'what', label: 'What was done', kind: 'text' },
            { key: 'back', label: 'Back to it', kind: 'text' },
          ]}
          groups={singleGroup(
            versions.map(({ version, at, summary }, index) => ({
              key: String(version),
              header: String(version),
              cells: [
                at.slice(0, 16).replace('T', ' '),
                summary,
                index === 0 ? (
                  'as it is now'
                ) : mayChange ? (
                  <RestoreForm {...{ request, path, version }} label={`Bring version ${version} back`} />
                ) : (
                  '–'
                ),
              ],
            })),
          )}
          total={null}
        />
      </div>
    </section>
  );
}

export function RemovedScenarios({
  request,
  removed,
}: {
  readonly request: PageRequest;
  readonly removed: readonly Removed[];
}) {
  if (removed.length === 0) return null;
  return (
    <Details className="no-print">
      <Details.Summary>
        {removed.length} removed {removed.length === 1 ? 'scenario' : 'scenarios'}
      </Details.Summary>
      <Details.Text>
        <ul>
          {removed.map(({ path, version: { version, at } }) => (
            <li key={path}>
              {path.slice(FOLDER.length).replace(/\.yaml$/, '')}, removed on {at.slice(0, 10)}
              <RestoreForm {...{ request, path, version }} label={`Bring ${path.slice(FOLDER.length)} back`} />
            </li>
          ))}
        </ul>
      </Details.Text>
    </Details>
  );
}
