// The kinds of record behind communities, and the way to their pages.
import { communityRecordSchema, practiceRecordSchema, questionRecordSchema } from '#delivery';
import { formatMonth } from '#kernel';

export const COMMUNITIES = { kind: 'community', schema: communityRecordSchema } as const;
export const PRACTICES = { kind: 'practice', schema: practiceRecordSchema } as const;
export const QUESTIONS = { kind: 'question', schema: questionRecordSchema } as const;

export const COMMUNITY_TRAIL = [
  { label: 'Home', href: '/' },
  { label: 'Communities', href: '/communities' },
] as const;

/** The month before which a practice is to be looked at again, where nobody says otherwise: a year from now. */
export function yearFrom(month: number): string {
  return formatMonth(month + 12);
}
