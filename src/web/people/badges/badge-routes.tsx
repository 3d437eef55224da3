// The addresses of badges: those that one holds or issued, each by itself, the list of those taken back, and verification.
import { ok, type Result } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#http';
import { badgeRecordSchema, skillEvidenceRecordSchema } from '#pathways';
import { badgePassport, issueBadge, mayEver, namesOfMembers, publishedList, revokeBadge, verifyText } from '#service';
import { keptRecord, keptRecords } from '../../record/kept-records.ts';
import { deskOf, fieldOf, onward } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../../shell/problem-summary.tsx';
import { peoplePage } from '../people-page.tsx';
import { skillNamer } from '../skills/skill-namer.ts';
import { BadgeList } from './badge-list.tsx';
import { BadgePart } from './badge-part.tsx';
import { VerifyPart } from './verify-part.tsx';

export const BADGE = { kind: 'badge', schema: badgeRecordSchema } as const;
const EVIDENCE = { kind: 'skill-evidence', schema: skillEvidenceRecordSchema } as const;
const TRAIL = [{ label: 'Badges', href: '/people/badges' }];

export function badgeRoutes(dress: Dress): readonly PageRoute[] {
  const may = (action: 'read' | 'export' | 'create' | 'change') =>
    ({ kind: 'permitted', action, resource: 'badge', placeParam: null }) as const;
  const signedIn = { kind: 'signed-in' } as const;
  const at = '/people/badges';
  return [
    { method: 'GET', path: at, access: may('read'), answer: (request) => listPage(dress, request) },
    { method: 'POST', path: `${at}/issue`, access: may('create'), answer: issue },
    { method: 'GET', path: `${at}/passport`, access: may('export'), answer: passportFile },
    { method: 'GET', path: `${at}/verify`, access: signedIn, answer: async (request) => verifyPage(dress, request) },
    { method: 'POST', path: `${at}/verify`, access: signedIn, answer: (request) => verify(dress, request) },
    { method: 'GET', path: `${at}/:id`, access: may('read'), answer: (request) => badgePage(dress, request) },
    { method: 'GET', path: `${at}/:id/file`, access: may('read'), answer: badgeFile },
    { method: 'POST', path: `${at}/:id/revoke`, access: may('change'), answer: (request) => revoke(dress, request) },
    // Whoever verifies a badge reads the list, from anywhere: it says nothing of whose the badges are.
    { method: 'GET', path: '/badges/status/:tenant', access: { kind: 'public' }, answer: statusFile },
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const kept = await keptRecords(desk, BADGE, null);
  if (!kept.ok) return kept;
  const isIssuer = mayEver(desk.actor, 'create', 'badge');
  const evidence = isIssuer ? await keptRecords(desk, EVIDENCE, desk.actor.place) : ok([]);
  if (!evidence.ok) return evidence;
  const given = new Set(kept.value.map(({ id }) => id));
  const open = evidence.value.filter(({ id, state }) => state === 'verified' && !given.has(id));
  const people = [...kept.value, ...open].map(({ body }) => body.person);
  const names = await namesOfMembers(desk, people);
  if (!names.ok) return names;
  const nameOf = await skillNamer(request);
  if (!nameOf.ok) return nameOf;
  return peoplePage(dress, {
    request,
    title: 'Badges',
    trail: [],
    children: (
      <BadgeList
        badges={kept.value}
        open={open}
        isIssuer={isIssuer}
        nameOf={nameOf.value}
        personOf={(id) => names.value.get(id) ?? id}
      />
    ),
  });
}

type Shown = { readonly reason: string; readonly problems: readonly FormProblem[] };

async function badgePage(dress: Dress, request: PageRequest, shown: Shown = { reason: '', problems: [] }) {
  const desk = deskOf(request);
  const kept = await keptRecord(desk, BADGE, request.params['id'] ?? '');
  if (!kept.ok) return kept;
  const { body } = kept.value;
  const names = await namesOfMembers(desk, [body.person]);
  if (!names.ok) return names;
  const mayRevoke = body.state === 'issued' && mayEver(desk.actor, 'change', 'badge');
  return peoplePage(dress, {
    request,
    title: body.name,
    trail: TRAIL,
    problems: shown.problems,
    children: (
      <BadgePart
        request={request}
        badge={body}
        person={names.value.get(body.person) ?? body.person}
        mayRevoke={mayRevoke}
        {...shown}
      />
    ),
  });
}

async function issue(request: PageRequest): Promise<Result<PageAnswer>> {
  const issued = await issueBadge(deskOf(request), fieldOf(request, 'evidence'));
  return issued.ok ? onward(`/people/badges/${encodeURIComponent(issued.value)}`) : issued;
}

async function revoke(dress: Dress, request: PageRequest): Promise<Result<PageAnswer>> {
  const [id, reason] = [request.params['id'] ?? '', fieldOf(request, 'reason')];
  const revoked = await revokeBadge(deskOf(request), id, reason);
  if (revoked.ok) return onward(`/people/badges/${encodeURIComponent(id)}`);
  if (revoked.problems.some(({ code }) => code !== 'schema')) return revoked;
  return badgePage(dress, request, { reason, problems: asFormProblems(revoked.problems) });
}

async function badgeFile(request: PageRequest) {
  const kept = await keptRecord(deskOf(request), BADGE, request.params['id'] ?? '');
  return kept.ok ? jsonFile('badge.json', kept.value.body.document) : kept;
}

async function passportFile(request: PageRequest) {
  const passport = await badgePassport(deskOf(request));
  return passport.ok ? jsonFile('passport.json', passport.value) : passport;
}

async function statusFile(request: PageRequest) {
  const list = await publishedList(request.world, request.params['tenant'] ?? '');
  return list.ok ? jsonFile('status.json', list.value) : list;
}

function jsonFile(filename: string, text: string): Result<PageAnswer> {
  return ok({ kind: 'file', mediaType: 'application/json', filename, bytes: new TextEncoder().encode(text) });
}

function verifyPage(dress: Dress, request: PageRequest): Result<PageAnswer> {
  return showVerify(dress, request, { badge: '', list: '', verdict: null, problems: [] });
}

async function verify(dress: Dress, request: PageRequest): Promise<Result<PageAnswer>> {
  const [badge, list] = [fieldOf(request, 'badge'), fieldOf(request, 'list')];
  if (badge === '') {
    const problems = [{ field: 'badge', message: 'Paste the text of a badge.' }];
    return showVerify(dress, request, { badge, list, verdict: null, problems });
  }
  const verdict = await verifyText(request.world, badge, list === '' ? null : list);
  if (!verdict.ok) return verdict;
  return showVerify(dress, request, { badge, list, verdict: verdict.value, problems: [] });
}

type Verifying = Omit<Parameters<typeof VerifyPart>[0], 'request'>;

function showVerify(dress: Dress, request: PageRequest, shown: Verifying): Result<PageAnswer> {
  return peoplePage(dress, {
    request,
    title: 'Verify a badge',
    trail: TRAIL,
    problems: shown.problems,
    children: <VerifyPart request={request} {...shown} />,
  });
}
