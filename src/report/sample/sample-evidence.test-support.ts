// What a sample plan rests on: requirements, comparisons, elasticities, assumptions, sources and words.
import type { PlanDocument } from '#planning';

const KINDS = ['official', 'published', 'proxy', 'judgement'] as const;

/** @param interventions ids that the requirements share out among themselves */
export function sampleRequirements(interventions: readonly string[]): PlanDocument['requirements'] {
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

/** @param assumptions how many the register holds */
export function sampleEvidence(assumptions: number) {
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
      gapFtePerPercent: 40 - 5 * index,
      shareOfDoubt: index < 3 ? { share: 0.5 - 0.15 * index, error: 0.02, together: [] } : null,
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
