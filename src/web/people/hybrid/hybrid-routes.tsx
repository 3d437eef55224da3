// The addresses of hybrid roles: those designed lately, a form for another, and what one would do.
import { InsetText } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import { fail, type Problem } from '#kernel';
import { DataTable, singleGroup } from '#report';
import {
  askForHybrid,
  atWorkspace,
  defaultScenario,
  listHybrids,
  mayEver,
  preparedRoutes,
  standingOfHybrid,
} from '#service';
import { BlueprintSections } from '../../blueprint/blueprint-pages.tsx';
import { JobProgress } from '../../figures/job-progress.tsx';
import { deskOf, onward } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../../shell/problem-summary.tsx';
import { fieldsOf, monthOf, peoplePage } from '../people-page.tsx';
import { HybridEditor } from './hybrid-editor.tsx';
import { fieldsOfDesign, readHybrid, type HybridFields } from './hybrid-form.ts';

const HYBRIDS = { label: 'Hybrid roles', href: '/people/hybrid' };

export function hybridRoutes(dress: Dress): readonly PageRoute[] {
  const read = { kind: 'permitted', action: 'read', resource: 'projection', placeParam: null } as const;
  const run = { ...read, action: 'run' } as const;
  return [
    { method: 'GET', path: '/people/hybrid', access: read, answer: (request) => listPage(dress, request) },
    { method: 'GET', path: '/people/hybrid/new', access: run, answer: (request) => formPage(dress, request) },
    { method: 'POST', path: '/people/hybrid', access: run, answer: (request) => ask(dress, request) },
    { method: 'GET', path: '/people/hybrid/:id', access: read, answer: (request) => answerPage(dress, request) },
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const designs = await listHybrids(desk);
  if (!designs.ok) return designs;
  return peoplePage(dress, {
    request,
    title: 'Hybrid roles',
    trail: [],
    children: (
      <>
        <p className="nhsuk-u-reading-width">
          A hybrid role is one post made of parts of two professions. Design one, and see who could fill it, what the
          source profession loses, and what it does to the gap. A design changes nothing.
        </p>
        {mayEver(desk.actor, 'run', 'projection') ? (
          <p className="no-print">
            <a className="nhsuk-button" href="/people/hybrid/new" role="button" draggable="false">
              Design a role
            </a>
          </p>
        ) : null}
        {designs.value.length === 0 ? (
          <InsetText>Nobody of your places has designed a role yet.</InsetText>
        ) : (
          <div className="figures">
            <DataTable
              id="designs"
              caption="Designed lately, the newest first"
              columns={[
                { key: 'name', label: 'Role', kind: 'text' },
                { key: 'starts', label: 'Starts a year', kind: 'number' },
                { key: 'scenario', label: 'Tried in', kind: 'text' },
                { key: 'when', label: 'When', kind: 'text' },
                { key: 'state', label: 'State', kind: 'text' },
              ]}
              groups={singleGroup(
                designs.value.map(({ job, design, scenario }) => ({
                  key: job.id,
                  header: <a href={`/people/hybrid/${job.id}`}>{design.name}</a>,
                  cells: [String(design.startsPerYear), scenario, job.submittedAt.slice(0, 10), job.state],
                })),
              )}
              total={null}
            />
          </div>
        )}
      </>
    ),
  });
}

type Shown = { readonly fields: HybridFields; readonly problems: readonly FormProblem[] };

/** A new form, or that of a design which is there already. */
async function formPage(dress: Dress, request: PageRequest) {
  const like = request.query['like'];
  if (like === undefined) return showForm(dress, request, { fields: {}, problems: [] });
  const standing = await standingOfHybrid(deskOf(request), like);
  if (!standing.ok) return standing;
  const fields = { ...fieldsOfDesign(standing.value.design), scenario: standing.value.scenario };
  return showForm(dress, request, { fields, problems: [] });
}

async function showForm(dress: Dress, request: PageRequest, { fields, problems }: Shown) {
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const { pack } = workspace.value;
  const prepared = preparedRoutes(workspace.value, { framework: null, measure: 'coverage', asOf: monthOf(request) });
  if (!prepared.ok) return prepared;
  const scenario = defaultScenario(pack.system.scenarios);
  return peoplePage(dress, {
    request,
    title: 'Design a hybrid role',
    trail: [HYBRIDS],
    problems,
    children: (
      <HybridEditor
        request={request}
        pack={pack}
        map={prepared.value.map}
        fields={{ scenario, ...fields }}
        problems={problems}
      />
    ),
  });
}

async function ask(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const fields = fieldsOf(request);
  const reading = readHybrid(fields);
  if (!reading.ok) return showForm(dress, request, { fields, problems: reading.problems });
  const { scenarios } = workspace.value.pack.system;
  const scenario = scenarios.find(({ id }) => id === fields['scenario'])?.id;
  if (scenario === undefined) {
    return showForm(dress, request, { fields, problems: [{ field: 'scenario', message: 'Choose the scenario.' }] });
  }
  const job = await askForHybrid(desk, { design: reading.design, scenario, asOf: monthOf(request) }, dress.version);
  if (job.ok) return onward(`/people/hybrid/${job.value.id}`);
  return showForm(dress, request, { fields, problems: asFormProblems(job.problems) });
}

async function answerPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const standing = await standingOfHybrid(desk, request.params['id'] ?? '');
  if (!standing.ok) return standing;
  const { job, design, page } = standing.value;
  if (job.state === 'done' && page === null) return fail<never>(gone);
  return peoplePage(dress, {
    request,
    title: `Hybrid role: ${design.name}`,
    trail: [HYBRIDS],
    islands: ['job-progress'],
    children: (
      <>
        {page === null ? <JobProgress request={request} job={job} /> : <BlueprintSections page={page} />}
        {mayEver(desk.actor, 'run', 'projection') ? (
          <p className="no-print">
            <a
              className="nhsuk-button nhsuk-button--secondary"
              href={`/people/hybrid/new?like=${encodeURIComponent(job.id)}`}
              role="button"
              draggable="false"
            >
              Change the design
            </a>
          </p>
        ) : null}
      </>
    ),
  });
}

const gone: Problem = {
  code: 'not-found',
  message: 'What was found of this design is not kept any more.',
  path: 'hybrid',
  hint: 'Change the design and ask again.',
};
