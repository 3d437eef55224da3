// What changes for each place from one resolved blueprint to another, field by field.
import { formatMonth } from '#kernel';
import type { Office, ParameterValue } from '../catalogue.ts';
import type { ResolvedBlueprint, ResolvedRequirement } from '../resolved.ts';

export type RequirementChange = {
  readonly place: string;
  readonly requirement: string;
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Empty unless `changed`. */
  readonly fields: readonly FieldChange[];
};

/** A value before and after, in words. */
export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };

/** Changes by place and requirement, in the order of the resolved blueprints. */
export function blueprintDiff(before: ResolvedBlueprint, after: ResolvedBlueprint): readonly RequirementChange[] {
  const [old, fresh] = [before, after].map((each) => new Map(each.requirements.map((one) => [keyOf(one), one])));
  const keys = [...new Set([...before.requirements, ...after.requirements].map(keyOf))];
  return keys.flatMap((key) => changeOf(old?.get(key), fresh?.get(key))).sort(byPlaceAndRequirement);
}

function keyOf(each: ResolvedRequirement): string {
  return JSON.stringify([each.place, each.requirement.id]);
}

function byPlaceAndRequirement(left: RequirementChange, right: RequirementChange): number {
  const [one, other] = [left, right].map((each) => JSON.stringify([each.place, each.requirement]));
  if (one === undefined || other === undefined || one === other) return 0;
  return one < other ? -1 : 1;
}

function changeOf(
  before: ResolvedRequirement | undefined,
  after: ResolvedRequirement | undefined,
): readonly RequirementChange[] {
  const either = after ?? before;
  if (either === undefined) return [];
  const named = { place: either.place, requirement: either.requirement.id, title: either.requirement.title };
  if (before === undefined) return [{ ...named, kind: 'added', fields: [] }];
  if (after === undefined) return [{ ...named, kind: 'removed', fields: [] }];
  const fields = changedFields(before, after);
  return fields.length === 0 ? [] : [{ ...named, kind: 'changed', fields }];
}

function changedFields(before: ResolvedRequirement, after: ResolvedRequirement): readonly FieldChange[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names
    .map((field) => ({ field, before: old.get(field) ?? 'none', after: fresh.get(field) ?? 'none' }))
    .filter((each) => each.before !== each.after);
}

/** Everything about a requirement that a place would notice, by name and in words. */
function fieldsOf(each: ResolvedRequirement): ReadonlyMap<string, string> {
  const { requirement } = each;
  const demand = requirement.demand.map(
    (item) => `${item.role}${item.band === null ? '' : ` ${item.band}`}: ${item.formula.text}`,
  );
  const teams = requirement.teams.map((team) => `${team.archetype}: ${team.count.text}`);
  return new Map([
    ['title', requirement.title],
    ['statement', requirement.statement],
    ['begins', formatMonth(each.from)],
    ['matures', formatMonth(each.matures)],
    ['accountable tier', requirement.accountableTier],
    ['responsible', officesOf(requirement.responsible)],
    ['consulted', officesOf(requirement.consulted)],
    ['informed', officesOf(requirement.informed)],
    ['step', requirement.pathwayStep ?? 'none'],
    ['lock', requirement.lock],
    ['standards', requirement.standards.join(', ') || 'none'],
    ['demand', [...demand, ...teams].join('; ') || 'none'],
    ['skills', requirement.skills.map(({ skill, level }) => `${skill} (${level})`).join(', ') || 'none'],
    ['measures', requirement.measures.join('; ') || 'none'],
    ...each.parameters.map((one): [string, string] => [one.id, `${valueInWords(one.value)} ${one.unit}`]),
    ...each.deviations.map((one): [string, string] => [
      `departure from ${one.subject}`,
      `until ${formatMonth(one.reviewBy)}`,
    ]),
  ]);
}

function officesOf(offices: readonly Office[]): string {
  return offices.map(({ tier, title }) => `${title} (${tier})`).join(', ') || 'none';
}

/** A number as it is, an assumption by its id. */
export function valueInWords(value: ParameterValue): string {
  return value.kind === 'number' ? String(value.value) : `assumption '${value.id}'`;
}
