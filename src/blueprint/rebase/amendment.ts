// A new version of the catalogue told as what it changes, so that nobody has to copy what stays.
import { fail, ok } from '#kernel';
import type { Month, Problem, Result } from '#kernel';
import type { Catalogue, ParameterValue, Requirement } from '../catalogue.ts';

export type Amendment = {
  /** Version that it changes. */
  readonly amends: string;
  readonly version: string;
  readonly status: Catalogue['status'];
  readonly published: Month;
  /** Ids of requirements that are no longer asked. */
  readonly removes: readonly string[];
  readonly changes: readonly RequirementAmendment[];
  readonly adds: readonly Requirement[];
};

/** What is new about one requirement; fields that are not named stay. */
export type RequirementAmendment = {
  readonly requirement: string;
  readonly fields: Partial<Omit<Requirement, 'id' | 'parameters'>>;
  readonly parameters: readonly { readonly id: string; readonly value: ParameterValue }[];
};

/** @returns the whole catalogue of the new version; paths of problems are like `changes.0` */
export function amendCatalogue(catalogue: Catalogue, amendment: Amendment): Result<Catalogue> {
  const { amends, version, status, published, removes, changes, adds } = amendment;
  if (amends !== catalogue.version) return fail(otherVersion(catalogue, amends));
  const problems = [...unknownRemovals(catalogue, removes), ...unknownChanges(catalogue, changes)];
  if (problems.length > 0) return fail(...problems);
  const changeOf = new Map(changes.map((each) => [each.requirement, each]));
  const kept = catalogue.requirements.filter((each) => !removes.includes(each.id));
  const requirements = [...kept.map((each) => amended(each, changeOf.get(each.id))), ...adds];
  return ok({ ...catalogue, version, status, published, requirements });
}

function amended(requirement: Requirement, change: RequirementAmendment | undefined): Requirement {
  if (change === undefined) return requirement;
  const values = new Map(change.parameters.map((each) => [each.id, each.value]));
  const parameters = requirement.parameters.map((each) => ({ ...each, value: values.get(each.id) ?? each.value }));
  return { ...requirement, ...change.fields, parameters };
}

function unknownRemovals(catalogue: Catalogue, removes: readonly string[]): readonly Problem[] {
  const known = new Set(catalogue.requirements.map((each) => each.id));
  return removes.flatMap((id, index) => (known.has(id) ? [] : [unknown(`requirement '${id}'`, `removes.${index}`)]));
}

function unknownChanges(catalogue: Catalogue, changes: readonly RequirementAmendment[]): readonly Problem[] {
  const byId = new Map(catalogue.requirements.map((each) => [each.id, each]));
  return changes.flatMap(({ requirement: id, parameters }, index): readonly Problem[] => {
    const path = `changes.${index}`;
    const requirement = byId.get(id);
    if (requirement === undefined) return [unknown(`requirement '${id}'`, path)];
    const strangers = parameters.filter((each) => !requirement.parameters.some((one) => one.id === each.id));
    return strangers.map((each) => unknown(`parameter '${each.id}' of requirement '${id}'`, path));
  });
}

function unknown(what: string, path: string): Problem {
  return {
    code: 'unknown-reference',
    message: `an amendment names ${what}, which the version it amends has not; it changes what is there`,
    path,
    hint: 'Correct the id, or put what is new under adds.',
  };
}

function otherVersion(catalogue: Catalogue, amends: string): Problem {
  return {
    code: 'inconsistent',
    message: `an amendment amends version '${amends}', and the catalogue in force is version '${catalogue.version}'; it changes the one in force`,
    path: 'amends',
    hint: `Write "amends: ${catalogue.version}", or give the other version as a whole catalogue.`,
  };
}
