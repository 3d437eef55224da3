// Edits of the correlations that must be refused.
import type { Mutation } from './mutation.test-support.ts';

const file = 'assumptions/workforce.yaml';
const PAIR = 'between: [attrition.yearly, apprenticeship.completion]';
const OTHERS = 'rank: -0.4, kind: judgement, source: hamlet-teaching, reliability: low, owner: A, reviewBy: 2027-10';

export const CORRELATION_MUTATIONS: readonly Mutation[] = [
  {
    name: 'a correlation with an unknown assumption is refused',
    file,
    find: PAIR,
    put: 'between: [attrition.yearly, «apprenticeship.completions]',
    code: 'unknown-reference',
    value: '"apprenticeship.completions"',
    rule: 'no assumption in assumptions/ has that id',
    next: 'did you mean "apprenticeship.completion"',
  },
  {
    name: 'a correlation with an assumption that is certain is refused',
    file,
    find: PAIR,
    put: 'between: [attrition.yearly, «promotion.yearly]',
    code: 'inconsistent',
    value: '"promotion.yearly"',
    rule: 'it has no spread',
    next: 'Give the assumption a spread',
  },
  {
    name: 'a correlation of an assumption with itself is refused',
    file,
    find: PAIR,
    put: '«between: [attrition.yearly, attrition.yearly]',
    code: 'schema',
    value: 'between',
    rule: 'between two different assumptions',
    next: 'between: [ID, ID]',
  },
  {
    name: 'a rank correlation above 1 is refused',
    file,
    find: 'rank: -0.4',
    put: 'rank: «-1.4',
    code: 'out-of-range',
    value: '-1.4',
    rule: 'lies between −1 and 1',
    next: 'such as 0.5',
  },
  {
    name: 'a correlation that names no source of the pack is refused',
    file,
    find: `${PAIR}\n    rank: -0.4\n    kind: judgement\n    source: hamlet-teaching`,
    put: `${PAIR}\n    rank: -0.4\n    kind: judgement\n    source: «hamlet-teachings`,
    code: 'missing-source',
    value: '"hamlet-teachings"',
    rule: 'no source in pack.yaml has that id',
    next: 'add the source there',
  },
  {
    name: 'a correlation that is stated twice is refused',
    file,
    find: 'correlations:\n',
    put: `correlations:\n  - { between: [apprenticeship.completion, attrition.yearly], ${OTHERS} }\n`,
    at: { file, text: PAIR },
    code: 'duplicate',
    value: 'attrition.yearly, apprenticeship.completion',
    rule: 'states their correlation already',
    next: 'Delete one of the two',
  },
  {
    name: 'correlations that no values can have together are refused at the one that goes too far',
    file,
    find: 'rank: -0.4',
    put:
      `rank: -0.6\n    kind: judgement\n    source: hamlet-teaching\n    reliability: low\n    owner: A\n    reviewBy: 2027-10\n` +
      `  - { between: [attrition.yearly, stock.level], ${OTHERS.replace('-0.4', '-0.6')} }\n` +
      `  - between: [apprenticeship.completion, stock.level]\n    rank: «-0.6`,
    code: 'inconsistent',
    value: '-0.6',
    rule: 'beside those before it',
    next: 'nearer to 0',
  },
];
