// What can be wrong with the catalogue itself: names that nothing bears, circles of parents, values out of their range.
import { formatMonth } from '#kernel';
import type { Problem } from '#kernel';
import type { Catalogue, Requirement, RequirementParameter } from '../catalogue.ts';
import { circleIn } from './circle.ts';
import { POSTS_TODAY } from '../formula/formula-unit.ts';

/** @returns every problem; paths are like `requirements.REC-1.parameters.technicians` */
export function checkCatalogue(catalogue: Catalogue): readonly Problem[] {
  const requirementIds = new Set(catalogue.requirements.map((each) => each.id));
  return [
    ...twiceIn(
      catalogue.requirements.map((each) => each.id),
      'requirement',
      'requirements',
    ),
    ...twiceIn(
      catalogue.domains.map((each) => each.id),
      'domain',
      'domains',
    ),
    ...twiceIn(
      catalogue.archetypes.map((each) => each.id),
      'archetype',
      'archetypes',
    ),
    ...catalogue.requirements.flatMap((each) =>
      checkRequirement(each, { catalogue, requirementIds, path: `requirements.${each.id}` }),
    ),
    ...parentCircle(catalogue.requirements),
  ];
}

/** What a requirement may refer to, and where it stands. */
export type RequirementSetting = {
  readonly catalogue: Catalogue;
  readonly requirementIds: ReadonlySet<string>;
  readonly path: string;
};

/** Checks one requirement, of the catalogue or added by a profile. */
export function checkRequirement(requirement: Requirement, setting: RequirementSetting): readonly Problem[] {
  return [
    ...referenceProblems(requirement, setting),
    ...(requirement.matures < requirement.from ? [maturesEarly(requirement, setting.path)] : []),
    ...twiceIn(
      requirement.parameters.map((each) => each.id),
      `parameter of '${requirement.id}'`,
      `${setting.path}.parameters`,
    ),
    ...requirement.parameters.flatMap((each) =>
      checkParameter(each, requirement, `${setting.path}.parameters.${each.id}`),
    ),
  ];
}

function referenceProblems(requirement: Requirement, setting: RequirementSetting): readonly Problem[] {
  const { catalogue } = setting;
  const steps = catalogue.pathways.flatMap((pathway) => pathway.steps.map((step) => `${pathway.id}/${step.id}`));
  const references = [
    { field: 'domain', ids: [requirement.domain], isKnown: amongIds(catalogue.domains) },
    { field: 'parent', ids: listOf(requirement.parent), isKnown: (id: string) => setting.requirementIds.has(id) },
    { field: 'themes', ids: requirement.themes, isKnown: amongIds(catalogue.themes) },
    { field: 'teams', ids: requirement.teams.map((each) => each.archetype), isKnown: amongIds(catalogue.archetypes) },
    // A small catalogue may name steps without listing the pathways they belong to.
    {
      field: 'pathwayStep',
      ids: listOf(requirement.pathwayStep),
      isKnown: (id: string) => steps.length === 0 || steps.includes(id),
    },
  ];
  return references.flatMap(({ field, ids, isKnown }) =>
    ids.flatMap((id) => (isKnown(id) ? [] : [unknown(requirement, `${field} '${id}'`, `${setting.path}.${field}`)])),
  );
}

function amongIds(things: readonly { readonly id: string }[]): (id: string) => boolean {
  return (id) => things.some((each) => each.id === id);
}

function listOf(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}

function unknown(requirement: Requirement, what: string, path: string): Problem {
  return {
    code: 'unknown-reference',
    message: `requirement '${requirement.id}' names ${what}, which does not exist; it names what the catalogue has`,
    path,
    hint: 'Correct the id, or add what it names to the catalogue.',
  };
}

function maturesEarly(requirement: Requirement, path: string): Problem {
  const [from, matures] = [formatMonth(requirement.from), formatMonth(requirement.matures)];
  return {
    code: 'out-of-range',
    message: `requirement '${requirement.id}' matures in ${matures}, before it begins in ${from}; it matures in or after the month it begins`,
    path: `${path}.matures`,
    hint: 'Set a later date to mature, or begin earlier.',
  };
}

/** Names with a meaning of their own in formulas, settings and departures. */
const RESERVED: readonly string[] = [POSTS_TODAY, 'matures', '*'];

function checkParameter(parameter: RequirementParameter, requirement: Requirement, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const named = `parameter '${parameter.id}' of requirement '${requirement.id}'`;
  if (RESERVED.includes(parameter.id)) {
    problems.push({
      code: 'duplicate',
      message: `${named} bears a reserved name; ${RESERVED.join(', ')} mean something else`,
      path,
      hint: 'Give the parameter another id.',
    });
  }
  const asked = parameter.value.kind === 'number' ? rangeProblem(parameter, parameter.value.value) : null;
  if (asked !== null)
    problems.push({
      code: 'out-of-range',
      message: `${named} ${asked}`,
      path,
      hint: 'Correct the value or its range.',
    });
  return problems;
}

/** @returns in words how the value breaks the parameter's range, or null where it does not */
export function rangeProblem(parameter: RequirementParameter, value: number): string | null {
  const { min, max } = parameter;
  if ((min === null || value >= min) && (max === null || value <= max)) return null;
  const range = [...(min === null ? [] : [`at least ${min}`]), ...(max === null ? [] : [`at most ${max}`])].join(
    ' and ',
  );
  return `is set to ${value}; its range is ${range} ${parameter.unit}`;
}

function twiceIn(ids: readonly string[], thing: string, path: string): readonly Problem[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) (seen.has(id) ? repeated : seen).add(id);
  return [...repeated].map((id) => ({
    code: 'duplicate' as const,
    message: `${thing} '${id}' stands twice; an id names one thing`,
    path: `${path}.${id}`,
    hint: 'Give one of them another id.',
  }));
}

function parentCircle(requirements: readonly Requirement[]): readonly Problem[] {
  const circle = circleIn(new Map(requirements.map((each) => [each.id, listOf(each.parent)])));
  if (circle === null) return [];
  return [
    {
      code: 'cycle',
      message: `requirements are parts of each other in a circle: ${circle.join(' → ')}; parents lead upwards without a circle`,
      path: `requirements.${circle[0] ?? ''}.parent`,
      hint: 'Take one of these parents out.',
    },
  ];
}
