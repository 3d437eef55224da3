// The door of delivery/: commitments, evidence, communities, agreements and investment, and their rules.
export * from './agreements/agreement-record.ts';
export * from './agreements/performance-record.ts';
export * from './commitments/commitment-record.ts';
export * from './communities/community-record.ts';
export * from './communities/practice-record.ts';
export * from './communities/question-record.ts';
export * from './evidence/evidence-record.ts';
export * from './investment/business-case-record.ts';
export { onlyAddsTo } from './record-fields.ts';
