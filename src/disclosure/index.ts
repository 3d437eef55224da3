// The door of disclosure/: the rule by which small groups of people are kept from readers.
export * from './disclosure-rule.ts';
export * from './published-count.ts';
