// The kinds of record that delivery keeps, from commitments to business cases: what each is, whose, and how it may change.
import {
  AGREEMENT_STEPS,
  agreementRecordSchema,
  BUSINESS_CASE_STEPS,
  businessCaseRecordSchema,
  COMMITMENT_STEPS,
  commitmentRecordSchema,
  COMMUNITY_STEPS,
  communityRecordSchema,
  EVIDENCE_STEPS,
  evidenceRecordSchema,
  PERFORMANCE_STEPS,
  performanceRecordSchema,
  PRACTICE_STEPS,
  practiceRecordSchema,
  QUESTION_STEPS,
  questionRecordSchema,
} from '#delivery';
import type { z } from 'zod';
import type { RecordKind, RecordScope } from './record-kind.ts';
import { NO_RULE } from './step-rule.ts';

const PLACE = (field: string) => ({ field, to: 'place' }) as const;
const IN_COMMUNITY = { field: 'community', to: 'record', kind: 'community', by: null, same: {} } as const;

const STILL_CHANGES = new Set(['office', 'slipMonths', 'lostPeople', 'progress', 'state', 'reason']);
const TERMS_OF_COMMITMENT = Object.keys(commitmentRecordSchema.shape).filter((field) => !STILL_CHANGES.has(field));

const commitmentKind = kindOf(commitmentRecordSchema, {
  kind: 'commitment',
  title: 'Commitment',
  resource: 'commitment',
  references: [PLACE('place'), PLACE('accountablePlace')],
  setByService: {},
  scopeOf: ({ place }) => ({ place, owner: null, party: null }),
  transitions: COMMITMENT_STEPS,
  appendOnly: true,
  rule: {
    ...NO_RULE,
    openIn: ['proposed'],
    terms: TERMS_OF_COMMITMENT,
    addsTo: ['progress'],
    actionInto: { agreed: 'approve' },
    approvedAt: 'accountablePlace',
  },
});

const evidenceKind = kindOf(evidenceRecordSchema, {
  kind: 'evidence',
  title: 'Evidence',
  resource: 'evidence',
  references: [PLACE('place')],
  setByService: {},
  scopeOf: ({ place }) => ({ place, owner: null, party: null }),
  transitions: EVIDENCE_STEPS,
  appendOnly: true,
  rule: {
    ...NO_RULE,
    openIn: ['refused'],
    terms: ['place', 'month', 'rows', 'cohorts', 'source'],
    actionInto: { verified: 'verify', refused: 'verify' },
    byAnother: ['verified'],
  },
});

const communityKind = kindOf(communityRecordSchema, {
  kind: 'community',
  title: 'Community of practice',
  resource: 'community',
  references: [PLACE('place'), PLACE('members[].place'), PLACE('conveners[].place')],
  setByService: {},
  scopeOf: ({ place }) => ({ place, owner: null, party: null }),
  transitions: COMMUNITY_STEPS,
  appendOnly: false,
  rule: { ...NO_RULE, addsTo: ['activity'] },
});

const practiceKind = kindOf(practiceRecordSchema, {
  kind: 'practice',
  title: 'Practice',
  resource: 'practice',
  references: [PLACE('place'), IN_COMMUNITY],
  setByService: {},
  scopeOf: ({ place }) => ({ place, owner: null, party: null }),
  transitions: PRACTICE_STEPS,
  appendOnly: true,
  rule: { ...NO_RULE, addsTo: ['adopted', 'evidence'] },
});

const questionKind = kindOf(questionRecordSchema, {
  kind: 'question',
  title: 'Question',
  resource: 'question',
  references: [PLACE('place'), IN_COMMUNITY],
  setByService: { routedTo: [] },
  scopeOf: ({ place, askedBy }) => ({ place, owner: askedBy, party: null }),
  transitions: QUESTION_STEPS,
  appendOnly: false,
  rule: { ...NO_RULE, terms: ['askedBy', 'community'], madeBy: 'askedBy' },
});

const agreementKind = kindOf(agreementRecordSchema, {
  kind: 'agreement',
  title: 'Outcome agreement',
  resource: 'agreement',
  references: [PLACE('buyer')],
  setByService: {},
  scopeOf: ({ buyer, supplier }) => ({ place: buyer, owner: null, party: supplier.id }),
  transitions: AGREEMENT_STEPS,
  appendOnly: true,
  rule: {
    ...NO_RULE,
    openIn: ['draft'],
    terms: Object.keys(agreementRecordSchema.shape).filter((field) => field !== 'state'),
    actionInto: { agreed: 'approve' },
    byAnother: ['agreed', 'live'],
  },
});

const performanceKind = kindOf(performanceRecordSchema, {
  kind: 'performance',
  title: 'Performance report',
  resource: 'performance',
  references: [
    {
      field: 'agreement',
      to: 'record',
      kind: 'agreement',
      by: null,
      same: { place: 'buyer', supplier: 'supplier.id' },
    },
  ],
  setByService: {},
  scopeOf: ({ place, supplier }) => ({ place, owner: null, party: supplier }),
  transitions: PERFORMANCE_STEPS,
  appendOnly: true,
  rule: {
    ...NO_RULE,
    terms: ['agreement', 'place', 'supplier', 'subject', 'subjectId', 'month', 'value', 'evidence'],
    actionInto: { verified: 'verify', disputed: 'verify', refused: 'verify' },
    byAnother: ['verified'],
    verifiedAs: 'verifier',
  },
  standsUnder: {
    kind: 'agreement',
    idOf: (body) => performanceRecordSchema.parse(body).agreement,
    verifierOf: (body) => agreementRecordSchema.parse(body).verifier.id,
  },
});

const businessCaseKind = kindOf(businessCaseRecordSchema, {
  kind: 'business-case',
  title: 'Business case',
  resource: 'business-case',
  references: [PLACE('place'), PLACE('beneficiary')],
  setByService: {},
  scopeOf: ({ place }) => ({ place, owner: null, party: null }),
  transitions: BUSINESS_CASE_STEPS,
  appendOnly: true,
  rule: {
    ...NO_RULE,
    openIn: ['draft'],
    terms: ['place', 'beneficiary', 'fund', 'requirement', 'standards', 'outcomes', 'planned'],
    addsTo: ['spent'],
    actionInto: { approved: 'approve', refused: 'approve' },
    byAnother: ['approved'],
  },
});

/** In the order in which people meet them. */
export const DELIVERY_KINDS: readonly RecordKind[] = [
  commitmentKind,
  evidenceKind,
  communityKind,
  practiceKind,
  questionKind,
  agreementKind,
  performanceKind,
  businessCaseKind,
];

type Body<S extends z.ZodType> = z.infer<S> & { readonly state: string };

type TypedKind<S extends z.ZodType> = Omit<RecordKind, 'schema' | 'scopeOf' | 'stateOf'> & {
  readonly scopeOf: (body: z.infer<S>) => RecordScope;
};

/** A kind whose scope is read from a body of its own schema; each of these bodies says its state itself. */
function kindOf<S extends z.ZodType<{ readonly state: string }>>(schema: S, kind: TypedKind<S>): RecordKind {
  const read = (body: unknown): Body<S> => schema.parse(body);
  return { ...kind, schema, scopeOf: (body) => kind.scopeOf(read(body)), stateOf: (body) => read(body).state };
}
