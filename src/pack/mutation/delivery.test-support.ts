// Edits of delivery.yaml that must be refused.
import type { Mutation } from './mutation.test-support.ts';

const file = 'delivery.yaml';

export const DELIVERY_MUTATIONS: readonly Mutation[] = [
  {
    file,
    code: 'inconsistent',
    name: 'ratings of agreements that rise again are refused',
    find: 'word: Under way, fromAttainment: 0',
    put: 'word: Under way, fromAttainment: «2',
    value: '2',
    rule: 'ratings fall from the best to the last',
    next: 'Write a number below that of the rating before it.',
  },
  {
    file,
    code: 'inconsistent',
    name: 'ratings of agreements that leave what is below them without a word are refused',
    find: 'fromAttainment: null',
    put: 'fromAttainment: «-1',
    value: '-1',
    rule: 'which alone has null',
    next: 'Write null.',
  },
  {
    file,
    code: 'duplicate',
    name: 'two ratings of agreements with one word are refused',
    find: 'word: Missed',
    put: 'word: «Met',
    value: '"Met"',
    rule: 'a word of its own',
    next: 'Give it another word',
  },
  {
    file,
    code: 'missing-source',
    name: 'a judgement of where a rating begins from a source that is not there is refused',
    find: 'attainmentSource: hamlet-teaching',
    put: 'attainmentSource: «hamlet-teachin',
    value: '"hamlet-teachin"',
    rule: 'no source in pack.yaml',
    next: 'did you mean "hamlet-teaching"?',
  },
];
