// The versions of a scenario, and the way back to one of them; scenarios that were removed come back the same way.
import { Button, Details } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { DataTable, singleGroup } from '#report';
import { restoreScenario, SCENARIO_FOLDER, type PackVersion, type RemovedScenario } from '#service';
import { deskOf, fieldOf, onward } from '../shell/page-answer.tsx';
import { CsrfField } from '../shell/page-shell.tsx';

export const restoreRoute: PageRoute = {
  method: 'POST',
  path: '/scenarios/restore',
  access: { kind: 'permitted', action: 'change', resource: 'scenario', placeParam: null },
  answer: restore,
};

async function restore(request: PageRequest) {
  const order = { path: fieldOf(request, 'path'), version: Number(fieldOf(request, 'version')) };
  const done = await restoreScenario(deskOf(request), order);
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
  readonly removed: readonly RemovedScenario[];
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
              {path.slice(SCENARIO_FOLDER.length).replace(/\.yaml$/, '')}, removed on {at.slice(0, 10)}
              <RestoreForm {...{ request, path, version }} label={`Bring ${path.slice(SCENARIO_FOLDER.length)} back`} />
            </li>
          ))}
        </ul>
      </Details.Text>
    </Details>
  );
}
