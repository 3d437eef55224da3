// Applies a chain of profiles to the catalogue: what each of them adds, keeps, departs from and sets.
import { assert } from '#kernel';
import type { Month, Problem } from '#kernel';
import type { Catalogue, ParameterValue, Requirement } from '../catalogue.ts';
import { isSameValue, lockBreach } from './lock.ts';
import type { Chain, Link } from './profile-chain.ts';
import type { Deviation, Profile, Setting } from '../profile.ts';
import type { ResolvedDeviation, ResolvedRequirement } from '../resolved.ts';
import { keptBy } from './selection.ts';

/** How a requirement stands after some of a chain's profiles. */
export type Standing = {
  readonly resolved: Omit<ResolvedRequirement, 'place'>;
  /** Which link last set or departed from each subject. */
  readonly touchedBy: ReadonlyMap<string, Link>;
};

export type Standings = ReadonlyMap<string, Standing>;

/** What a chain makes of the catalogue, in the order of requirement ids, and what is wrong with it. */
export type Tailored = { readonly standings: Standings; readonly problems: readonly Problem[] };

/** The catalogue as it stands before any profile. */
export function standingsOf(catalogue: Catalogue): Standings {
  return new Map(catalogue.requirements.map((each) => [each.id, asAdded(each, catalogue.id)]));
}

/** @param untailored from `standingsOf`; left as it is
 *  @param month the month for which departures are in force or have lapsed */
export function tailor(untailored: Standings, chain: Chain, month: Month): Tailored {
  const work: Work = { standings: new Map(untailored), dropped: new Set(), problems: [], month };
  for (const link of chain.links) applyProfile(work, link);
  const inOrder = [...work.standings].sort(([left], [right]) => (left < right ? -1 : 1));
  return { standings: new Map(inOrder), problems: work.problems };
}

type Work = {
  readonly standings: Map<string, Standing>;
  /** Requirements that a profile of the chain did not select. */
  readonly dropped: Set<string>;
  readonly problems: Problem[];
  readonly month: Month;
};

function asAdded(requirement: Requirement, addedBy: string): Standing {
  const { from, matures, parameters } = requirement;
  const values = parameters.map(({ id, unit, value }) => ({ id, unit, value, setBy: addedBy }));
  const resolved = { requirement, addedBy, from, matures, maturesSetBy: addedBy, parameters: values, deviations: [] };
  return { resolved, touchedBy: new Map() };
}

function applyProfile(work: Work, link: Link): void {
  const { profile } = link;
  for (const added of profile.adds) work.standings.set(added.id, asAdded(added, profile.id));
  if (profile.selects !== null) dropAllBut(work, profile.selects);
  for (const [index, exclusion] of profile.excludes.entries()) {
    const change = { subject: '*', value: null, deviation: exclusion.deviation };
    applyChange(work, link, {
      ...change,
      requirement: exclusion.requirement,
      path: pathOf(profile, 'excludes', index),
    });
  }
  for (const [index, setting] of profile.sets.entries()) {
    applyChange(work, link, { ...changeBy(setting), path: pathOf(profile, 'sets', index) });
  }
}

function dropAllBut(work: Work, selects: readonly string[]): void {
  const kept = keptBy(
    selects,
    [...work.standings.values()].map((each) => each.resolved.requirement),
  );
  for (const id of work.standings.keys()) {
    if (kept.has(id)) continue;
    work.standings.delete(id);
    work.dropped.add(id);
  }
}

/** One change a profile makes to one subject of one requirement; the value is null for the whole requirement. */
type Change = {
  readonly requirement: string;
  readonly subject: string;
  readonly value: ParameterValue | null;
  readonly deviation: Deviation | null;
  readonly path: string;
};

function changeBy(setting: Setting): Omit<Change, 'path'> {
  return {
    requirement: setting.requirement,
    subject: setting.parameter,
    value: setting.value,
    deviation: setting.deviation,
  };
}

function pathOf(profile: Profile, field: 'excludes' | 'sets', index: number): string {
  return `profiles.${profile.id}.${field}.${index}`;
}

function applyChange(work: Work, link: Link, change: Change): void {
  const standing = work.standings.get(change.requirement);
  if (standing === undefined) {
    if (!work.dropped.has(change.requirement)) work.problems.push(outOfReach(link, change));
    return;
  }
  const problem = breachOf(standing, link, change) ?? conflictOf(standing, link, change);
  if (problem !== null) {
    work.problems.push(problem);
    return;
  }
  const touchedBy = new Map(standing.touchedBy).set(change.subject, link);
  const resolved = resolvedAfter(standing.resolved, { change, by: link.profile.id, month: work.month });
  work.standings.set(change.requirement, { resolved, touchedBy });
}

type Application = { readonly change: Change; readonly by: string; readonly month: Month };

function resolvedAfter(resolved: Standing['resolved'], { change, by, month }: Application): Standing['resolved'] {
  const { subject, value, deviation } = change;
  const others = resolved.deviations.filter((each) => each.subject !== subject);
  if (deviation !== null) {
    if (deviation.reviewBy <= month) return resolved;
    const departure: ResolvedDeviation = { subject, value, profile: by, ...deviation };
    return { ...resolved, deviations: [...others, departure].sort((a, b) => (a.subject < b.subject ? -1 : 1)) };
  }
  assert(value !== null, 'only a deviation concerns a whole requirement.');
  if (subject === 'matures') {
    if (value.kind !== 'number' || value.value === resolved.matures) return { ...resolved, deviations: others };
    return { ...resolved, matures: value.value, maturesSetBy: by, deviations: others };
  }
  const parameters = resolved.parameters.map((each) =>
    each.id === subject && !isSameValue(each.value, value) ? { ...each, value, setBy: by } : each,
  );
  return { ...resolved, parameters, deviations: others };
}

function breachOf(standing: Standing, link: Link, change: Change): Problem | null {
  const breach = lockBreach(standing.resolved, change);
  if (breach === null) return null;
  return {
    code: 'inconsistent',
    message: `profile '${link.profile.id}' ${breach.message}`,
    path: change.path,
    hint: breach.hint,
  };
}

/** Two profiles of the same scope may not disagree unless one builds on the other, for no order between them is stated. */
function conflictOf(standing: Standing, link: Link, change: Change): Problem | null {
  const before = standing.touchedBy.get(change.subject);
  if (before === undefined || before.rank !== link.rank || before.root === link.root) return null;
  if (link.base.has(before.profile.id)) return null;
  if (isSameValue(valueIn(standing.resolved, change.subject), change.value)) return null;
  const [first, second] = [before.profile.id, link.profile.id].sort();
  return {
    code: 'overlap',
    message: `profiles '${first}' and '${second}' of the same scope set ${subjectInWords(change)} differently; one of them has to build on the other`,
    path: change.path,
    hint: `Let one of them import the other, or agree on a value.`,
  };
}

function subjectInWords(change: Change): string {
  return change.subject === '*' ? `'${change.requirement}'` : `'${change.subject}' of '${change.requirement}'`;
}

/** The value a subject has now, departures in force included. */
function valueIn(resolved: Standing['resolved'], subject: string): ParameterValue | null {
  const departure = resolved.deviations.find((each) => each.subject === subject);
  if (departure !== undefined) return departure.value;
  if (subject === 'matures') return { kind: 'number', value: resolved.matures };
  return resolved.parameters.find((each) => each.id === subject)?.value ?? null;
}

function outOfReach(link: Link, change: Change): Problem {
  return {
    code: 'unknown-reference',
    message: `profile '${link.profile.id}' changes requirement '${change.requirement}', which a profile adds that it does not build on`,
    path: change.path,
    hint: `Import the profile that adds '${change.requirement}'.`,
  };
}
