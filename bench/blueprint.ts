// Measures resolution: a catalogue of 1,000 requirements for 250 places, each with a profile of its own, in seconds.
import { resolveBlueprint } from '#blueprint';
import type { Blueprint, Profile, Requirement } from '#blueprint';
import type { Place } from '#workforce';
import { type Benchmark, median } from './benchmark.ts';

const BASE_MONTH = 309;
const REQUIREMENTS = 1000;
const REGIONS = 7;
const ORGANISATIONS = 242;

export async function benchBlueprint(): Promise<Benchmark> {
  const blueprint: Blueprint = {
    catalogue: {
      id: 'bench',
      title: 'A large catalogue',
      version: '1.0.0',
      status: 'illustrative',
      published: BASE_MONTH,
      domains: [{ id: 'all', title: 'All' }],
      pathways: [],
      themes: [],
      archetypes: [],
      awaits: { kinds: [], places: [] },
      spanOfControl: null,
      requirements: Array.from({ length: REQUIREMENTS }, (_, index) => requirement(index)),
    },
    profiles: places.slice(1).map(profileOf),
  };
  const runs = Array.from({ length: 5 }, () => {
    const started = performance.now();
    const resolution = resolveBlueprint(blueprint, places, BASE_MONTH);
    if (!resolution.ok) throw new Error(resolution.problems[0]?.message);
    return { seconds: (performance.now() - started) / 1000, resolved: resolution.value.requirements.length };
  });
  return {
    id: 'blueprint',
    title: `A catalogue of ${REQUIREMENTS} requirements resolved for ${places.length} places with a profile each`,
    isSound: runs.every(({ resolved }) => resolved > 0),
    figures: [
      { label: 'resolved, median of five', value: median(runs.map(({ seconds }) => seconds)), unit: 's', goal: null },
    ],
    runs,
  };
}

function place(code: string, tier: Place['tier'], parent: string | null): Place {
  return { code, name: code, tier, kind: tier, parent, from: 0, to: null, successor: null };
}

const places: readonly Place[] = [
  place('N', 'national', null),
  ...Array.from({ length: REGIONS }, (_, index) => place(`R${index}`, 'region', 'N')),
  ...Array.from({ length: ORGANISATIONS }, (_, index) => place(`O${index}`, 'organisation', `R${index % REGIONS}`)),
];

function requirement(index: number): Requirement {
  const value = { kind: 'number', value: 1 } as const;
  return {
    id: `REQ-${String(index).padStart(4, '0')}`,
    domain: 'all',
    parent: index % 10 === 0 ? null : `REQ-${String(index - (index % 10)).padStart(4, '0')}`,
    title: 'A requirement',
    statement: 'What is asked.',
    pathwayStep: null,
    standards: ['A standard'],
    themes: [],
    accountableTier: 'organisation',
    responsible: [],
    consulted: [],
    informed: [],
    lock: 'tighten-only',
    appliesTo: { tier: 'organisation', kinds: null },
    from: BASE_MONTH,
    matures: BASE_MONTH + 60,
    parameters: [
      {
        id: 'posts',
        description: 'Posts',
        unit: 'FTE',
        value,
        min: 0,
        max: null,
        lock: 'tighten-only',
        stricter: 'higher',
      },
    ],
    demand: [],
    teams: [],
    skills: [],
    measures: [],
    source: 'bench',
  };
}

/** Tightens five requirements; those of inner places more than those of outer ones. */
function profileOf(of: Place, index: number): Profile {
  const value = of.tier === 'region' ? 2 : 3;
  const sets = [0, 1, 2, 3, 4].map((step) => ({
    requirement: `REQ-${String((index * 7 + step) % REQUIREMENTS).padStart(4, '0')}`,
    parameter: 'posts',
    value: { kind: 'number', value } as const,
    deviation: null,
  }));
  return {
    id: `of-${of.code}`,
    title: of.name,
    scope: { place: of.code },
    imports: [],
    selects: null,
    excludes: [],
    sets,
    adds: [],
  };
}
