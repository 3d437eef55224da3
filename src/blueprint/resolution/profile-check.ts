// What can be wrong with profiles before any place is resolved: names that nothing bears, circles, values out of range.
import { formatMonth } from '#kernel';
import type { Problem } from '#kernel';
import type { Place } from '#workforce';
import type { Requirement } from '../catalogue.ts';
import { checkRequirement, rangeProblem } from './catalogue-check.ts';
import { circleIn } from './circle.ts';
import type { Profile, Setting } from '../profile.ts';
import type { Blueprint } from '../resolved.ts';

/** @returns the problems of all profiles, in the order of their ids; paths are like `profiles.north.sets.0` */
export function checkProfiles(blueprint: Blueprint, places: readonly Place[]): readonly Problem[] {
  const profiles = [...blueprint.profiles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const requirements = [...blueprint.catalogue.requirements, ...profiles.flatMap((each) => each.adds)];
  const known: Known = {
    profiles: new Set(profiles.map((each) => each.id)),
    places: new Set([...places.map((each) => each.code), ...blueprint.catalogue.awaits.places]),
    kinds: new Set([...places.map((each) => each.kind), ...blueprint.catalogue.awaits.kinds]),
    requirements: new Map(requirements.map((each) => [each.id, each])),
  };
  return [
    ...profiles.flatMap((each) => [...scopeProblems(each, known), ...nameProblems(each, known)]),
    ...profiles.flatMap((each) => settingProblems(each, known)),
    ...duplicateProblems(blueprint, profiles),
    ...profiles.flatMap((each) => addedProblems(each, blueprint, known)),
    ...circleProblems(profiles),
  ];
}

type Known = {
  readonly profiles: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly requirements: ReadonlyMap<string, Requirement>;
};

function scopeProblems(profile: Profile, known: Known): readonly Problem[] {
  const { scope } = profile;
  const isKnown = 'kind' in scope ? known.kinds.has(scope.kind) : known.places.has(scope.place);
  if (isKnown) return [];
  const named =
    'kind' in scope ? `kind '${scope.kind}', which no place has` : `place '${scope.place}', which the pack has not`;
  return [
    {
      code: 'unknown-reference',
      message: `profile '${profile.id}' is for ${named}; a profile speaks for a place or a kind of the pack`,
      path: `profiles.${profile.id}.scope`,
      hint: 'Correct the scope, or take the profile out.',
    },
  ];
}

function nameProblems(profile: Profile, known: Known): readonly Problem[] {
  const path = `profiles.${profile.id}`;
  const unknownImports = profile.imports.flatMap((id, index) =>
    known.profiles.has(id) ? [] : [unknownName(profile, `imports profile '${id}'`, `${path}.imports.${index}`)],
  );
  const references = [
    ...(profile.selects ?? []).map((id, index) => ({ id, at: `${path}.selects.${index}` })),
    ...profile.excludes.map((each, index) => ({ id: each.requirement, at: `${path}.excludes.${index}` })),
    ...profile.sets.map((each, index) => ({ id: each.requirement, at: `${path}.sets.${index}` })),
  ];
  const unknown = references.filter(({ id }) => !known.requirements.has(id));
  return [...unknownImports, ...unknown.map(({ id, at }) => unknownName(profile, `names requirement '${id}'`, at))];
}

function unknownName(profile: Profile, act: string, path: string): Problem {
  return {
    code: 'unknown-reference',
    message: `profile '${profile.id}' ${act}, which does not exist; a profile builds on what the catalogue or a profile has`,
    path,
    hint: 'Correct the id, or add what it names.',
  };
}

/** Settings of what a requirement has not, of what is no month or out of range, and of one thing twice. */
function settingProblems(profile: Profile, known: Known): readonly Problem[] {
  const seen = new Set<string>();
  return profile.sets.flatMap((setting, index) => {
    const path = `profiles.${profile.id}.sets.${index}`;
    const requirement = known.requirements.get(setting.requirement);
    if (requirement === undefined) return [];
    const named = `profile '${profile.id}': '${setting.parameter}' of requirement '${setting.requirement}'`;
    const key = JSON.stringify([setting.requirement, setting.parameter]);
    const again = seen.has(key) ? [twice(`${named} is set twice`, path)] : [];
    seen.add(key);
    const flaw = flawOf(setting, requirement);
    return flaw === null ? again : [...again, { ...flaw, message: `${named} ${flaw.message}`, path }];
  });
}

function flawOf(setting: Setting, requirement: Requirement): Omit<Problem, 'path'> | null {
  const { value } = setting;
  if (setting.parameter === 'matures') {
    if (value.kind === 'number' && Number.isInteger(value.value) && value.value >= requirement.from) return null;
    const rule = `a month in or after ${formatMonth(requirement.from)}, when the requirement begins`;
    return { code: 'out-of-range', message: `is no such date; it is ${rule}`, hint: `Write ${rule}.` };
  }
  const parameter = requirement.parameters.find((each) => each.id === setting.parameter);
  if (parameter === undefined) {
    const names = ['matures', ...requirement.parameters.map((each) => each.id)].join(', ');
    const message = `does not exist; what can be set there is: ${names}`;
    return { code: 'unknown-reference', message, hint: 'Correct the name of the parameter.' };
  }
  const broken = value.kind === 'number' ? rangeProblem(parameter, value.value) : null;
  return broken === null ? null : { code: 'out-of-range', message: broken, hint: 'Set a value within the range.' };
}

/** An id names one profile, and one requirement in the whole blueprint, whoever added it. */
function duplicateProblems(blueprint: Blueprint, profiles: readonly Profile[]): readonly Problem[] {
  const owners = new Map(
    blueprint.catalogue.requirements.map((each) => [each.id, `catalogue '${blueprint.catalogue.id}'`]),
  );
  const problems: Problem[] = [];
  for (const [index, profile] of profiles.entries()) {
    if (profiles[index + 1]?.id === profile.id) {
      problems.push(twice(`profile '${profile.id}' stands twice`, `profiles.${profile.id}`));
    }
    for (const [position, added] of profile.adds.entries()) {
      const owner = owners.get(added.id);
      const path = `profiles.${profile.id}.adds.${position}`;
      if (owner !== undefined)
        problems.push(twice(`requirement '${added.id}' of profile '${profile.id}' is in ${owner} too`, path));
      owners.set(added.id, `profile '${profile.id}'`);
    }
  }
  return problems;
}

function twice(message: string, path: string): Problem {
  return {
    code: 'duplicate',
    message: `${message}; an id names one thing`,
    path,
    hint: 'Give one of them another id.',
  };
}

function addedProblems(profile: Profile, blueprint: Blueprint, known: Known): readonly Problem[] {
  const { catalogue } = blueprint;
  return profile.adds.flatMap((added: Requirement, index) =>
    checkRequirement(added, {
      catalogue,
      requirementIds: new Set(known.requirements.keys()),
      path: `profiles.${profile.id}.adds.${index}`,
    }),
  );
}

function circleProblems(profiles: readonly Profile[]): readonly Problem[] {
  const importsOf = new Map(profiles.map((each) => [each.id, each.imports]));
  const circle = circleIn(importsOf);
  if (circle === null) return [];
  return [
    {
      code: 'cycle',
      message: `profiles import each other in a circle: ${circle.join(' → ')}; imports lead to the catalogue without a circle`,
      path: `profiles.${circle[0] ?? ''}.imports`,
      hint: 'Take one of these imports out.',
    },
  ];
}
