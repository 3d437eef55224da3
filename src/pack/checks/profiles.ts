// Checks the profiles: what they set refers to what there is, and the blueprint resolves under all its locks.
import { type Profile, type Requirement, resolveBlueprint, type Setting } from '#blueprint';
import type { Problem } from '#kernel';
import type { Entry } from '../pack-parts.ts';
import { allRequirements, checkParameterValue, fromProblem } from './blueprint.ts';
import type { CheckContext } from './context.ts';

export function checkProfiles(context: CheckContext): void {
  const requirements = new Map(allRequirements(context).map(({ value }) => [value.id, value]));
  for (const entry of context.parts.profiles) {
    for (const [index, setting] of entry.value.sets.entries()) {
      const requirement = requirements.get(setting.requirement);
      if (requirement !== undefined) checkSetting(context, entry, { requirement, setting, index });
    }
  }
}

type Set = { readonly requirement: Requirement; readonly setting: Setting; readonly index: number };

function checkSetting(context: CheckContext, entry: Entry<Profile>, { requirement, setting, index }: Set): void {
  const parameter = requirement.parameters.find(({ id }) => id === setting.parameter);
  // A name that the requirement lacks is refused when the blueprint is resolved.
  if (parameter === undefined) return;
  checkParameterValue(context, entry, {
    parameter: { ...parameter, value: setting.value },
    field: ['sets', index, 'value'],
  });
}

/** Resolves the blueprint for the base month, and tells each problem where it stands. Needs a sound tree of places. */
export function checkResolution(context: CheckContext): void {
  const { parts, flaws } = context;
  const blueprint = { catalogue: parts.catalogue.value, profiles: parts.profiles.map(({ value }) => value) };
  const places = parts.places.map(({ value }) => value);
  const resolved = resolveBlueprint(blueprint, places, parts.head.value.baseMonth);
  if (resolved.ok) return;
  for (const problem of resolved.problems) {
    const { entry, field } = whereIs(context, problem);
    flaws.add(fromProblem(problem, entry, { field, guess: '' }));
  }
}

/** The entry that a path such as `profiles.north.sets.0` leads to, with the rest of the path. */
function whereIs({ parts }: CheckContext, { path }: Problem) {
  const groups = [
    { prefix: 'requirements.', entries: parts.requirements },
    { prefix: 'profiles.', entries: parts.profiles },
  ];
  for (const { prefix, entries } of groups) {
    const starts = ({ value }: { readonly value: { readonly id: string } }): boolean =>
      `${path}.`.startsWith(`${prefix}${value.id}.`);
    // Where an id stands twice, or begins another, the last and the longest is meant.
    const entry = [...entries]
      .filter(starts)
      .toSorted((a, b) => a.value.id.length - b.value.id.length)
      .at(-1);
    if (entry === undefined) continue;
    const rest = path.slice(prefix.length + entry.value.id.length + 1);
    return { entry, field: rest === '' ? [] : rest.split('.') };
  }
  return { entry: parts.catalogue, field: path.split('.') };
}
