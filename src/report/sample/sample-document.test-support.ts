// Builds plan documents of any size for the tests of the report; every name in them is invented.
import type { PlanDocument } from '#planning';
import { sampleEvidence, sampleRequirements } from './sample-evidence.test-support.ts';
import { MONTHS, sampleSeries } from './sample-series.test-support.ts';

export type SampleSize = {
  readonly regions: number;
  readonly systemsPerRegion: number;
  readonly interventionsPerSystem: number;
  readonly assumptions: number;
  /** At most 121: ten years and the base month. */
  readonly months: number;
};

type Place = PlanDocument['places'][number];

const FAMILY_NAMES = [
  'Architecture',
  'Data',
  'Clinical informatics',
  'IT operations',
  'Product and delivery',
  'User-centred design',
];
const CHANNELS = ['apprenticeship', 'reskilling', 'market', 'conversion'] as const;

/** A plan with a shortfall that grows without it and all but closes with it. */
export function sampleDocument(size: SampleSize): PlanDocument {
  const places = samplePlaces(size);
  const families = FAMILY_NAMES.map((name, index) => ({ id: `family-${index}`, name }));
  const interventions = sampleInterventions(places, size.interventionsPerSystem);
  return {
    ...sampleHeader(),
    months: MONTHS.slice(0, size.months),
    places,
    families,
    roles: families.map((family, index) => ({
      id: `role-${index}`,
      name: `${family.name} practitioner`,
      family: family.id,
      isHybrid: index === 2,
      digitalShareOfFte: index === 2 ? 0.4 : 1,
    })),
    bands: [{ id: '6', name: 'Band 6' }],
    channels: CHANNELS.map((id, index) => ({
      id,
      name: `${id.charAt(0).toUpperCase()}${id.slice(1)} into a digital post`,
      kind: 'training',
      months: 6 + 6 * index,
      fund: index % 2 === 0 ? 'national programme' : 'local budget',
      accountableTier: index % 2 === 0 ? 'national' : 'system',
    })),
    series: sampleSeries({ places, families, months: size.months }, 0),
    seriesWithPlan: sampleSeries({ places, families, months: size.months }, 0.97),
    chanceClosed: places.map((place) => ({
      place: place.code,
      before: MONTHS.map(() => 0),
      after: MONTHS.map((_, index) => index / 140),
    })),
    precision: [],
    settling: [64, 128, 256].map((samples) => ({
      samples,
      gapFte: { mean: -900, p10: -1300, p90: -500 },
      errorFte: { mean: 1600 / samples, p10: 3200 / samples, p90: 3200 / samples },
    })),
    precisionSentence: 'With 256 samples the gap of the last month and both ends of its interval are within 30 posts.',
    tolerance: null,
    plan: samplePlan(),
    interventions,
    requirements: sampleRequirements(interventions.map((one) => one.id)),
    actions: [
      {
        id: 'action-1',
        place: 'AVA',
        requirement: 'REQ-1',
        summary: 'Start the first cohort of analysts',
        owner: 'Director of data',
        due: '2028-04',
        channel: 'apprenticeship',
        interventions: interventions.slice(0, 2).map((one) => one.id),
        people: 14,
        peopleInTime: 9,
      },
    ],
    ...sampleEvidence(size.assumptions),
  };
}

function sampleHeader() {
  return {
    format: 'cadre-plan/1' as const,
    pack: { id: 'sample', name: 'Avalon', version: '1.0.0', hash: 'a1b2c3d4'.repeat(8) },
    blueprint: { title: 'Blueprint of Avalon', version: '1.0.0', status: 'draft' as const },
    scenario: {
      id: 'as-things-stand',
      name: 'As things stand',
      description: 'Today’s rates of joining and leaving go on.',
      recruitment: 'trend' as const,
    },
    seed: 1,
    asOf: '2026-11',
    engine: { version: '0.1.0', mode: 'exact' as const, samples: 256 },
  };
}

function samplePlaces(size: SampleSize): Place[] {
  const places: Place[] = [{ code: 'AVA', name: 'Avalon', tier: 'national', parent: null }];
  for (let region = 1; region <= size.regions; region++) {
    const code = `R${region}`;
    places.push({
      code,
      name: `${['North', 'South', 'West', 'East'][region % 4]} Avalon and the Isles ${region}`,
      tier: 'region',
      parent: 'AVA',
    });
    for (let system = 1; system <= size.systemsPerRegion; system++) {
      places.push({
        code: `${code}S${system}`,
        name:
          system % 3 === 0
            ? `Upper Marches, Lower Marches and Westvale ${region}.${system}`
            : `Vale ${region}.${system}`,
        tier: 'system',
        parent: code,
      });
    }
  }
  return places;
}

function samplePlan(): PlanDocument['plan'] {
  const years = Array.from({ length: 10 }, (_, index) => 2025 + index);
  return {
    status: 'optimal',
    objectiveGbp: 812_400_000,
    boundGbp: 812_100_000,
    programmeCostGbp: 311_250_000,
    costs: years.flatMap((year, index) => [
      { year, tier: 'national' as const, fund: 'national programme', costGbp: 12e6 + 4e6 * index },
      { year, tier: 'system' as const, fund: 'local budget', costGbp: 21e6 - 1.5e6 * index },
      { year, tier: 'region' as const, fund: 'local budget', costGbp: 2e6 },
    ]),
    binding: [
      { name: 'capacity', sentence: 'One more place a year in reskilling would save £18,400.', priceGbp: 18_400 },
      { name: 'budget', sentence: 'One more £1m for systems in 2027/28 would buy 31 FTE by 2030.', priceGbp: 1.31 },
    ],
    promise: 'The plan promised to close 97% of the shortfall; replayed through the full model it closed 96%.',
    reasons: ['If reskilling waits from January 2027 to January 2028, 120 post-years more stay unfilled.'],
  };
}

function sampleInterventions(places: readonly Place[], perSystem: number): PlanDocument['interventions'] {
  return places
    .filter((place) => place.tier === 'system')
    .flatMap((place, placeIndex) =>
      Array.from({ length: perSystem }, (_, index) => {
        const channel = CHANNELS[index % CHANNELS.length] ?? 'market';
        const start = 2 + 3 * ((index * 5 + placeIndex) % 32);
        const isNational = channel === 'apprenticeship' || channel === 'market';
        return {
          id: `intervention-${placeIndex}-${index}`,
          channel,
          role: `role-${(index + placeIndex) % FAMILY_NAMES.length}`,
          band: '6',
          place: place.code,
          startMonth: MONTHS[start] ?? '2026-01',
          inPostMonth: MONTHS[start + 12] ?? '2027-01',
          people: 3 + ((index * 7 + placeIndex) % 20),
          costGbp: 42_000 + 13_700 * (index % 9),
          accountableTier: isNational ? ('national' as const) : ('system' as const),
          accountablePlace: isNational ? 'AVA' : place.code,
          fund: isNational ? 'national programme' : 'local budget',
          requirements: [`REQ-${index % 6}`],
        };
      }),
    );
}
