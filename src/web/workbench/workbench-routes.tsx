// The workbench's addresses: levers beside what they do, the data behind them, and a scenario made of the settings.
import { Button, InsetText, TextInput } from 'nhsuk-react-components';
import { ok, type Result } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#http';
import { unpackWorkbench, type PackedWorkbench } from '#planning';
import {
  askForWorkbench,
  atWorkspace,
  defaultScenario,
  mayEver,
  notThere,
  standingOfWorkbench,
  type Workspace,
} from '#service';
import { JobProgress } from '../figures/job-progress.tsx';
import { deskOf, fieldOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Shown } from '../record/form-fields.tsx';
import { NOTHING_TYPED } from '../record/record-part.ts';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';
import { fieldAt, ProblemSummary } from '../shell/problem-summary.tsx';
import { channelRooms } from './channel-rooms.ts';
import { LeverPanel } from './lever-panel.tsx';
import { addressOf, controlsOf, move, readSettings, type Settings } from './levers.ts';
import { saveSettings } from './save-settings.ts';
import { WorkbenchResults } from './workbench-results.tsx';

export function workbenchRoutes(dress: Dress): readonly PageRoute[] {
  const permit = (action: 'read' | 'run') =>
    ({ kind: 'permitted', action, resource: 'projection', placeParam: null }) as const;
  return [
    { method: 'GET', path: '/workbench', access: permit('read'), answer: (request) => workbenchPage(dress, request) },
    { method: 'GET', path: '/workbench/data/:scenario', access: permit('read'), answer: dataFile },
    {
      method: 'POST',
      path: '/workbench',
      access: permit('run'),
      answer: async (request) => {
        const scenario = fieldOf(request, 'scenario');
        const asked = await askForWorkbench(deskOf(request), scenario, dress.version);
        return asked.ok ? onward(`/workbench?scenario=${encodeURIComponent(scenario)}`) : asked;
      },
    },
    {
      method: 'POST',
      path: '/workbench/save',
      access: { kind: 'permitted', action: 'create', resource: 'scenario', placeParam: null },
      answer: (request) => save(dress, request),
    },
  ];
}

/** A name that cannot be is asked for again beside the settings, which stay as they were sent. */
async function save(dress: Dress, request: PageRequest) {
  const saved = await saveSettings(request);
  if (saved.ok) return onward(`/scenarios/${saved.value}`);
  if (saved.problems.some(({ code }) => code === 'not-found' || code === 'forbidden')) return saved;
  const query = Object.fromEntries(new URLSearchParams(fieldOf(request, 'settings')));
  const scenario = fieldOf(request, 'scenario');
  const problems = saved.problems.map(({ message, hint }) => ({ field: 'name', message: `${message} ${hint}` }));
  const shown = { fields: { name: fieldOf(request, 'name') }, problems };
  return workbenchPage(dress, { ...request, query: { ...query, scenario } }, shown);
}

async function workbenchPage(dress: Dress, request: PageRequest, shown: Shown = NOTHING_TYPED) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { scenarios } = workspace.value.pack.system;
  const scenario = request.query['scenario'] ?? defaultScenario(scenarios);
  if (!scenarios.some(({ id }) => id === scenario)) return notThere<never>(`workbench/${scenario}`);
  const standing = await standingOfWorkbench(desk, scenario);
  if (!standing.ok) return standing;
  const { job, workbench } = standing.value;
  const isOpen = job !== null && job.endedAt === null;
  const props = {
    request,
    title: 'Workbench: pull a lever, see the gap',
    part: 'scenarios',
    trail: [
      { label: 'Home', href: '/' },
      { label: 'Scenarios', href: '/scenarios' },
    ],
    islands: workbench === null ? ['job-progress'] : ['workbench'],
    children: (
      <>
        {workbench === null && job !== null ? <JobProgress request={request} job={job} /> : null}
        {workbench === null && !isOpen ? (
          <form method="post" action="/workbench" className="no-print">
            <CsrfField request={request} />
            <input type="hidden" name="scenario" value={scenario} />
            <InsetText>
              The workbench of this scenario has to be set up once for the pack of today: what each lever does in each
              place, in each of many futures.
            </InsetText>
            <Button>Set it up</Button>
          </form>
        ) : null}
        {workbench === null ? null : (
          <Bench
            {...{ request, workbench, scenario, shown }}
            workspace={workspace.value}
            worker={dress.scripts.get('workbench-worker') ?? ''}
          />
        )}
      </>
    ),
  };
  return shown.problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props);
}

type BenchProps = {
  readonly request: PageRequest;
  readonly workbench: PackedWorkbench;
  readonly workspace: Workspace;
  readonly scenario: string;
  /** Address of the worker's script. */
  readonly worker: string;
  readonly shown: Shown;
};

/** As it stands without scripts; the island `workbench` puts itself in the place of `[data-island="workbench"]`. */
function Bench({ request, workbench, workspace, scenario, worker, shown }: BenchProps) {
  const { actor } = deskOf(request);
  const data = unpackWorkbench(workbench);
  const controls = controlsOf(data.levers, channelRooms(workspace.pack));
  const settings = readSettings(controls, request.query);
  const place = request.query['place'] ?? actor.place;
  const nameOf = Object.fromEntries(
    data.places.map(({ code }) => [code, workspace.tree.byCode.get(code)?.name ?? code]),
  );
  return (
    <>
      <ProblemSummary problems={shown.problems} />
      <p className="nhsuk-u-reading-width">
        Each lever’s effect was read off the model once and is multiplied here, so the answer comes at once. Ranges hold
        eight times in ten over the futures of the assumptions. For the last word, save the settings as a scenario and
        make its plan.
      </p>
      <div
        data-island="workbench"
        data-scenario={scenario}
        data-place={place}
        data-names={JSON.stringify(nameOf)}
        data-controls={JSON.stringify(controls)}
        data-worker={worker}
      >
        <form method="get" action="/workbench">
          <input type="hidden" name="scenario" value={scenario} />
          <input type="hidden" name="place" value={place} />
          <LeverPanel controls={controls} settings={settings} onMove={null} />
          <Button>Show what they do</Button>
        </form>
        <WorkbenchResults
          data={data}
          moved={move(data, controls, settings)}
          still={move(data, controls, {})}
          place={place}
          nameOf={nameOf}
        />
      </div>
      {mayEver(actor, 'create', 'scenario') ? <SaveForm {...{ request, settings, scenario, shown }} /> : null}
    </>
  );
}

type SaveFormProps = {
  readonly request: PageRequest;
  readonly settings: Settings;
  readonly scenario: string;
  readonly shown: Shown;
};

/** The island writes the settings of the moment into the hidden field. */
function SaveForm({ request, settings, scenario, shown }: SaveFormProps) {
  return (
    <form method="post" action="/workbench/save" className="cluster no-print">
      <CsrfField request={request} />
      <input type="hidden" name="scenario" value={scenario} />
      <input type="hidden" name="settings" value={addressOf(settings, {})} data-part="settings" />
      <TextInput
        {...fieldAt('name', shown)}
        label="Save these settings as a scenario named"
        hint="Up to 60 characters, and different from all others. Others find it among the scenarios. The plan’s share and the budget are not part of a scenario."
        required
        maxLength={60}
      />
      <Button secondary>Save</Button>
    </form>
  );
}

async function dataFile(request: PageRequest): Promise<Result<PageAnswer>> {
  const scenario = request.params['scenario'] ?? '';
  const standing = await standingOfWorkbench(deskOf(request), scenario);
  if (!standing.ok) return standing;
  const { workbench } = standing.value;
  if (workbench === null) return notThere(`workbench/${scenario}`);
  const bytes = new TextEncoder().encode(JSON.stringify(workbench));
  return ok({ kind: 'file', mediaType: 'application/json', filename: `workbench-${scenario}.json`, bytes });
}
