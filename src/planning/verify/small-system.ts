// Systems made for a reference case: one place, and only what the case is about.
import type { DemandLine } from '#blueprint';
import { chunksOf, compile, mergeChunks, type Model, projectChunk, type Projection, type Start } from '#engine';
import type { Month } from '#kernel';
import {
  type Assumption,
  type AssumptionValue,
  centralSample,
  type Channel,
  type HealthSystem,
  type Scenario,
} from '#workforce';

/** January 2000: the months of a case are counted from there. */
export const CASE_BASE: Month = 0;
export const CASE_PLACE = 'here';

export type CaseSystem = Partial<HealthSystem> &
  Pick<HealthSystem, 'roles' | 'bands' | 'ageGroups' | 'stock' | 'horizonMonths'>;

/** One nation that holds all its people itself; all that a case leaves out is empty or has no effect. */
export function caseSystem(parts: CaseSystem): HealthSystem {
  const given = new Set((parts.assumptions ?? []).map((assumption) => assumption.id));
  return {
    id: 'case',
    name: 'Reference case',
    version: '1.0.0',
    currency: 'GBP',
    baseMonth: CASE_BASE,
    intendedUse: 'Verification',
    limits: [],
    figuresLicence: 'facts',
    sources: [],
    places: [
      {
        code: CASE_PLACE,
        name: 'Here',
        tier: 'national',
        kind: 'nation',
        parent: null,
        from: CASE_BASE,
        to: null,
        successor: null,
      },
    ],
    drivers: [],
    driverValues: [],
    professions: [{ id: 'all', name: 'All', isDigital: true }],
    families: [{ id: 'all', name: 'All' }],
    moves: [],
    channels: [],
    planningRules: [],
    correlations: [],
    scenarios: [],
    comparisons: [],
    ...parts,
    assumptions: [...(parts.assumptions ?? []), ...NEUTRAL.filter((assumption) => !given.has(assumption.id))],
  };
}

export function certain(id: string, value: AssumptionValue): Assumption {
  return {
    id,
    description: id,
    unit: 'as the model asks',
    value,
    spread: null,
    kind: 'published',
    source: 'case',
    note: '',
    reliability: 'high',
    owner: 'Model assurance lead',
    signedOffBy: null,
    reviewBy: CASE_BASE,
  };
}

const NEUTRAL: readonly Assumption[] = [
  'attrition.yearly',
  'promotion.yearly',
  'recruitment.yearly',
  'vacancy.share',
  'pay.salary',
  'pay.on-costs',
].map((id) => certain(id, { kind: 'scalar', value: 0 }));

/** A channel from which everyone comes at once, of any age. */
export function caseChannel(
  parts: Partial<Channel> & Pick<Channel, 'id' | 'yields' | 'entrantAges' | 'completion'>,
): Channel {
  return {
    name: parts.id,
    description: '',
    kind: 'training',
    sourceProfession: null,
    months: 0,
    costPerStart: 'pay.on-costs',
    protectedTime: null,
    coverPremium: null,
    opening: null,
    placements: null,
    retention: null,
    sharedWithin: null,
    capacityPerYear: 'pay.on-costs',
    sharedBy: 'none',
    placeHeadroom: 1,
    baselineStartsPerYear: null,
    minimumCohort: 1,
    opens: null,
    closes: null,
    accountableTier: 'national',
    fund: '',
    source: 'case',
    ...parts,
  };
}

const AS_STATED: Scenario = {
  id: 'as-stated',
  name: 'As stated',
  description: '',
  recruitment: 'trend',
  assumptions: [],
  ambition: null,
};

/** @param lines what is asked for; none where the case is about supply alone */
export function compileCase(system: HealthSystem, lines: readonly DemandLine[]): Model {
  const register = system.assumptions.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return compile({ system, register, scenario: AS_STATED, lines });
}

/** Runs a case in expectation. */
export function runCase(model: Model, starts: readonly Start[]): Projection {
  const request = { mode: 'expected', seed: 1, samples: centralSample(model.register), starts } as const;
  return mergeChunks(
    model,
    request,
    chunksOf(model, request.samples.count).map((chunk) => projectChunk(model, request, chunk)),
  );
}

/** A figure of the whole place at a month; of one band where it is named. */
export function figureOf(
  projection: Projection,
  measure: Projection['series'][number]['measure'],
  at: { readonly month: number; readonly band: string },
): number {
  const series = projection.series.find(
    (each) => each.measure === measure && each.family === '*' && each.role === '*' && each.band === at.band,
  );
  return series?.mean[at.month] ?? Number.NaN;
}
