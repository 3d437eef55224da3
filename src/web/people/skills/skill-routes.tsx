// The addresses of one's own skills: the passport, a skill to add, and each piece of evidence on its way to a verifier.
import { fail, formatMonth, type Problem } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import { passportOf, readTerms } from '#pathways';
import {
  atWorkspace,
  type Desk,
  namesOfMembers,
  preparedRoutes,
  putRecord,
  readEvidence,
  readOwnSkills,
  removeRecord,
} from '#service';
import { SKILL_LEVELS } from '#workforce';
import { deskOf, fieldOf, onward } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../../shell/problem-summary.tsx';
import { fieldsOf, monthOf, peoplePage } from '../people-page.tsx';
import { EvidencePage } from './evidence-page.tsx';
import { MySkills } from './my-skills.tsx';
import { shownIn } from './shown-evidence.ts';

const SKILLS = { label: 'My skills', href: '/people/skills' };

export function skillRoutes(dress: Dress): readonly PageRoute[] {
  const may = (action: 'read' | 'create' | 'change' | 'remove', resource: 'passport' | 'skill-evidence') =>
    ({ kind: 'permitted', action, resource, placeParam: null }) as const;
  const at = '/people/skills';
  return [
    { method: 'GET', path: at, access: may('read', 'passport'), answer: (request) => skillsPage(dress, request) },
    { method: 'POST', path: at, access: may('create', 'skill-evidence'), answer: (request) => add(dress, request) },
    { method: 'POST', path: '/people/passport', access: may('create', 'passport'), answer: keepPost },
    {
      method: 'GET',
      path: `${at}/:id`,
      access: may('create', 'skill-evidence'),
      answer: (request) => evidencePage(dress, request),
    },
    {
      method: 'POST',
      path: `${at}/:id/ask`,
      access: may('change', 'skill-evidence'),
      answer: (request) => askForVerdict(dress, request),
    },
    { method: 'POST', path: `${at}/:id/remove`, access: may('remove', 'skill-evidence'), answer: remove },
  ];
}

type Shown = { readonly fields: Readonly<Record<string, string>>; readonly problems: readonly FormProblem[] };
const NOTHING: Shown = { fields: {}, problems: [] };

async function skillsPage(dress: Dress, request: PageRequest, shown: Shown = NOTHING) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const own = await readOwnSkills(desk);
  if (!own.ok) return own;
  const terms = readTerms(workspace.value.pack.skills.terms);
  if (!terms.ok) return terms;
  const at = monthOf(request);
  const prepared = preparedRoutes(workspace.value, { framework: null, measure: 'coverage', asOf: at });
  if (!prepared.ok) return prepared;
  const verifiers = own.value.evidence.flatMap(({ verifier }) => verifier ?? []);
  const names = await namesOfMembers(desk, verifiers);
  if (!names.ok) return names;
  return peoplePage(dress, {
    request,
    title: 'My skills',
    trail: [],
    problems: shown.problems,
    children: (
      <MySkills
        request={request}
        pack={workspace.value.pack}
        prepared={prepared.value}
        own={own.value}
        skills={passportOf(own.value.evidence, at, terms.value.evidence)}
        enough={terms.value.evidence.enough}
        memberName={(id) => names.value.get(id) ?? id}
        {...shown}
      />
    ),
  });
}

async function add(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const fields = fieldsOf(request);
  const level = SKILL_LEVELS.find((each) => each === fields['level']);
  const key = fields['skill'] ?? '';
  const isKnown = workspace.value.pack.skills.frameworks.some(({ id, skills }) =>
    skills.some((skill) => `${id}/${skill.id}` === key),
  );
  const problems: FormProblem[] = [
    ...(isKnown ? [] : [{ field: 'skill', message: 'Choose a skill.' }]),
    ...(level === undefined ? [{ field: 'level', message: 'Choose the level.' }] : []),
  ];
  if (problems.length > 0) return skillsPage(dress, request, { fields, problems });
  const { actor, world } = desk;
  const id = world.makeId();
  const kept = await putRecord(desk, {
    kind: 'skill-evidence',
    id,
    madeFrom: 0,
    action: 'create',
    body: {
      person: actor.id,
      place: actor.place,
      skill: key,
      level,
      saidMonth: formatMonth(monthOf(request)),
      shown: null,
      verdict: null,
      state: 'said',
    },
    summary: 'A skill was added by whoever has it.',
  });
  if (kept.ok) return onward(`/people/skills/${id}`);
  return skillsPage(dress, request, { fields, problems: asFormProblems(kept.problems) });
}

/** The post that one holds, from which routes begin. */
async function keepPost(request: PageRequest) {
  const desk = deskOf(request);
  const { actor } = desk;
  const own = await readOwnSkills(desk);
  if (!own.ok) return own;
  const post = fieldOf(request, 'post');
  const kept = await putRecord(desk, {
    kind: 'passport',
    id: actor.id,
    madeFrom: Number(fieldOf(request, 'madeFrom')),
    action: own.value.passport === null ? 'create' : 'change',
    body: { person: actor.id, place: actor.place, post: post === '' ? null : post, state: 'kept' },
    summary: 'Somebody said which post they hold.',
  });
  return kept.ok ? onward('/people/skills') : kept;
}

async function evidencePage(dress: Dress, request: PageRequest, shown: Shown = NOTHING) {
  const desk = deskOf(request);
  const found = await readOwn(desk, request);
  if (!found.ok) return found;
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { body, record } = found.value;
  const names = await namesOfMembers(desk, body.verdict === null ? [] : [body.verdict.verifier]);
  if (!names.ok) return names;
  const prepared = preparedRoutes(workspace.value, {
    framework: null,
    measure: 'coverage',
    asOf: monthOf(request),
  });
  if (!prepared.ok) return prepared;
  return peoplePage(dress, {
    request,
    title: `${prepared.value.names.nameOf(body.skill)}: ${body.level}`,
    trail: [SKILLS],
    problems: shown.problems,
    children: (
      <EvidencePage
        request={request}
        body={body}
        version={record.version}
        memberName={(id) => names.value.get(id) ?? id}
        {...shown}
      />
    ),
  });
}

async function askForVerdict(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const found = await readOwn(desk, request);
  if (!found.ok) return found;
  const fields = fieldsOf(request);
  const shown = shownIn(fields);
  if (!shown.ok) return evidencePage(dress, request, { fields, problems: shown.problems });
  const { record, body } = found.value;
  const kept = await putRecord(desk, {
    kind: 'skill-evidence',
    id: record.id,
    madeFrom: Number(fieldOf(request, 'madeFrom')),
    action: 'change',
    body: { ...body, shown: shown.value, state: 'asked' },
    summary: 'A verification of a skill was asked for.',
  });
  if (kept.ok) return onward(`/people/skills/${record.id}`);
  return evidencePage(dress, request, { fields, problems: asFormProblems(kept.problems) });
}

async function remove(request: PageRequest) {
  const desk = deskOf(request);
  const found = await readOwn(desk, request);
  if (!found.ok) return found;
  const name = { kind: 'skill-evidence', id: found.value.record.id, madeFrom: found.value.record.version };
  const removed = await removeRecord(desk, name, 'A skill was taken out by whoever said they had it.');
  return removed.ok ? onward('/people/skills') : removed;
}

/** Evidence of the member's own; of anybody else's the page says that there is none. */
async function readOwn(desk: Desk, request: PageRequest) {
  const found = await readEvidence(desk, request.params['id'] ?? '');
  return found.ok && found.value.body.person !== desk.actor.id ? fail<never>(notYours) : found;
}

const notYours: Problem = {
  code: 'not-found',
  message: 'There is nothing here that you may see.',
  path: 'people/skills',
  hint: 'Look at your own skills.',
};
