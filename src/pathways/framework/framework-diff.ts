// What a new version of a framework changes, and for whom.
import { compareCodes, type SkillLevel } from '#workforce';
import { type Framework, type FrameworkLevel, type FrameworkRole, type FrameworkSkill, levelsOf } from './framework.ts';

/** One thing that differs between two versions. `before` is null for what is new, `after` for what is gone. */
export type FrameworkChange =
  | {
      readonly kind: 'skill';
      readonly id: string;
      readonly before: FrameworkSkill | null;
      readonly after: FrameworkSkill | null;
    }
  | { readonly kind: 'role'; readonly id: string; readonly before: RoleHead | null; readonly after: RoleHead | null }
  | {
      readonly kind: 'level';
      readonly id: string;
      readonly role: string;
      readonly before: LevelHead | null;
      readonly after: LevelHead | null;
    }
  | {
      readonly kind: 'need';
      readonly id: string;
      readonly skill: string;
      readonly before: SkillLevel | null;
      readonly after: SkillLevel | null;
    };

/** A role without its levels. */
export type RoleHead = Omit<FrameworkRole, 'levels'>;
/** A role level without what it asks for, and the role it belongs to. */
export type LevelHead = Omit<FrameworkLevel, 'needs'> & { readonly role: string };

/** Every change, in the order skills, roles, levels, needs; things keep the order of the newer version, those that are
 *  gone stand first. Order of lists alone is no change. */
export function diffFrameworks(before: Framework, after: Framework): readonly FrameworkChange[] {
  return [
    ...pairs(before.skills, after.skills, sameSkill).map(({ id, one, other }): FrameworkChange => ({
      kind: 'skill',
      id,
      before: one,
      after: other,
    })),
    ...pairs(before.roles.map(roleHead), after.roles.map(roleHead), sameRole).map(
      ({ id, one, other }): FrameworkChange => ({ kind: 'role', id, before: one, after: other }),
    ),
    ...pairs(levelHeads(before), levelHeads(after), sameLevel).map(({ id, one, other }): FrameworkChange => ({
      kind: 'level',
      id,
      role: (other ?? one)?.role ?? '',
      before: one,
      after: other,
    })),
    ...needChanges(before, after),
  ];
}

/** Takes changes back into a framework: `applyChanges(before, diffFrameworks(before, after))` holds what `after` holds,
 *  with skills, roles and needs in the order of their ids and levels in the order of their ranks. */
export function applyChanges(before: Framework, changes: readonly FrameworkChange[]): Framework {
  const skills = new Map(before.skills.map((skill) => [skill.id, skill]));
  const roles = new Map(before.roles.map((role) => [role.id, roleHead(role)]));
  const levels = new Map(levelHeads(before).map((level) => [level.id, level]));
  const needs = new Map(levelsOf(before).map(({ level }) => [level.id, needMap(level)]));
  for (const change of changes) {
    if (change.kind === 'skill') put(skills, change);
    else if (change.kind === 'role') put(roles, change);
    else if (change.kind === 'level') put(levels, change);
    else {
      const asked = needs.get(change.id) ?? new Map<string, SkillLevel>();
      needs.set(change.id, asked);
      if (change.after === null) asked.delete(change.skill);
      else asked.set(change.skill, change.after);
    }
  }
  return {
    ...before,
    skills: inOrder([...skills.values()]),
    roles: inOrder([...roles.values()]).map((role) => ({
      ...role,
      levels: inOrder([...levels.values()].filter((level) => level.role === role.id))
        .toSorted((one, other) => one.rank - other.rank)
        .map(({ id, name, rank }) => ({
          id,
          name,
          rank,
          needs: [...(needs.get(id) ?? [])]
            .map(([skill, height]) => ({ skill, level: height }))
            .toSorted((one, other) => compareCodes(one.skill, other.skill)),
        })),
    })),
  };
}

/** The same framework with skills, roles and needs in the order of their ids, for comparison. */
export function inIdOrder(framework: Framework): Framework {
  return applyChanges(framework, []);
}

/** A role level that changes touch: it is new or gone, or asks for other skills. */
export type TouchedLevel = { readonly level: string; readonly changes: readonly FrameworkChange[] };

/** The role levels whose holders are to be told. A skill that is renamed or regrouped touches those that ask for it. */
export function touchedLevels(
  { before, after }: { readonly before: Framework; readonly after: Framework },
  changes: readonly FrameworkChange[],
): readonly TouchedLevel[] {
  const asking = new Map<string, Set<string>>();
  for (const framework of [before, after]) {
    for (const { level } of levelsOf(framework)) {
      for (const { skill } of level.needs) asking.set(skill, (asking.get(skill) ?? new Set()).add(level.id));
    }
  }
  const touched = new Map<string, FrameworkChange[]>();
  const touch = (level: string, change: FrameworkChange): void => {
    touched.set(level, [...(touched.get(level) ?? []), change]);
  };
  for (const change of changes) {
    if (change.kind === 'level' || change.kind === 'need') touch(change.id, change);
    if (change.kind === 'skill' && change.before !== null && change.after !== null) {
      for (const level of asking.get(change.id) ?? []) touch(level, change);
    }
  }
  return [...touched].map(([level, list]) => ({ level, changes: list }));
}

function needChanges(before: Framework, after: Framework): readonly FrameworkChange[] {
  const old = new Map(levelsOf(before).map(({ level }) => [level.id, needMap(level)]));
  const now = new Map(levelsOf(after).map(({ level }) => [level.id, needMap(level)]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [asked, asks] = [old.get(id), now.get(id)];
    const skills = new Set([...(asked?.keys() ?? []), ...(asks?.keys() ?? [])]);
    return [...skills].flatMap((skill): readonly FrameworkChange[] => {
      const [one, other] = [asked?.get(skill) ?? null, asks?.get(skill) ?? null];
      return one === other ? [] : [{ kind: 'need', id, skill, before: one, after: other }];
    });
  });
}

type Pair<T> = { readonly id: string; readonly one: T | null; readonly other: T | null };

function pairs<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T, other: T) => boolean,
): readonly Pair<T>[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  const gone = before.filter(({ id }) => !now.has(id)).map((one) => ({ id: one.id, one, other: null }));
  const kept = after.map((other) => ({ id: other.id, one: old.get(other.id) ?? null, other }));
  return [...gone, ...kept.filter(({ one, other }) => one === null || !isSame(one, other))];
}

function sameSkill(one: FrameworkSkill, other: FrameworkSkill): boolean {
  return one.name === other.name && one.group === other.group && one.related.join('|') === other.related.join('|');
}

function sameRole(one: RoleHead, other: RoleHead): boolean {
  return one.name === other.name && one.family === other.family && one.seniority === other.seniority;
}

function sameLevel(one: LevelHead, other: LevelHead): boolean {
  return one.name === other.name && one.rank === other.rank && one.role === other.role;
}

function roleHead({ id, name, family, seniority }: FrameworkRole): RoleHead {
  return { id, name, family, seniority };
}

function levelHeads(framework: Framework): readonly LevelHead[] {
  return levelsOf(framework).map(({ role, level: { id, name, rank } }) => ({ id, name, rank, role: role.id }));
}

function needMap({ needs }: FrameworkLevel): Map<string, SkillLevel> {
  return new Map(needs.map(({ skill, level }) => [skill, level]));
}

function put<T>(map: Map<string, T>, { id, after }: { readonly id: string; readonly after: T | null }): void {
  if (after === null) map.delete(id);
  else map.set(id, after);
}

function inOrder<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((one, other) => compareCodes(one.id, other.id));
}
