// A published baseline of controls, taken into a blueprint as requirements that a profile adds.
import { LOCK_CLASSES, type AppliesTo, type LockClass, type Profile, type Requirement } from '#blueprint';
import type { Month } from '#kernel';
import { TIERS, type Tier } from '#workforce';

/** Controls in the order of their document, each after the control that it is a part of. */
export type Baseline = {
  readonly title: string;
  readonly version: string;
  readonly controls: readonly BaselineControl[];
};

export type BaselineControl = {
  readonly id: string;
  /** Id of the control that it enhances; null for a control of its own. */
  readonly parent: string | null;
  /** Title of the group that it stands in. */
  readonly group: string;
  readonly title: string;
  readonly statement: string;
};

/** What a baseline does not say and a blueprint must. */
export type BaselineTerms = {
  readonly id: string;
  readonly scope: Profile['scope'];
  /** Id of the catalogue's domain that the controls come under. */
  readonly domain: string;
  readonly accountableTier: Tier;
  readonly appliesTo: AppliesTo;
  readonly lock: LockClass;
  readonly from: Month;
  readonly matures: Month;
  /** Id of a source of the pack. */
  readonly source: string;
};

/** What terms can be chosen from. */
export const BASELINE_CHOICES = { tiers: TIERS, locks: LOCK_CLASSES } as const;

/** A profile that adds each control as a requirement; they ask for no people until somebody gives them a formula. */
export function baselineProfile(baseline: Baseline, terms: BaselineTerms): Profile {
  const { id, scope, domain, accountableTier, appliesTo, lock, from, matures, source } = terms;
  const plain = { domain, accountableTier, appliesTo, lock, from, matures, source } as const;
  const standard = `${baseline.title}, version ${baseline.version}`;
  const adds = baseline.controls.map((control): Requirement => ({
    ...plain,
    id: control.id,
    parent: control.parent,
    title: control.title,
    statement: control.statement,
    pathwayStep: null,
    standards: [standard],
    themes: [],
    responsible: [],
    consulted: [],
    informed: [],
    parameters: [],
    demand: [],
    teams: [],
    skills: [],
    measures: [],
  }));
  return { id, title: baseline.title, scope, imports: [], selects: null, excludes: [], sets: [], adds };
}
