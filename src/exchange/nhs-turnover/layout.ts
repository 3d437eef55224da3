// The official layout "Turnover benchmarking by organisation and staff group": its columns, its words and its measures.
import type { Driver } from '#workforce';

/** The columns in their order. */
export const COLUMNS = [
  'PERIOD',
  'TYPE',
  'NHSE_REGION_CODE',
  'NHSE_REGION_NAME',
  'ICS_CODE',
  'ICS_NAME',
  'REPORTING_ORG_NAME',
  'REPORTING_ORG_CODE',
  'CLUSTER_GROUP',
  'BENCHMARK_GROUP',
  'STAFF_GROUP_1_NAME',
  'HC',
  'FTE',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What a row counts: people at either end of the month, or people who came or went in it. */
export const TYPES = {
  start: 'Denominator at start of period',
  end: 'Denominator at end of period',
  joiners: 'Joiners',
  leavers: 'Leavers',
} as const;
export type RowType = keyof typeof TYPES;

/** The row that counts everybody; the other groups add up to it. */
export const ALL_STAFF = 'All staff groups';
export const CENTRAL_FUNCTIONS = 'Central functions';
const MIDWIVES = 'Midwives';
const NURSES = 'Nurses & health visitors';
const DOCTORS = 'HCHS Doctors (exc. Resident doctors and equivalents)';
const SCIENTISTS = 'Scientific, therapeutic & technical staff';

export const STAFF_GROUPS: readonly string[] = [
  ALL_STAFF,
  DOCTORS,
  NURSES,
  MIDWIVES,
  'Ambulance staff',
  SCIENTISTS,
  'Support to doctors, nurses & midwives',
  'Support to ambulance staff',
  'Support to ST&T staff',
  'Senior managers',
  'Managers',
  CENTRAL_FUNCTIONS,
  'Hotel, property & estates',
  'Unknown classification',
];

/** A driver that the file gives for each organisation at the end of the month: people of a staff group, or 1 where the
 *  organisation is of one of the clusters or has so many people of a group, else 0. */
export type Measure = Driver & {
  readonly of:
    | { readonly kind: 'staff'; readonly group: string; readonly column: 'HC' | 'FTE' }
    | { readonly kind: 'cluster'; readonly clusters: readonly string[] }
    | { readonly kind: 'at-least'; readonly group: string; readonly fte: number };
};

const TRUSTS = ['Acute', 'Mental Health', 'Community Provider Trust', 'Ambulance'] as const;
const BOARD = 'Integrated Care Board';
export const CLUSTERS: readonly string[] = [...TRUSTS, BOARD];

/** A trust counts as a provider of maternity care from this many full-time midwives on; a few advisers make none. */
const MATERNITY_MIDWIVES_FTE = 50;

/** Central functions in full-time equivalents: the stock of a system is split over its organisations by it. */
export const SPLIT_BY = 'centralFunctionsFte';

/** What is read off the file, under the ids by which packs know it. */
export const MEASURES: readonly Measure[] = [
  fte('staffFte', 'All staff', ALL_STAFF),
  people('staffHeadcount', 'All staff', ALL_STAFF),
  fte(SPLIT_BY, 'Central functions', CENTRAL_FUNCTIONS),
  people('centralFunctionsHeadcount', 'Central functions', CENTRAL_FUNCTIONS),
  fte('nursesFte', 'Nurses and health visitors', NURSES),
  fte('midwivesFte', 'Midwives', MIDWIVES),
  fte('doctorsFte', 'Doctors except resident doctors', DOCTORS),
  fte('scientificStaffFte', 'Scientific, therapeutic and technical staff', SCIENTISTS),
  count('organisations', 'organisation', CLUSTERS),
  count('trusts', 'trust', TRUSTS),
  count('acuteTrusts', 'trust', ['Acute']),
  count('mentalHealthTrusts', 'trust', ['Mental Health']),
  count('communityTrusts', 'trust', ['Community Provider Trust']),
  count('ambulanceTrusts', 'trust', ['Ambulance']),
  count('integratedCareBoards', 'board', [BOARD]),
  {
    id: 'maternityProviders',
    unit: 'provider',
    description: `Organisations with at least ${MATERNITY_MIDWIVES_FTE} full-time equivalent midwives`,
    of: { kind: 'at-least', group: MIDWIVES, fte: MATERNITY_MIDWIVES_FTE },
  },
];

function fte(id: string, who: string, group: string): Measure {
  return {
    id,
    unit: 'staff',
    description: `${who} in full-time equivalents`,
    of: { kind: 'staff', group, column: 'FTE' },
  };
}

function people(id: string, who: string, group: string): Measure {
  return { id, unit: 'people', description: `${who} in people`, of: { kind: 'staff', group, column: 'HC' } };
}

function count(id: string, unit: string, clusters: readonly string[]): Measure {
  return {
    id,
    unit,
    description: `Organisations of the cluster ${clusters.join(', ')}`,
    of: { kind: 'cluster', clusters },
  };
}
