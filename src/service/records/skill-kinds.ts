// The kinds of record that a person keeps about their own skills: what is shown of each, and the passport they stand in.
import { PASSPORT_STEPS, passportRecordSchema, SKILL_EVIDENCE_STEPS, skillEvidenceRecordSchema } from '#pathways';
import type { RecordKind } from './record-kind.ts';
import { NO_RULE } from './step-rule.ts';

const skillEvidenceKind: RecordKind = {
  kind: 'skill-evidence',
  title: 'Evidence of a skill',
  resource: 'skill-evidence',
  references: [{ field: 'place', to: 'place' }],
  setByService: {},
  schema: skillEvidenceRecordSchema,
  scopeOf: (body) => {
    const { place, person } = skillEvidenceRecordSchema.parse(body);
    return { place, owner: person, party: null };
  },
  stateOf: (body) => skillEvidenceRecordSchema.parse(body).state,
  transitions: SKILL_EVIDENCE_STEPS,
  appendOnly: false,
  // By every half-life in use nothing of its weight is left by then.
  personal: { keptMonths: 120 },
  rule: {
    ...NO_RULE,
    terms: ['person', 'place', 'skill', 'level', 'saidMonth'],
    actionInto: { verified: 'verify', refused: 'verify' },
    byAnother: ['verified', 'refused'],
    madeBy: 'person',
    madeAt: 'place',
    verdictBy: 'verdict',
  },
};

const passportKind: RecordKind = {
  kind: 'passport',
  title: 'Passport',
  resource: 'passport',
  references: [{ field: 'place', to: 'place' }],
  setByService: {},
  idOf: (body) => passportRecordSchema.parse(body).person,
  schema: passportRecordSchema,
  scopeOf: (body) => {
    const { place, person } = passportRecordSchema.parse(body);
    return { place, owner: person, party: null };
  },
  stateOf: (body) => passportRecordSchema.parse(body).state,
  transitions: PASSPORT_STEPS,
  appendOnly: false,
  personal: { keptMonths: null },
  rule: { ...NO_RULE, madeBy: 'person', madeAt: 'place' },
};

export const SKILL_KINDS: readonly RecordKind[] = [skillEvidenceKind, passportKind];
