// Edits of disclosure.yaml that must be refused.
import type { Mutation } from './mutation.test-support.ts';

const file = 'disclosure.yaml';

export const DISCLOSURE_MUTATIONS: readonly Mutation[] = [
  {
    file,
    code: 'inconsistent',
    name: 'a range of hidden counts that ends before it begins is refused',
    find: 'hideFrom: 1',
    put: 'hideFrom: 9',
    at: { file, text: '7 # ...to' },
    value: '7',
    rule: 'counts are hidden from 9 people on',
    next: 'Write 9 or more.',
  },
  {
    file,
    code: 'out-of-range',
    name: 'a hidden count that stands for more people than it can be is refused',
    find: 'countHiddenAs: 4',
    put: 'countHiddenAs: «8',
    value: '8',
    rule: 'a hidden count is one of 1 to 7 people',
    next: 'Write a whole number from 1 to 7',
  },
  {
    file,
    code: 'missing-source',
    name: 'a rule of disclosure from a source that is not there is refused',
    find: 'source: hamlet-teaching',
    put: 'source: «hamlet-teachin',
    value: '"hamlet-teachin"',
    rule: 'no source in pack.yaml',
    next: 'did you mean "hamlet-teaching"?',
  },
];
