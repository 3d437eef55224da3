// The permission matrix as data: it drives the guard of every route and the test of every cell.
import type { Role } from './member.ts';

/** What the service holds, by the name that permissions, routes and the audit use. */
export const RESOURCES = [
  'blueprint',
  'workforce',
  'scenario',
  'assumption',
  'projection',
  'plan',
  'job',
  'commitment',
  'evidence',
  'community',
  'practice',
  'question',
  'agreement',
  'performance',
  'business-case',
  'framework',
  'crosswalk',
  'passport',
  'skill-evidence',
  'programme',
  'cohort',
  'placement-round',
  'wish',
  'badge',
  'member',
  'audit',
] as const;
export type Resource = (typeof RESOURCES)[number];

export const ACTIONS = ['read', 'create', 'change', 'remove', 'approve', 'verify', 'run', 'cancel', 'export'] as const;
export type Action = (typeof ACTIONS)[number];

/** How far a permission reaches: everything of the tenant; one's place and all below it; what one owns; what one's
 *  supplier is party to. */
export type Reach = 'tenant' | 'place' | 'own' | 'party';

/** One row of the matrix: this role may do these things to this resource, so far. What no row allows is denied. */
export type Permission = {
  readonly role: Role;
  readonly resource: Resource;
  readonly actions: readonly Action[];
  readonly reach: Reach;
};

const LOOK = ['read', 'export'] as const;
const KEEP = ['read', 'export', 'create', 'change', 'remove'] as const;
const JUDGE = [...KEEP, 'approve'] as const;
const RUN = ['read', 'export', 'run', 'cancel'] as const;

function rows(role: Role, reach: Reach, grants: Partial<Record<Resource, readonly Action[]>>): readonly Permission[] {
  return RESOURCES.flatMap((resource) => {
    const actions = grants[resource];
    return actions === undefined ? [] : [{ role, resource, actions, reach }];
  });
}

/** Leads of regions, systems and organisations may do the same things; their place says how far. */
function leadRows(role: Role): readonly Permission[] {
  return [
    ...rows(role, 'tenant', {
      blueprint: LOOK,
      assumption: LOOK,
      community: LOOK,
      practice: LOOK,
      framework: LOOK,
      crosswalk: LOOK,
      programme: LOOK,
      question: ['read', 'create'],
    }),
    ...rows(role, 'place', {
      blueprint: ['change'],
      workforce: KEEP,
      scenario: KEEP,
      projection: RUN,
      plan: RUN,
      job: ['read', 'create', 'cancel'],
      commitment: [...KEEP, 'approve'],
      evidence: [...KEEP, 'verify'],
      community: ['create', 'change'],
      practice: ['create', 'change'],
      agreement: KEEP,
      performance: [...LOOK, 'verify'],
      'business-case': KEEP,
      cohort: KEEP,
      'placement-round': LOOK,
      audit: ['read'],
    }),
  ];
}

export const PERMISSIONS: readonly Permission[] = [
  ...rows('national-planner', 'tenant', {
    blueprint: JUDGE,
    workforce: KEEP,
    scenario: KEEP,
    assumption: JUDGE,
    projection: RUN,
    plan: [...RUN, 'approve'],
    job: ['read', 'create', 'cancel'],
    commitment: JUDGE,
    evidence: [...KEEP, 'verify'],
    community: KEEP,
    practice: KEEP,
    question: ['read', 'create', 'change'],
    agreement: JUDGE,
    performance: [...LOOK, 'verify', 'approve'],
    'business-case': JUDGE,
    framework: KEEP,
    crosswalk: JUDGE,
    programme: KEEP,
    cohort: KEEP,
    'placement-round': [...JUDGE, 'run'],
    audit: LOOK,
  }),
  ...leadRows('regional-lead'),
  ...leadRows('organisation-lead'),
  // The nearest lead alone judges a person's skills: a region has no business with them.
  ...rows('organisation-lead', 'place', {
    'skill-evidence': ['read', 'verify'],
    badge: ['read', 'create', 'change'],
  }),
  ...rows('member-of-staff', 'tenant', {
    blueprint: ['read'],
    framework: ['read'],
    programme: ['read'],
    community: ['read'],
    practice: ['read'],
    question: ['read', 'create'],
  }),
  ...rows('member-of-staff', 'own', {
    passport: KEEP,
    'skill-evidence': KEEP,
    badge: LOOK,
    cohort: ['read'],
    wish: KEEP,
    question: ['change'],
  }),
  ...rows('supplier', 'party', {
    agreement: LOOK,
    performance: [...LOOK, 'create'],
  }),
  ...rows('auditor', 'tenant', {
    blueprint: LOOK,
    workforce: LOOK,
    scenario: LOOK,
    assumption: LOOK,
    projection: LOOK,
    plan: LOOK,
    job: ['read'],
    commitment: LOOK,
    evidence: LOOK,
    community: LOOK,
    practice: LOOK,
    agreement: LOOK,
    performance: LOOK,
    'business-case': LOOK,
    framework: LOOK,
    crosswalk: LOOK,
    programme: LOOK,
    cohort: LOOK,
    'placement-round': LOOK,
    audit: LOOK,
  }),
  ...rows('administrator', 'tenant', {
    member: KEEP,
    audit: LOOK,
  }),
];
