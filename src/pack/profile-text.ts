// Writes a profile as the YAML file of a pack that it is read from.
import type { ParameterValue, Profile, Requirement } from '#blueprint';
import { formatMonth } from '#kernel';
import { stringify } from 'yaml';

/** @param comment a line to stand above it, without the `#`
 *  @returns text that `readPack` reads as the same profile */
export function profileText(profile: Profile, comment: string): string {
  const { id, title, scope, imports, selects, excludes, sets, adds } = profile;
  const file = {
    id,
    title,
    scope,
    imports,
    selects,
    excludes: excludes.map(({ requirement, deviation }) => ({ requirement, deviation: inMonths(deviation) })),
    sets: sets.map(({ requirement, parameter, value, deviation }) => ({
      requirement,
      parameter,
      value: parameter === 'matures' && value.kind === 'number' ? formatMonth(value.value) : valueForm(value),
      deviation: deviation === null ? null : inMonths(deviation),
    })),
    adds: adds.map(requirementForm),
  };
  return `# ${comment.replace(/\s+/g, ' ')}\n\n${stringify(file, { lineWidth: 120, aliasDuplicateObjects: false })}`;
}

/** A requirement as a file of the blueprint writes it. */
export function requirementForm(requirement: Requirement) {
  const { id, parent, title, statement, ...rest } = requirement;
  return {
    id,
    parent,
    title,
    statement,
    ...rest,
    from: formatMonth(requirement.from),
    matures: formatMonth(requirement.matures),
    parameters: requirement.parameters.map((parameter) => ({ ...parameter, value: valueForm(parameter.value) })),
    demand: requirement.demand.map((item) => ({ ...item, formula: item.formula.text })),
    teams: requirement.teams.map((team) => ({ ...team, count: team.count.text })),
  };
}

function valueForm(value: ParameterValue): number | { readonly assumption: string } {
  return value.kind === 'number' ? value.value : { assumption: value.id };
}

function inMonths(deviation: Profile['excludes'][number]['deviation']) {
  return { ...deviation, reviewBy: formatMonth(deviation.reviewBy) };
}
