// A system of a few places and assumptions, written out for the tests of this folder.
import type { Assumption, HealthSystem, Place, Scenario } from '#workforce';

export function assumption(id: string, fields: Partial<Assumption> = {}): Assumption {
  return {
    id,
    description: `What ${id} stands for`,
    unit: 'factor',
    value: { kind: 'scalar', value: 1 },
    spread: null,
    kind: 'judgement',
    source: 'teaching',
    note: '',
    reliability: 'low',
    owner: 'Planning lead',
    signedOffBy: null,
    reviewBy: 321,
    ...fields,
  };
}

export function place(code: string, fields: Partial<Place> = {}): Place {
  return {
    code,
    name: code,
    tier: 'system',
    kind: 'system',
    parent: null,
    from: 0,
    to: null,
    successor: null,
    ...fields,
  };
}

export function scenario(fields: Partial<Scenario> = {}): Scenario {
  return {
    id: 'plain',
    name: 'Plain',
    description: '',
    recruitment: 'trend',
    assumptions: [],
    ambition: null,
    ...fields,
  };
}

export function healthSystem(fields: Partial<HealthSystem> = {}): HealthSystem {
  return {
    id: 'test',
    name: 'Test',
    version: '1.0.0',
    currency: 'GBP',
    baseMonth: 309,
    horizonMonths: 120,
    intendedUse: 'Tests',
    limits: [],
    figuresLicence: 'CC0-1.0',
    sources: [],
    ageGroups: [],
    places: [],
    drivers: [],
    driverValues: [],
    professions: [],
    families: [],
    bands: [],
    roles: [],
    moves: [],
    stock: [],
    channels: [],
    planningRules: [],
    assumptions: [],
    correlations: [],
    scenarios: [],
    comparisons: [],
    ...fields,
  };
}
