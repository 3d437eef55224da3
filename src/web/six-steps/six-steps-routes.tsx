// The six steps of a place: the document that a board approves, with what slipped, what that does, and who must act.
import { Button, InsetText } from 'nhsuk-react-components';
import { fail, ok } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { renderBlueprintPage } from '#report';
import {
  askForReading,
  atWorkspace,
  defaultScenario,
  mayEver,
  notThere,
  pdfOfReading,
  standingOfReading,
  type ReadingStanding,
} from '#service';
import { BlueprintSections } from '../blueprint/blueprint-pages.tsx';
import { JobProgress } from '../figures/job-progress.tsx';
import { deskOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../shell/page-shell.tsx';

export function sixStepsRoutes(dress: Dress): readonly PageRoute[] {
  const read = { kind: 'permitted', action: 'read', resource: 'commitment' } as const;
  const ofPlace = { ...read, placeParam: 'place' };
  return [
    {
      method: 'GET',
      path: '/six-steps',
      access: { ...read, placeParam: null },
      answer: (request) => Promise.resolve(onward(`/six-steps/${deskOf(request).actor.place}`)),
    },
    { method: 'GET', path: '/six-steps/:place', access: ofPlace, answer: (request) => stepsPage(dress, request) },
    { method: 'GET', path: '/six-steps/:place/document', access: ofPlace, answer: document },
    { method: 'GET', path: '/six-steps/:place/pdf', access: ofPlace, answer: pdf },
    {
      method: 'POST',
      path: '/six-steps/:place/run',
      access: { kind: 'permitted', action: 'run', resource: 'plan', placeParam: 'place' },
      answer: (request) => run(dress, request),
    },
  ];
}

/** How things stand in the place that the request names, against the plan of the scenario shown everywhere. */
async function standingFor(request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const place = workspace.value.tree.byCode.get(request.params['place'] ?? '');
  if (place === undefined) return notThere<never>(request.path);
  const scenario = defaultScenario(workspace.value.pack.system.scenarios);
  const standing = await standingOfReading(desk, { place: place.code, scenario });
  return standing.ok ? ok({ desk, place, standing: standing.value }) : standing;
}

async function stepsPage(dress: Dress, request: PageRequest) {
  const found = await standingFor(request);
  if (!found.ok) return found;
  const { place, standing } = found.value;
  return pageAnswer(dress, {
    request,
    title: `${place.name}: the plan in six steps`,
    part: 'delivery',
    trail: [
      { label: 'Home', href: '/' },
      { label: 'Delivery', href: `/delivery/${place.code}` },
    ],
    islands: ['job-progress'],
    children: <SixSteps request={request} code={place.code} standing={standing} />,
  });
}

type SixStepsProps = {
  readonly request: PageRequest;
  readonly code: string;
  readonly standing: ReadingStanding;
};

function SixSteps({ request, code, standing: { ask, job, reading } }: SixStepsProps) {
  if (ask === null) {
    return (
      <InsetText>
        The six steps are read against a plan of the pack as it is today, and there is none yet. First{' '}
        <a href={`/plan/${code}`}>make a plan</a>.
      </InsetText>
    );
  }
  if (reading !== null) {
    return (
      <>
        <p className="no-print">
          Download it <a href={`/six-steps/${code}/pdf`}>as a PDF</a>, for print and for screen readers, or{' '}
          <a href={`/six-steps/${code}/document`}>as a page in one file</a>.
        </p>
        <BlueprintSections page={reading.page} />
        <p className="source">
          Hash of this document: <code className="hash">{reading.hash}</code>. The same pack, plan, records, place and
          month give it again; <code>cadre deliver --expect</code> holds it against them.
        </p>
      </>
    );
  }
  const isOpen = job !== null && (job.state === 'queued' || job.state === 'running');
  return (
    <>
      {job === null ? null : <JobProgress request={request} job={job} />}
      {isOpen || request.actor === null || !mayEver(request.actor, 'run', 'plan') ? null : (
        <form method="post" action={`/six-steps/${code}/run`} className="no-print">
          <CsrfField request={request} />
          <p className="nhsuk-u-reading-width">
            The document says of each step what is done, what is missing and who must act; what slipped and what that
            does to the gap; and how what was counted compares with what was forecast. It is worked out from the plan
            and the records as they are now.
          </p>
          <Button>Draw it up</Button>
        </form>
      )}
    </>
  );
}

async function document(request: PageRequest) {
  const found = await standingFor(request);
  if (!found.ok) return found;
  const { place, standing } = found.value;
  if (standing.reading === null) return fail<never>(notDrawnUp(request.path));
  const bytes = new TextEncoder().encode(renderBlueprintPage(standing.reading.page));
  const filename = `six-steps-${place.code}-${standing.reading.hash.slice(0, 12)}.html`;
  return ok({ kind: 'file', mediaType: 'text/html; charset=utf-8', filename, bytes } as const);
}

async function pdf(request: PageRequest) {
  const found = await standingFor(request);
  if (!found.ok) return found;
  const { desk, place, standing } = found.value;
  const { job, reading } = standing;
  if (job === null || reading === null) return fail<never>(notDrawnUp(request.path));
  const bytes = await pdfOfReading(desk, job);
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return fail<never>(noPdf(request.path));
  const filename = `six-steps-${place.code}-${reading.hash.slice(0, 12)}.pdf`;
  return ok({ kind: 'file', mediaType: 'application/pdf', filename, bytes: bytes.value } as const);
}

async function run(dress: Dress, request: PageRequest) {
  const found = await standingFor(request);
  if (!found.ok) return found;
  const { desk, place, standing } = found.value;
  if (standing.ask === null) return onward(`/six-steps/${place.code}`);
  const asked = await askForReading(desk, standing.ask, dress.version);
  return asked.ok ? onward(`/six-steps/${place.code}`) : asked;
}

function notDrawnUp(path: string) {
  return {
    code: 'not-found',
    message: 'The document has not been drawn up from the records as they are now.',
    path,
    hint: 'Open the page of the six steps and draw it up first.',
  } as const;
}

function noPdf(path: string) {
  return {
    code: 'not-found',
    message: 'The document could not be set as a PDF: no font of the machine that drew it up holds all of its words.',
    path,
    hint: 'Take it as a page in one file instead.',
  } as const;
}
