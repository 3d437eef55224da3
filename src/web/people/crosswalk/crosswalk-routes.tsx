// The addresses of the crosswalk: coverage and proposals between two frameworks, and a person's word on two skills.
import type { Result } from '#kernel';
import { currentFrameworks } from '#pathways';
import { skillNames } from '#planning';
import type { PageRequest, PageRoute } from '#http';
import { atWorkspace, crosswalkNow, findMapping, mayEver, sayMapping, type FoundMapping } from '#service';
import { deskOf, fieldOf, onward } from '../../shell/page-answer.tsx';
import type { Dress } from '../../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../../shell/problem-summary.tsx';
import { fieldsOf, peoplePage } from '../people-page.tsx';
import { CrosswalkIndex } from './crosswalk-index.tsx';
import { CROSSWALK } from './crosswalk-links.ts';
import { fieldsOfMapping, readMapping, type MappingFields } from './mapping-form.ts';
import { MappingPage } from './mapping-page.tsx';

const HERE = { label: 'Crosswalk', href: CROSSWALK };

export function crosswalkRoutes(dress: Dress): readonly PageRoute[] {
  const read = { kind: 'permitted', action: 'read', resource: 'crosswalk', placeParam: null } as const;
  const say = { ...read, action: 'approve' } as const;
  return [
    { method: 'GET', path: CROSSWALK, access: read, answer: (request) => indexPage(dress, request) },
    { method: 'GET', path: `${CROSSWALK}/mapping`, access: read, answer: (request) => askedPage(dress, request) },
    { method: 'POST', path: `${CROSSWALK}/mapping`, access: say, answer: (request) => confirm(dress, request) },
    { method: 'POST', path: `${CROSSWALK}/mapping/back`, access: say, answer: takeBack },
  ];
}

async function indexPage(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const frameworks = currentFrameworks(workspace.value.pack.skills.frameworks);
  const [first, second = first] = frameworks;
  if (first === undefined || second === undefined) {
    return peoplePage(dress, {
      request,
      title: 'Crosswalk of skills',
      trail: [],
      children: <p>There are no frameworks yet: an administrator imports them into the pack.</p>,
    });
  }
  const [from, to] = [request.query['from'] ?? first.id, request.query['to'] ?? second.id];
  const now = await crosswalkNow(desk, { from, to });
  if (!now.ok) return now;
  return peoplePage(dress, {
    request,
    title: 'Crosswalk of skills',
    trail: [],
    children: (
      <CrosswalkIndex
        frameworks={frameworks}
        from={from}
        to={to}
        data={now.value}
        nameOf={skillNames(now.value.workspace.pack).nameOf}
        maySay={mayEver(desk.actor, 'approve', 'crosswalk')}
      />
    ),
  });
}

async function askedPage(dress: Dress, request: PageRequest) {
  const found = await findMapping(deskOf(request), pairIn(request.query));
  if (!found.ok) return found;
  return mappingPage(dress, request, {
    found: found.value,
    fields: fieldsOfMapping(found.value.mapping),
    problems: [],
  });
}

type Shown = {
  readonly found: FoundMapping;
  readonly fields: MappingFields;
  readonly problems: readonly FormProblem[];
};

function mappingPage(dress: Dress, request: PageRequest, shown: Shown) {
  const { mapping, workspace } = shown.found;
  const { nameOf } = skillNames(workspace.pack);
  return peoplePage(dress, {
    request,
    title: `${nameOf(mapping.from)} and ${nameOf(mapping.to)}`,
    trail: [{ ...HERE, href: betweenHref(mapping) }],
    problems: shown.problems,
    children: (
      <MappingPage
        request={request}
        nameOf={nameOf}
        maySay={mayEver(deskOf(request).actor, 'approve', 'crosswalk')}
        {...shown}
      />
    ),
  });
}

async function confirm(dress: Dress, request: PageRequest) {
  const fields = fieldsOf(request);
  const found = await findMapping(deskOf(request), pairIn(fields));
  if (!found.ok) return found;
  const reading = readMapping(fields);
  if (!reading.ok) return mappingPage(dress, request, { found: found.value, fields, problems: reading.problems });
  const pair = pairIn(found.value.mapping);
  const madeFrom = Number(fieldOf(request, 'madeFrom'));
  const said = await sayMapping(deskOf(request), { pair, terms: reading.terms, madeFrom });
  if (said.ok) return onward(betweenHref(pair));
  return mappingPage(dress, request, { found: found.value, fields, problems: asFormProblems(said.problems) });
}

async function takeBack(request: PageRequest): Promise<ReturnType<typeof onward> | Result<never>> {
  const desk = deskOf(request);
  const found = await findMapping(desk, pairIn(fieldsOf(request)));
  if (!found.ok) return found;
  const { kind, confidence, note } = found.value.mapping;
  const said = await sayMapping(desk, {
    pair: pairIn(found.value.mapping),
    terms: { kind, confidence, note, saidBy: null },
    madeFrom: Number(fieldOf(request, 'madeFrom')),
  });
  return said.ok ? onward(betweenHref(found.value.mapping)) : said;
}

function pairIn(fields: Readonly<Record<string, unknown>>) {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { from: text(fields['from']), to: text(fields['to']) };
}

function betweenHref({ from, to }: { readonly from: string; readonly to: string }): string {
  const [one, other] = [from, to].map((key) => key.slice(0, key.indexOf('/')));
  return `${CROSSWALK}?${new URLSearchParams({ from: one ?? '', to: other ?? '' }).toString()}`;
}
