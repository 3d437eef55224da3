// Edits of statements, assurance, budget lines and other versions of the blueprint that must be refused.
import type { Mutation } from './mutation.test-support.ts';

const statements = { file: 'blueprint/statements/hamlet.yaml', code: 'unknown-reference' } as const;
const assurance = { file: 'blueprint/assurance/hamlet.yaml', code: 'unknown-reference' } as const;
const budget = { file: 'blueprint/budget/hamlet.yaml', code: 'unknown-reference' } as const;
const version = { file: 'blueprint/versions/2.0.0.yaml', code: 'unknown-reference' } as const;

export const RECORD_MUTATIONS: readonly Mutation[] = [
  {
    ...statements,
    name: 'a statement of an unknown place is refused',
    find: 'place: MILL',
    put: 'place: «MULL',
    value: '"MULL"',
    rule: 'no place in places.csv has that id',
    next: 'did you mean "MILL"?',
  },
  {
    ...statements,
    name: 'a statement about an unknown requirement is refused',
    find: 'requirement: RUN-1',
    put: 'requirement: «RUN-2',
    value: '"RUN-2"',
    rule: 'no requirement of the blueprint has that id',
    next: 'did you mean "RUN-1"?',
  },
  {
    ...statements,
    name: 'a regional service that nobody provides is refused',
    find: 'by: regional-service\n    provider: HAM-R # the place that provides it',
    put: 'by: «regional-service',
    code: 'inconsistent',
    value: '"regional-service"',
    rule: 'has a provider',
    next: 'Name the provider and no other.',
  },
  {
    ...statements,
    name: 'a statement that follows an unknown archetype is refused',
    find: 'archetype: record-team',
    put: 'archetype: «records-team',
    value: '"records-team"',
    rule: 'no archetype of the catalogue has that id',
    next: 'did you mean "record-team"?',
  },
  {
    ...statements,
    name: 'a statement for more than the whole is refused',
    find: 'share: 0.6',
    put: 'share: «1.6',
    code: 'out-of-range',
    value: '1.6',
    rule: 'more than 0 and at most 1',
    next: '0.5 for half of it',
  },
  {
    ...assurance,
    name: 'evidence that expires before it was seen is refused',
    find: 'expires: 2026-06',
    put: 'expires: «2025-06',
    code: 'out-of-range',
    value: '"2025-06"',
    rule: 'that is not after observed, which is 2025-06',
    next: 'Write a later month for expires',
  },
  {
    ...assurance,
    name: 'an action that answers nothing known is refused',
    find: 'answers: mill-unsigned-case',
    put: 'answers: «mill-unsigned-cases',
    value: '"mill-unsigned-cases"',
    rule: 'no finding or risk has that id',
    next: 'did you mean "mill-unsigned-case"?',
  },
  {
    ...budget,
    name: 'a budget line of an unknown holder is refused',
    find: 'holder: HAM-R',
    put: 'holder: «HAM-X',
    value: '"HAM-X"',
    rule: 'no place in places.csv has that id',
    next: 'did you mean',
  },
  {
    ...budget,
    name: 'a budget line with two amounts for a year is refused',
    find: '{ year: 2027, amountGbp: 90000 }',
    put: '{ year: «2026, amountGbp: 90000 }',
    code: 'duplicate',
    value: '2026',
    rule: 'a line has one amount for a year',
    next: 'Add the two amounts up',
  },
  {
    ...version,
    name: 'a version that asks for an unknown role is refused',
    find: 'role: data-analyst, formula',
    put: 'role: «data-analist, formula',
    value: '"data-analist"',
    rule: 'no role in roles.yaml has that id',
    next: 'did you mean "data-analyst"?',
  },
];
