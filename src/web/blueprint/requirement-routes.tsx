// One requirement: what it asks, what holds of it in one's place, and how the place tailors it.
import { ok, type Result } from '#kernel';
import type { PageRequest, PageRoute } from '#http';
import type { Profile, Requirement } from '#blueprint';
import { atWorkspace, changePack, isPermitted, notThere, packTexts, type Desk, type Workspace } from '#service';
import { deskOf, fieldOf, formAgain, onward, pageAnswer } from '../shell/page-answer.tsx';
import type { Dress } from '../shell/page-shell.tsx';
import { asFormProblems, type FormProblem } from '../shell/problem-summary.tsx';
import { viewFor } from './view-for.ts';
import { RequirementPage } from './requirement-page.tsx';
import { profileOf, tailor, without, type TailoringFields } from './tailoring.ts';

export function requirementRoutes(dress: Dress): readonly PageRoute[] {
  const change = { kind: 'permitted', action: 'change', resource: 'blueprint', placeParam: null } as const;
  return [
    {
      method: 'GET',
      path: '/blueprint/requirements/:id',
      access: { ...change, action: 'read' },
      answer: (request) => requirementPage(dress, request),
    },
    { method: 'POST', path: '/blueprint/requirements/:id', access: change, answer: (request) => keep(dress, request) },
    { method: 'POST', path: '/blueprint/requirements/:id/undo', access: change, answer: undo },
  ];
}

type Shown = { readonly fields: TailoringFields; readonly problems: readonly FormProblem[] };

async function requirementPage(dress: Dress, request: PageRequest, shown: Shown = { fields: {}, problems: [] }) {
  const desk = deskOf(request);
  const found = await findRequirement(desk, request);
  if (!found.ok) return found;
  const { workspace, requirement, profile, version } = found.value;
  const view = viewFor(request, workspace);
  if (!view.ok) return view;
  const place = desk.actor.place;
  const target = { resource: 'blueprint' as const, place, owner: null, party: null };
  const props = {
    request,
    title: `${requirement.id}: ${requirement.title}`,
    part: 'blueprint',
    trail: [
      { label: 'Home', href: '/' },
      { label: 'Blueprint', href: '/blueprint' },
    ],
    islands: [],
    children: (
      <RequirementPage
        request={request}
        requirement={requirement}
        view={view.value}
        place={workspace.tree.byCode.get(place)?.name ?? place}
        placeCode={place}
        profile={profile}
        madeFrom={version}
        mayTailor={isPermitted(desk.actor, 'change', { target, isBelow: workspace.isBelow })}
        {...shown}
      />
    ),
  };
  return shown.problems.length === 0 ? pageAnswer(dress, props) : formAgain(dress, props);
}

async function keep(dress: Dress, request: PageRequest) {
  const desk = deskOf(request);
  const found = await findRequirement(desk, request);
  if (!found.ok) return found;
  const { requirement, profile } = found.value;
  const fields = Object.fromEntries(request.form.map(([name, text]) => [name, text.trim()]));
  const tailored = tailor({ requirement, profile, fields });
  if (!tailored.ok) return requirementPage(dress, request, { fields, problems: tailored.problems });
  const kept = await keepProfile(desk, { request, found: found.value, profile: tailored.profile, told: tailored.told });
  return kept.ok
    ? onward(request.path)
    : requirementPage(dress, request, { fields, problems: asFormProblems(kept.problems) });
}

async function undo(request: PageRequest) {
  const desk = deskOf(request);
  const found = await findRequirement(desk, request);
  if (!found.ok) return found;
  const { requirement } = found.value;
  const subject = fieldOf(request, 'subject');
  const profile = without(found.value.profile, requirement.id, subject);
  const told = `no longer tailors ${subject === '*' ? 'the whole' : subject} of ${requirement.id}`;
  const kept = await keepProfile(desk, { request, found: found.value, profile, told });
  return kept.ok ? onward(`/blueprint/requirements/${encodeURIComponent(requirement.id)}`) : kept;
}

type Keeping = {
  readonly request: PageRequest;
  readonly found: Found;
  readonly profile: Profile;
  readonly told: string;
};

function keepProfile(desk: Desk, { request, found, profile, told }: Keeping) {
  const { place } = desk.actor;
  const name = found.workspace.tree.byCode.get(place)?.name ?? place;
  return changePack(desk, {
    changes: [
      {
        path: found.path,
        text: desk.world.writePackText.profile(profile, `What ${name} has set for itself, kept by the service.`),
        madeFrom: Number(fieldOf(request, 'madeFrom')),
      },
    ],
    action: 'change',
    resource: 'blueprint',
    place,
    summary: `${place} ${told}.`,
  });
}

type Found = {
  readonly workspace: Workspace;
  readonly requirement: Requirement;
  /** The profile of the member's own place, and the file that it is kept in. */
  readonly profile: Profile;
  readonly path: string;
  readonly version: number;
};

async function findRequirement(desk: Desk, request: PageRequest): Promise<Result<Found>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { blueprint } = workspace.value.pack;
  const id = request.params['id'] ?? '';
  const added = blueprint.profiles.flatMap(({ adds }) => adds);
  const requirement = [...blueprint.catalogue.requirements, ...added].find((one) => one.id === id);
  const place = workspace.value.tree.byCode.get(desk.actor.place);
  if (requirement === undefined || place === undefined) return notThere(`blueprint/requirements/${id}`);
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const profile = profileOf(blueprint.profiles, place);
  const named = [...files.value].find(
    ([path, { text }]) =>
      path.startsWith('blueprint/profiles/') &&
      new RegExp(`^id:\\s*['"]?${escape(profile.id)}['"]?\\s*$`, 'm').test(text),
  );
  const [path, file] = named ?? [`blueprint/profiles/${profile.id}.yaml`, { version: 0 }];
  return ok({ workspace: workspace.value, requirement, profile, path, version: file.version });
}

function escape(text: string): string {
  return text.replaceAll(/[^\w-]/g, '\\$&');
}
