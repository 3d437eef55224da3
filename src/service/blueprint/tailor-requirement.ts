// How a place tailors a requirement of the blueprint in its own profile: a value for good, or a departure for a time.
import type { Deviation, Profile, Requirement } from '#blueprint';
import { fail, ok, type Result } from '#kernel';
import type { PackHead } from '../ports.ts';
import { changePack, packTexts } from '../workspace/change-pack.ts';
import { atWorkspace, type Workspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** What a departure from a whole requirement is called. */
export const WHOLE_REQUIREMENT = '*';

/** What a place says of one subject: the whole requirement, the month in which it matures, or one of its parameters. */
export type Tailoring = {
  readonly subject: string;
  /** Null where the place departs from the whole. */
  readonly value: number | null;
  /** Comply or explain; null where the value stands for good. */
  readonly deviation: Deviation | null;
};

export type FoundRequirement = {
  readonly workspace: Workspace;
  readonly requirement: Requirement;
  /** The profile of the member's own place, and the file that it is kept in. */
  readonly profile: Profile;
  readonly path: string;
  readonly version: number;
};

/** A requirement with what the member's own place says of it so far. */
export async function findTailored(desk: Desk, id: string): Promise<Result<FoundRequirement>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { blueprint } = workspace.value.pack;
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

/** @param tailoring with the version of the profile's file that it was made from */
export async function keepTailoring(
  desk: Desk,
  id: string,
  tailoring: Tailoring & { readonly madeFrom: number },
): Promise<Result<PackHead>> {
  const found = await findTailored(desk, id);
  if (!found.ok) return found;
  const { requirement, profile } = found.value;
  const { subject, value, deviation, madeFrom } = tailoring;
  const isWhole = subject === WHOLE_REQUIREMENT;
  if (isWhole !== (value === null) || (isWhole && deviation === null)) return fail(unclear(subject));
  const isKnown = isWhole || subject === 'matures' || requirement.parameters.some((each) => each.id === subject);
  if (!isKnown) return fail(noSubject(requirement, subject));
  const rest = without(profile, requirement.id, subject);
  if (value === null) {
    const excludes =
      deviation === null ? rest.excludes : [...rest.excludes, { requirement: requirement.id, deviation }];
    const told = `departs from ${requirement.id} for a time`;
    return keepProfile(desk, { found: found.value, profile: { ...rest, excludes }, told, madeFrom });
  }
  const set = { requirement: requirement.id, parameter: subject, value: { kind: 'number', value }, deviation } as const;
  const told = `set ${subject} of ${requirement.id}`;
  return keepProfile(desk, { found: found.value, profile: { ...rest, sets: [...rest.sets, set] }, told, madeFrom });
}

/** Takes back what the place says of one subject. */
export async function untailor(
  desk: Desk,
  id: string,
  { subject, madeFrom }: { readonly subject: string; readonly madeFrom: number },
): Promise<Result<PackHead>> {
  const found = await findTailored(desk, id);
  if (!found.ok) return found;
  const { requirement } = found.value;
  const profile = without(found.value.profile, requirement.id, subject);
  const told = `no longer tailors ${subject === WHOLE_REQUIREMENT ? 'the whole' : subject} of ${requirement.id}`;
  return keepProfile(desk, { found: found.value, profile, told, madeFrom });
}

type Keeping = {
  readonly found: FoundRequirement;
  readonly profile: Profile;
  readonly told: string;
  readonly madeFrom: number;
};

function keepProfile(desk: Desk, { found, profile, told, madeFrom }: Keeping): Promise<Result<PackHead>> {
  const { place } = desk.actor;
  const name = found.workspace.tree.byCode.get(place)?.name ?? place;
  const text = desk.world.writePackText.profile(profile, `What ${name} has set for itself, kept by the service.`);
  return changePack(desk, {
    changes: [{ path: found.path, text, madeFrom }],
    action: 'change',
    resource: 'blueprint',
    place,
    summary: `${place} ${told}.`,
  });
}

/** The place's own profile, or a new one that says nothing yet. */
function profileOf(profiles: readonly Profile[], place: { readonly code: string; readonly name: string }): Profile {
  const own = profiles.find(({ scope }) => 'place' in scope && scope.place === place.code);
  return (
    own ?? {
      id: `place-${place.code.toLowerCase()}`,
      title: `What ${place.name} has set for itself`,
      scope: { place: place.code },
      imports: [],
      selects: null,
      excludes: [],
      sets: [],
      adds: [],
    }
  );
}

/** The profile without what it says of one subject of one requirement. */
function without(profile: Profile, requirement: string, subject: string): Profile {
  return {
    ...profile,
    excludes: profile.excludes.filter((each) => !(each.requirement === requirement && subject === WHOLE_REQUIREMENT)),
    sets: profile.sets.filter((each) => !(each.requirement === requirement && each.parameter === subject)),
  };
}

function escape(text: string): string {
  return text.replaceAll(/[^\w-]/g, '\\$&');
}

function noSubject({ id, parameters }: Requirement, subject: string) {
  return {
    code: 'unknown-reference',
    message: `'${subject}' is nothing that ${id} lets a place set.`,
    path: 'subject',
    hint: `Choose one of: ${[WHOLE_REQUIREMENT, 'matures', ...parameters.map((each) => each.id)].join(', ')}.`,
  } as const;
}

function unclear(subject: string) {
  return {
    code: 'schema',
    message: `'${subject}' is set without what it takes: a value, or for '${WHOLE_REQUIREMENT}' a departure and no value.`,
    path: 'subject',
    hint: 'Send a value for one subject, or a departure from the whole with its reason, approver and review month.',
  } as const;
}
