// Who belongs here, for administrators: the members, a new one, and what each may do and where.
import type { PageRequest, PageRoute } from '#http';
import { ok, type Result } from '#kernel';
import {
  addMember,
  atWorkspace,
  changeMember,
  listMembers,
  notThere,
  ROLES,
  type MemberEntry,
  type MemberTerms,
} from '#service';
import { deskOf, fieldOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../shell/problem-summary.tsx';
import { MemberForm, MemberList } from './member-pages.tsx';

const TRAIL = [{ label: 'Home', href: '/' }];
const MEMBERS = { label: 'Members', href: '/members' };

export function memberRoutes(dress: Dress): readonly PageRoute[] {
  const permit = (action: 'read' | 'create' | 'change') =>
    ({ kind: 'permitted', action, resource: 'member', placeParam: null }) as const;
  return [
    { method: 'GET', path: '/members', access: permit('read'), answer: (request) => listPage(dress, request) },
    {
      method: 'GET',
      path: '/members/new',
      access: permit('create'),
      answer: (request) => newPage(dress, request, null),
    },
    { method: 'POST', path: '/members/new', access: permit('create'), answer: (request) => add(dress, request) },
    {
      method: 'GET',
      path: '/members/:id',
      access: permit('change'),
      answer: (request) => editPage(dress, request, null),
    },
    { method: 'POST', path: '/members/:id', access: permit('change'), answer: (request) => change(dress, request) },
  ];
}

async function listPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const [members, workspace] = [await listMembers(desk), await atWorkspace(desk)];
  if (!members.ok) return members;
  if (!workspace.ok) return workspace;
  return pageAnswer(dress, {
    request,
    title: 'Members: who may do what, and where',
    part: 'members',
    trail: TRAIL,
    islands: [],
    children: <MemberList members={members.value} places={workspace.value.tree.byCode} own={desk.actor.id} />,
  });
}

export type MemberFields = Readonly<Record<string, string>>;
type Shown = { readonly fields: MemberFields; readonly problems: readonly FormProblem[] } | null;

async function newPage(dress: Dress, request: PageRequest, shown: Shown) {
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const props = {
    request,
    title: 'Add a member',
    part: 'members',
    trail: [...TRAIL, MEMBERS],
    islands: [],
    children: (
      <MemberForm
        request={request}
        places={workspace.value.tree.places}
        known={null}
        fields={shown?.fields ?? {}}
        problems={shown?.problems ?? []}
      />
    ),
  };
  return shown === null ? pageAnswer(dress, props) : formAgain(dress, props);
}

async function editPage(dress: Dress, request: PageRequest, shown: Shown) {
  const known = await findMember(request);
  if (!known.ok) return known;
  const workspace = await atWorkspace(deskOf(request));
  if (!workspace.ok) return workspace;
  const { role, place, supplier, displayName, isDisabled } = known.value;
  const kept = { role, place, supplier: supplier ?? '', displayName, isDisabled: isDisabled ? 'yes' : '' };
  const props = {
    request,
    title: displayName,
    part: 'members',
    trail: [...TRAIL, MEMBERS],
    islands: [],
    children: (
      <MemberForm
        request={request}
        places={workspace.value.tree.places}
        known={known.value}
        fields={shown?.fields ?? kept}
        problems={shown?.problems ?? []}
      />
    ),
  };
  return shown === null ? pageAnswer(dress, props) : formAgain(dress, props);
}

async function findMember(request: PageRequest): Promise<Result<MemberEntry>> {
  const members = await listMembers(deskOf(request));
  if (!members.ok) return members;
  const id = request.params['id'] ?? '';
  const found = members.value.find((one) => one.id === id);
  return found === undefined ? notThere(`member/${id}`) : ok(found);
}

async function add(dress: Dress, request: PageRequest) {
  const fields = fieldsIn(request);
  const reading = readTerms(request);
  const problems = [...reading.problems];
  for (const [name, message] of [
    ['issuer', 'Give the address of the login provider.'],
    ['subject', 'Give what the login provider calls the person.'],
  ] as const) {
    if (fieldOf(request, name) === '') problems.push({ field: name, message });
  }
  if (reading.terms === null || problems.length > 0) return newPage(dress, request, { fields, problems });
  const login = { issuer: fieldOf(request, 'issuer'), subject: fieldOf(request, 'subject') };
  const added = await addMember(deskOf(request), { ...reading.terms, ...login });
  return added.ok ? onward('/members') : newPage(dress, request, { fields, problems: asFormProblems(added.problems) });
}

async function change(dress: Dress, request: PageRequest) {
  const fields = fieldsIn(request);
  const { terms, problems } = readTerms(request);
  if (terms === null) return editPage(dress, request, { fields, problems });
  const changed = await changeMember(deskOf(request), request.params['id'] ?? '', terms);
  return changed.ok
    ? onward('/members')
    : editPage(dress, request, { fields, problems: asFormProblems(changed.problems) });
}

function fieldsIn({ form }: PageRequest): MemberFields {
  return Object.fromEntries(form.map(([name, text]) => [name, text.trim()]));
}

const NAME_MAX = 200;

function readTerms(request: PageRequest): {
  readonly terms: MemberTerms | null;
  readonly problems: readonly FormProblem[];
} {
  const problems: FormProblem[] = [];
  const role = ROLES.find((known) => known === fieldOf(request, 'role'));
  if (role === undefined) problems.push({ field: 'role', message: 'Choose a role.' });
  const displayName = fieldOf(request, 'displayName');
  if (displayName === '' || displayName.length > NAME_MAX) {
    problems.push({ field: 'displayName', message: `Give a name of at most ${NAME_MAX} characters.` });
  }
  const place = fieldOf(request, 'place');
  if (place === '') problems.push({ field: 'place', message: 'Choose a place.' });
  const supplier = fieldOf(request, 'supplier');
  if (role === 'supplier' && supplier === '') {
    problems.push({ field: 'supplier', message: 'Give the id of the supplier that the person speaks for.' });
  }
  if (role === undefined || problems.length > 0) return { terms: null, problems };
  const isDisabled = fieldOf(request, 'isDisabled') === 'yes';
  return {
    terms: { role, place, supplier: role === 'supplier' ? supplier : null, displayName, isDisabled },
    problems,
  };
}
