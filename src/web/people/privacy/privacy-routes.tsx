// The addresses of privacy: all that is held of oneself, the same as a file, and the way out.
import { Button, Checkboxes, WarningCallout } from 'nhsuk-react-components';
import { ok } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { counted } from '#report';
import { atWorkspace, heldOfMe, leaveService, mayEver, MONTHS_AFTER_END } from '#service';
import { deskOf, fieldOf, pageAnswer } from '../../shell/page-answer.tsx';
import { CsrfField, type Dress } from '../../shell/page-shell.tsx';
import { ProblemSummary, type FormProblem } from '../../shell/problem-summary.tsx';
import { peoplePage } from '../people-page.tsx';
import { Deeds, Held } from './held-part.tsx';
import { mapPage } from './map-page.tsx';

export function privacyRoutes(dress: Dress): readonly PageRoute[] {
  const access = { kind: 'signed-in' } as const;
  const leaving = { kind: 'permitted', action: 'remove', resource: 'passport', placeParam: null } as const;
  return [
    { method: 'GET', path: '/people/privacy', access, answer: (request) => privacyPage(dress, request) },
    { method: 'GET', path: '/people/privacy/export', access, answer: exportFile },
    { method: 'GET', path: '/people/privacy/map', access, answer: async (request) => mapPage(dress, request) },
    { method: 'POST', path: '/people/privacy/erase', access: leaving, answer: (request) => leave(dress, request) },
  ];
}

async function privacyPage(dress: Dress, request: PageRequest, problems: readonly FormProblem[] = []) {
  const desk = deskOf(request);
  const held = await heldOfMe(desk);
  if (!held.ok) return held;
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { place } = held.value.member;
  const mayLeave = mayEver(desk.actor, 'remove', 'passport');
  return peoplePage(dress, {
    request,
    title: 'What is held of me',
    trail: [],
    problems,
    children: (
      <>
        <ProblemSummary problems={problems} />
        <Held held={held.value} request={request} placeName={workspace.value.tree.byCode.get(place)?.name ?? place} />
        <Deeds held={held.value} />
        <p className="no-print">
          <a
            className="nhsuk-button nhsuk-button--secondary"
            href="/people/privacy/export"
            role="button"
            draggable="false"
          >
            Take it all with me as a file (JSON)
          </a>
        </p>
        <Uses />
        {mayLeave ? <LeaveForm request={request} problems={problems} /> : <LeaveByOthers />}
      </>
    ),
  });
}

function Uses() {
  return (
    <>
      <h2>Who sees it</h2>
      <ul className="nhsuk-u-reading-width">
        <li>Your passport and the post you hold: you alone.</li>
        <li>
          Your skills and what you show for them: you, and the leads of your own organisation, who verify them. Nobody
          ranks people by them.
        </li>
        <li>
          Your wishes for a placement: you alone. Whoever runs a round gives them to it once you have sent them, and
          sees why each person would go where.
        </li>
        <li>
          Regions and the centre see counts alone, with small numbers hidden. Where a person is matched with a place,
          somebody decides and gives a reason.
        </li>
      </ul>
      <p>
        <a href="/people/privacy/map">Every column that may hold something of a person, why, and how long</a>
      </p>
      <h2>What is wrong is corrected where it stands</h2>
      <p className="nhsuk-u-reading-width">
        Each record above leads to the page on which you change it or take it out; taken out, it is gone with all its
        earlier versions. Your name comes from your login and is corrected there; your role and place are corrected by
        your administrator. A verdict that you think wrong is answered by new evidence and a new verdict.
      </p>
    </>
  );
}

type LeaveFormProps = { readonly request: PageRequest; readonly problems: readonly FormProblem[] };

function LeaveForm({ request, problems }: LeaveFormProps) {
  const [problem] = problems;
  return (
    <>
      <h2>Erase it and leave</h2>
      <WarningCallout>
        <WarningCallout.Heading>This cannot be undone</WarningCallout.Heading>
        <p>
          Your skills, passport, wishes and badges are erased with every earlier version, your name and your login are
          taken out, and you are signed out everywhere. What stays says nothing of you: the audit and what a community
          or a round must keep name a number that is nobody’s any more. Badges that you took with you stay valid.
        </p>
      </WarningCallout>
      <form method="post" action="/people/privacy/erase" className="no-print">
        <CsrfField request={request} />
        <Checkboxes idPrefix="sure" name="sure" {...(problem === undefined ? {} : { error: problem.message })}>
          <Checkboxes.Item id="sure" value="yes">
            I have taken with me what I want to keep
          </Checkboxes.Item>
        </Checkboxes>
        <Button warning>Erase what is held of me, and leave</Button>
      </form>
    </>
  );
}

function LeaveByOthers() {
  return (
    <>
      <h2>Leave</h2>
      <p className="nhsuk-u-reading-width">
        You act for others here, so somebody takes over first: ask your administrator to end your membership. What is
        yours alone, your name and your login are then erased after {MONTHS_AFTER_END} months.
      </p>
    </>
  );
}

/** Everything as it is kept, field by field. */
async function exportFile(request: PageRequest) {
  const held = await heldOfMe(deskOf(request));
  if (!held.ok) return held;
  const text = JSON.stringify({ takenAt: request.world.clock(), ...held.value }, null, 2);
  return ok({
    kind: 'file' as const,
    mediaType: 'application/json',
    filename: 'held-of-me.json',
    bytes: new TextEncoder().encode(`${text}\n`),
  });
}

/** Answers with a page of its own: whoever has left is signed in no more, and is sent nowhere. */
async function leave(dress: Dress, request: PageRequest) {
  if (fieldOf(request, 'sure') !== 'yes') {
    return privacyPage(dress, request, [{ field: 'sure', message: 'Tick the box to say that you are sure.' }]);
  }
  const left = await leaveService(deskOf(request));
  if (!left.ok) return left;
  const { erased, kept } = left.value;
  return pageAnswer(dress, {
    request: { ...request, actor: null },
    title: 'You have left',
    part: null,
    trail: [],
    islands: [],
    children: (
      <>
        <p className="nhsuk-u-reading-width" role="status">
          {counted(erased, 'record of yours was', 'records of yours were')} erased with every earlier version. Your name
          and your login are no longer known here, and you are signed out everywhere.
        </p>
        {kept.length === 0 ? null : (
          <p className="nhsuk-u-reading-width">
            {counted(kept.length, 'record', 'records')} that others need, such as a question to a community, stay under
            a number that is nobody’s any more.
          </p>
        )}
        <p className="nhsuk-u-reading-width">Should you come back one day, your administrator lets you in anew.</p>
      </>
    ),
  });
}
