// The kinds of record of programmes and the people in them: programmes, cohorts, placement rounds, wishes and badges.
import {
  BADGE_STEPS,
  badgeRecordSchema,
  badgeStatusSchema,
  COHORT_STEPS,
  cohortSchema,
  funnelsProblems,
  PLACEMENT_PREFERENCE_STEPS,
  PLACEMENT_ROUND_STEPS,
  placementPreferenceRecordSchema,
  placementRoundRecordSchema,
  PROGRAMME_STEPS,
  programmeSchema,
} from '#pathways';
import type { RecordKind } from './record-kind.ts';
import { NO_RULE } from './step-rule.ts';

const programmeKind: RecordKind = {
  kind: 'programme',
  title: 'Programme',
  resource: 'programme',
  references: [],
  setByService: {},
  schema: programmeSchema,
  // A programme is everybody's business.
  scopeOf: () => ({ place: null, owner: null, party: null }),
  stateOf: (body) => programmeSchema.parse(body).state,
  transitions: PROGRAMME_STEPS,
  appendOnly: false,
  rule: NO_RULE,
};

const cohortRecordSchema = cohortSchema.superRefine((cohort, context) => {
  for (const { message, path } of funnelsProblems(cohort)) {
    context.addIssue({ code: 'custom', path: path.split('.').slice(1), message });
  }
});

const cohortKind: RecordKind = {
  kind: 'cohort',
  title: 'Cohort',
  resource: 'cohort',
  references: [
    { field: 'place', to: 'place' },
    { field: 'programme', to: 'record', kind: 'programme', by: 'id', same: {} },
  ],
  setByService: {},
  schema: cohortRecordSchema,
  scopeOf: (body) => ({ place: cohortSchema.parse(body).place, owner: null, party: null }),
  stateOf: (body) => cohortSchema.parse(body).state,
  transitions: COHORT_STEPS,
  appendOnly: true,
  // What was planned stays what it was, or a slip would not show.
  rule: {
    ...NO_RULE,
    openIn: ['planned'],
    terms: ['programme', 'place', 'plannedStart', 'planned', 'countedIn'],
  },
};

const placementRoundKind: RecordKind = {
  kind: 'placement-round',
  title: 'Placement round',
  resource: 'placement-round',
  references: [{ field: 'place', to: 'place' }],
  setByService: { proposals: [] },
  schema: placementRoundRecordSchema,
  scopeOf: (body) => ({ place: placementRoundRecordSchema.parse(body).place, owner: null, party: null }),
  stateOf: (body) => placementRoundRecordSchema.parse(body).state,
  transitions: PLACEMENT_ROUND_STEPS,
  appendOnly: true,
  // Whoever knows the wishes may not choose the lottery, the weights or the posts after them.
  rule: {
    ...NO_RULE,
    openIn: ['open'],
    terms: ['role', 'place', 'seed', 'supervisorFtePerPerson', 'weights', 'places', 'travel', 'closes'],
    addsTo: ['proposals'],
    actionInto: { decided: 'approve', published: 'approve' },
  },
};

const placementPreferenceKind: RecordKind = {
  kind: 'placement-preference',
  title: 'Placement wishes',
  resource: 'wish',
  references: [{ field: 'round', to: 'record', kind: 'placement-round', by: null, same: {} }],
  setByService: {},
  schema: placementPreferenceRecordSchema,
  // Of no place: nobody else reads what a person wishes for; a round takes in the wishes that were sent to it.
  scopeOf: (body) => ({ place: null, owner: placementPreferenceRecordSchema.parse(body).person, party: null }),
  stateOf: (body) => placementPreferenceRecordSchema.parse(body).state,
  transitions: PLACEMENT_PREFERENCE_STEPS,
  appendOnly: false,
  // A round is over within a year; the second is for whoever questions how it went.
  personal: { keptMonths: 24 },
  rule: { ...NO_RULE, terms: ['round', 'person'], madeBy: 'person' },
};

const badgeKind: RecordKind = {
  kind: 'badge',
  title: 'Badge',
  resource: 'badge',
  references: [{ field: 'place', to: 'place' }],
  setByService: {},
  schema: badgeRecordSchema,
  scopeOf: (body) => {
    const { place, person } = badgeRecordSchema.parse(body);
    return { place, owner: person, party: null };
  },
  stateOf: (body) => badgeRecordSchema.parse(body).state,
  transitions: BADGE_STEPS,
  appendOnly: true,
  byUseCaseAlone: true,
  personal: { keptMonths: null },
  rule: {
    ...NO_RULE,
    terms: Object.keys(badgeRecordSchema.shape).filter((field) => field !== 'revoked' && field !== 'state'),
  },
};

/** What the list says of a badge: of nobody's, so that it stays revoked when its holder leaves. */
const badgeStatusKind: RecordKind = {
  kind: 'badge-status',
  title: 'Status of a badge',
  resource: 'badge',
  references: [],
  setByService: {},
  schema: badgeStatusSchema,
  scopeOf: () => ({ place: null, owner: null, party: null }),
  stateOf: (body) => badgeStatusSchema.parse(body).state,
  transitions: BADGE_STEPS,
  appendOnly: true,
  byUseCaseAlone: true,
};

/** In the order in which people meet them. */
export const PEOPLE_KINDS: readonly RecordKind[] = [
  programmeKind,
  cohortKind,
  placementRoundKind,
  placementPreferenceKind,
  badgeKind,
  badgeStatusKind,
];
