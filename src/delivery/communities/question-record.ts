// A question put to a community: what skill it takes to answer it, and to whom it went and why.
import { z } from 'zod';
import { code, link, month, words } from '../record-fields.ts';

/** From each state those it may become; the first is where it begins. */
export const QUESTION_STEPS = {
  asked: ['routed', 'answered', 'closed'],
  routed: ['asked', 'answered', 'closed'],
  answered: ['closed', 'asked'],
  closed: [],
} as const;

export const questionRecordSchema = z
  .strictObject({
    title: code,
    text: words,
    community: code,
    place: code,
    askedBy: code.describe('Id of the member who asks'),
    month,
    skill: code,
    level: z.enum(['awareness', 'working', 'practitioner', 'expert']),
    requirement: code.nullable(),
    routedTo: z
      .array(z.strictObject({ member: code, score: z.number().min(0).max(1), because: words }))
      .max(20)
      .describe('Best first; with the reason in words'),
    answer: z.strictObject({ summary: words, address: link.nullable() }).nullable(),
    state: z.enum(['asked', 'routed', 'answered', 'closed']),
  })
  .superRefine((body, context) => {
    const blame = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (body.state === 'answered' && body.answer === null) blame('answer', 'an answered question has an answer');
    if (body.state === 'routed' && body.routedTo.length === 0) blame('routedTo', 'a routed question names to whom');
  });

/** What is kept of one question. */
export type QuestionRecord = z.infer<typeof questionRecordSchema>;
