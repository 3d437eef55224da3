// Small blueprints for the tests of this folder, with everything that a test does not speak of left plain.
import type { Blueprint, Catalogue, ParameterValue, Profile, Requirement, RequirementParameter } from '#blueprint';
import type { Place } from '#workforce';

function place(code: string, tier: Place['tier'], more: Partial<Place>): Place {
  return { code, name: code, tier, kind: tier, parent: null, from: 0, to: null, successor: null, ...more };
}

/** The hamlet: one nation, region and system, a hospital and a community body, and a hospital that opens in 2026-01. */
export const places: readonly Place[] = [
  place('WELL', 'organisation', { kind: 'community', parent: 'HAM-S' }),
  place('MILL', 'organisation', { kind: 'hospital', parent: 'HAM-S' }),
  place('LATE', 'organisation', { kind: 'hospital', parent: 'HAM-S', from: 312 }),
  place('HAM-S', 'system', { parent: 'HAM-R' }),
  place('HAM-R', 'region', { parent: 'HAM' }),
  place('HAM', 'national', {}),
];

export function numberOf(value: number): ParameterValue {
  return { kind: 'number', value };
}

export function parameter(id: string, more: Partial<RequirementParameter>): RequirementParameter {
  const plain = { description: id, unit: 'FTE', value: numberOf(1), min: null, max: null } as const;
  return { id, ...plain, lock: 'free', stricter: 'higher', ...more };
}

export function requirement(id: string, more: Partial<Requirement>): Requirement {
  return {
    id,
    domain: 'run',
    parent: null,
    title: id,
    statement: id,
    pathwayStep: null,
    standards: [],
    themes: [],
    accountableTier: 'organisation',
    responsible: [],
    consulted: [],
    informed: [],
    lock: 'free',
    appliesTo: { tier: 'organisation', kinds: null },
    from: 309,
    matures: 320,
    parameters: [],
    demand: [],
    teams: [],
    skills: [],
    measures: [],
    source: 'teaching',
    ...more,
  };
}

export function profile(id: string, more: Partial<Profile>): Profile {
  const plain = { title: id, scope: { place: 'MILL' }, imports: [], selects: null, excludes: [], sets: [], adds: [] };
  return { id, ...plain, ...more };
}

export function catalogueOf(requirements: readonly Requirement[], more: Partial<Catalogue> = {}): Catalogue {
  return {
    id: 'catalogue',
    title: 'A small blueprint',
    version: '1.0.0',
    status: 'illustrative',
    published: 309,
    domains: [{ id: 'run', title: 'Keep services running' }],
    pathways: [],
    themes: [],
    archetypes: [],
    awaits: { kinds: [], places: [] },
    spanOfControl: null,
    requirements,
    ...more,
  };
}

export function blueprintOf(requirements: readonly Requirement[], profiles: readonly Profile[]): Blueprint {
  return { catalogue: catalogueOf(requirements), profiles };
}
