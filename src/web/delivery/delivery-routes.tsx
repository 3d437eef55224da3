// Delivery: the register of commitments, the board's page, evidence, and the acceptance of a plan.
import { InsetText } from 'nhsuk-react-components';
import type { PageRequest, PageRoute } from '#http';
import {
  askToAccept,
  atWorkspace,
  defaultScenario,
  mayEver,
  notThere,
  standingOfReading,
  verifyReportedMonth,
} from '#service';
import { keptRecords } from '../record/kept-records.ts';
import { newRecordRoutes, recordRoutes } from '../record/record-routes.tsx';
import { deskOf, fieldOf, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { BoardPage } from './board-page.tsx';
import { commitmentPart } from './commitment-part.tsx';
import { EVIDENCE, evidencePart } from './evidence-part.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { evidenceUploadRoutes } from './evidence-upload.tsx';
import { ReportedMonths } from './reported-months.tsx';
import { loadCommitments } from './load-commitments.ts';
import { RegisterPage } from './register-page.tsx';

const HOME = { label: 'Home', href: '/' };
const DELIVERY = { label: 'Delivery', href: '/delivery' };

export function deliveryRoutes(dress: Dress): readonly PageRoute[] {
  const read = { kind: 'permitted', action: 'read', resource: 'commitment' } as const;
  const ofPlace = { ...read, placeParam: 'place' };
  return [
    {
      method: 'GET',
      path: '/delivery',
      access: { ...read, placeParam: null },
      answer: (request) => Promise.resolve(onward(`/delivery/${deskOf(request).actor.place}`)),
    },
    { method: 'GET', path: '/delivery/:place', access: ofPlace, answer: (request) => registerPage(dress, request) },
    { method: 'GET', path: '/delivery/:place/board', access: ofPlace, answer: (request) => boardPage(dress, request) },
    {
      method: 'GET',
      path: '/delivery/:place/evidence',
      access: { kind: 'permitted', action: 'read', resource: 'evidence', placeParam: 'place' },
      answer: (request) => evidencePage(dress, request),
    },
    {
      method: 'POST',
      path: '/plan/:place/accept',
      access: { kind: 'permitted', action: 'create', resource: 'commitment', placeParam: 'place' },
      answer: (request) => accept(dress, request),
    },
    ...recordRoutes(dress, commitmentPart),
    ...evidenceUploadRoutes(dress),
    {
      method: 'POST',
      path: '/delivery/:place/evidence/verify',
      access: { kind: 'permitted', action: 'verify', resource: 'evidence', placeParam: 'place' },
      answer: verifyMonth,
    },
    ...newRecordRoutes(dress, evidencePart),
    ...recordRoutes(dress, evidencePart),
  ];
}

async function registerPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const view = await loadCommitments(desk, request.params['place'] ?? '');
  if (!view.ok) return view;
  const { place } = view.value;
  return pageAnswer(dress, {
    request,
    title: `${place.name}: delivery`,
    part: 'delivery',
    trail: [HOME],
    islands: [],
    children: (
      <>
        <p className="no-print">
          <a href={`/delivery/${place.code}/evidence`}>Evidence</a>, <a href="/recalibration">what it teaches</a>,{' '}
          <a href={`/moved/${place.code}`}>what moved the projection</a>, <a href={`/plan/${place.code}`}>the plan</a>{' '}
          and <a href={`/six-steps/${place.code}`}>the six steps, with what slipped and what that does to the gap</a>
        </p>
        <RegisterPage request={request} desk={desk} view={view.value} />
      </>
    ),
  });
}

async function boardPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const view = await loadCommitments(desk, request.params['place'] ?? '');
  if (!view.ok) return view;
  const { place, workspace } = view.value;
  const scenario = defaultScenario(workspace.pack.system.scenarios);
  const standing = await standingOfReading(desk, { place: place.code, scenario });
  if (!standing.ok) return standing;
  return pageAnswer(dress, {
    request,
    title: `${place.name}: delivery in a minute`,
    part: 'delivery',
    trail: [HOME, { label: place.name, href: `/delivery/${place.code}` }],
    islands: [],
    children: <BoardPage view={view.value} reading={standing.value.reading} />,
  });
}

async function evidencePage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const code = request.params['place'] ?? '';
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const place = workspace.value.tree.byCode.get(code);
  if (place === undefined) return notThere<never>(code);
  const kept = await keptRecords(desk, EVIDENCE, code);
  if (!kept.ok) return kept;
  const newest = kept.value.toSorted((one, other) => (one.body.month < other.body.month ? 1 : -1));
  return pageAnswer(dress, {
    request,
    title: `${place.name}: evidence`,
    part: 'delivery',
    trail: [HOME, DELIVERY, { label: place.name, href: `/delivery/${code}` }],
    islands: [],
    children: (
      <>
        {mayEver(desk.actor, 'create', 'evidence') ? (
          <p className="no-print">
            <a href="/evidence/new">Send what was counted in a month</a>, or{' '}
            <a href="/evidence/file">the official turnover file of a month</a>
          </p>
        ) : null}
        {newest.length === 0 ? (
          <InsetText>
            Evidence is what was counted: people in post, joiners, leavers, and how cohorts fared, month by month. None
            has come in from {place.name} yet. Send the first month; a second person verifies it.
          </InsetText>
        ) : (
          <>
            {mayEver(desk.actor, 'verify', 'evidence') ? (
              <ReportedMonths request={request} place={code} evidence={newest} />
            ) : null}
            <EvidenceTable evidence={newest} />
          </>
        )}
      </>
    ),
  });
}

async function verifyMonth(request: PageRequest) {
  const place = request.params['place'] ?? '';
  const month = { place, month: fieldOf(request, 'month'), title: fieldOf(request, 'title') };
  const verified = await verifyReportedMonth(deskOf(request), month);
  return verified.ok ? onward(`/delivery/${place}/evidence`) : verified;
}

async function accept(dress: Dress, request: PageRequest) {
  const place = request.params['place'] ?? '';
  const ask = { planKey: fieldOf(request, 'planKey'), place };
  const asked = await askToAccept(deskOf(request), ask, dress.version);
  return asked.ok ? onward(`/plan/${place}?scenario=${encodeURIComponent(fieldOf(request, 'scenario'))}`) : asked;
}
