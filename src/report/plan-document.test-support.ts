// Builds plan documents of any size for the tests of the report; every name in them is invented.
import type { PlanDocument } from '#planning';

export type SampleSize = {
  readonly regions: number;
  readonly systemsPerRegion: number;
  readonly interventionsPerSystem: number;
  readonly assumptions: number;
};

type Series = PlanDocument['series'][number];
type Measure = Series['measure'];
type Place = PlanDocument['places'][number];

const MONTHS = Array.from({ length: 121 }, (_, index) => {
  const month = 9 + index;
  return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});

const FAMILY_NAMES = [
  'Architecture',
  'Data',
  'Clinical informatics',
  'IT operations',
  'Product and delivery',
  'User-centred design',
];
const CHANNELS = ['apprenticeship', 'reskilling', 'market', 'conversion'] as const;
const KINDS = ['official', 'published', 'proxy', 'judgement'] as const;

/** A plan with a shortfall that grows without it and all but closes with it. */
export function sampleDocument(size: SampleSize): PlanDocument {
  const places = samplePlaces(size);
  const families = FAMILY_NAMES.map((name, index) => ({ id: `family-${index}`, name }));
  const interventions = sampleInterventions(places, size.interventionsPerSystem);
  return {
    ...sampleHeader(),
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
    series: sampleSeries(places, families, 0),
    seriesWithPlan: sampleSeries(places, families, 0.97),
    chanceClosed: places.map((place) => ({
      place: place.code,
      before: MONTHS.map(() => 0),
      after: MONTHS.map((_, index) => index / 140),
    })),
    plan: samplePlan(),
    interventions,
    requirements: sampleRequirements(interventions.map((one) => one.id)),
    ...sampleEvidence(size.assumptions),
  };
}

function sampleHeader() {
  return {
    format: 'cadre-plan/1' as const,
    pack: { id: 'sample', name: 'Avalon', version: '1.0.0', hash: 'a1b2c3d4'.repeat(8) },
    scenario: {
      id: 'as-things-stand',
      name: 'As things stand',
      description: 'Today’s rates of joining and leaving go on.',
      recruitment: 'trend' as const,
    },
    seed: 1,
    asOf: '2026-11',
    engine: { version: '0.1.0', mode: 'exact' as const, samples: 256 },
    months: [...MONTHS],
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

/** @param closed share of the gap that is closed by the end, 0..1 */
function sampleSeries(
  places: readonly Place[],
  families: readonly { readonly id: string }[],
  closed: number,
): Series[] {
  const locals = places.filter((place) => place.tier === 'system').length;
  const sizeOf = (place: Place) => {
    if (place.tier === 'system') return 1;
    if (place.tier === 'national') return Math.max(1, locals);
    return places.filter((other) => other.parent === place.code).length;
  };
  return places.flatMap((place, placeIndex) =>
    ['*', ...families.map((family) => family.id)].flatMap((family, familyIndex) => {
      const staff = sizeOf(place) * 1100 * (family === '*' ? 1 : 1 / families.length) * (1 + 0.02 * (placeIndex % 5));
      const growth = family === '*' ? 0.65 : 0.2 + 0.16 * familyIndex;
      return sampleMeasures({ place: place.code, family, staff, growth, closed });
    }),
  );
}

function sampleMeasures(of: {
  place: string;
  family: string;
  staff: number;
  growth: number;
  closed: number;
}): Series[] {
  const supply = (t: number) => of.staff * (1 + 0.1 * t + of.closed * (of.growth - 0.1) * t * t);
  const demand = (t: number) => of.staff * (1 + of.growth * Math.min(1, 1.4 * t));
  const make = (measure: Measure, value: (t: number) => number, spread: (t: number) => number): Series => {
    const at = (shift: number) => MONTHS.map((_, index) => value(index / 120) + shift * spread(index / 120));
    return {
      measure,
      place: of.place,
      family: of.family,
      role: '*',
      band: '*',
      mean: at(0),
      p10: at(-1),
      p50: at(0),
      p90: at(1),
    };
  };
  return [
    make(
      'headcount',
      (t) => supply(t) * 1.09,
      (t) => of.staff * 0.12 * t,
    ),
    make('fte', supply, (t) => of.staff * (0.02 + 0.1 * t)),
    make('demandFte', demand, (t) => of.staff * (0.01 + 0.08 * t)),
    make(
      'gapFte',
      (t) => supply(t) - demand(t),
      (t) => of.staff * (0.02 + 0.12 * t),
    ),
    make(
      'shortageFte',
      (t) => Math.max(0, demand(t) - supply(t)),
      (t) => of.staff * 0.05 * t,
    ),
    make(
      'costGbp',
      (t) => supply(t) * 5_400,
      (t) => of.staff * 300 * t,
    ),
  ];
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

function sampleRequirements(interventions: readonly string[]): PlanDocument['requirements'] {
  return Array.from({ length: 6 }, (_, index) => ({
    id: `REQ-${index}`,
    title:
      [
        'One shared record',
        'Safe clinical software',
        'Ready for cyber attack',
        'Data that can be trusted',
        'Digital maternity pathway',
        'A learning workforce',
      ][index] ?? '',
    domain: index < 3 ? 'Digital public infrastructure' : 'Person-centred capabilities',
    accountableTier: (['national', 'region', 'system', 'organisation'] as const)[index % 4] ?? 'national',
    standards: ['FHIR R4', 'DCB0160'].slice(0, index % 3),
    pathwayStep: index % 2 === 0 ? 'maternity/booking' : null,
    from: '2026-04',
    matures: '2029-04',
    demandFteAtMaturity: {
      mean: 240 * (index + 1),
      p10: 200 * (index + 1),
      p50: 240 * (index + 1),
      p90: 290 * (index + 1),
    },
    interventions: interventions.filter((_, position) => position % 6 === index),
  }));
}

function sampleEvidence(assumptions: number) {
  return {
    comparisons: [
      {
        id: 'need-2030',
        description: 'Need for digital staff in 2030 as a national report put it',
        month: '2030-10',
        published: 77_923,
        ours: { mean: 74_100, p10: 69_200, p50: 74_000, p90: 79_400 },
        source: 'report',
        note: 'The report counted whole posts; we count the digital share of hybrid posts.',
      },
    ],
    elasticities: Array.from({ length: 8 }, (_, index) => ({
      assumption: `assumption-${index}`,
      low: -29_000 + 400 * index,
      high: -20_000 - 600 * index,
      elasticity: 0.8 - 0.09 * index,
      sentence: `One percent more of assumption ${index} moves supply by ${(0.8 - 0.09 * index).toFixed(2)}%.`,
    })),
    assumptions: Array.from({ length: assumptions }, (_, index) => ({
      id: `assumption-${index}`,
      description: `Share of a group that does something in a year, case ${index}`,
      unit: 'share/year',
      value: '0.084',
      range: index % 3 === 0 ? null : 'triangular, 0.07 to 0.11',
      kind: KINDS[index % 4] ?? 'judgement',
      source: 'report',
      note: 'Table 3 of the source, all bands together.',
      reliability: (['high', 'medium', 'low'] as const)[index % 3] ?? 'low',
      owner: 'Head of workforce analysis',
      signedOffBy: index % 2 === 0 ? 'Chief analyst' : null,
      reviewBy: index % 5 === 0 ? '2026-01' : '2027-01',
      isOverdue: index % 5 === 0,
    })),
    sources: [
      {
        id: 'report',
        title: 'Digital staff in 2030',
        publisher: 'Avalon Council',
        date: '2021-03',
        kind: 'published' as const,
        licence: 'CC0-1.0',
      },
    ],
    hybrids: [
      {
        role: 'role-2',
        headcount: 1_204,
        postFte: 1_090.4,
        shares: [
          { profession: 'nursing', name: 'Nursing', fte: 654.24 },
          { profession: 'digital', name: 'Digital and data', fte: 436.16 },
        ],
      },
    ],
    ambition: {
      share: 0.1,
      by: '2030-10',
      allStaffFte: 1_330_539,
      ourShare: { mean: 0.044, p10: 0.041, p50: 0.044, p90: 0.047 },
      sentence: 'One in ten would take 133,054 digital FTE; the plan reaches 4.4%.',
    },
    summary: [
      'Avalon will be short of digital staff in every region by October 2030 if things go on as they are.',
      'Reskilling people already in post closes most of the shortfall at the least cost.',
      'The national team must start apprenticeships first.',
    ],
    intendedUse: 'Tests of the report. Avalon is invented; no figure here describes a real place.',
    limits: ['Every figure is invented.', 'Interventions are not costed beyond fees and pay.'],
    figuresLicence: 'CC0-1.0',
    problems: [],
    warnings: [
      {
        code: 'expired',
        message: 'assumption-0 was to be reviewed by January 2026',
        path: 'assumptions/a.yaml:3',
        hint: 'Review it and set a new date.',
      },
    ],
  };
}
