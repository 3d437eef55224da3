// Refusals: what the server itself says no to, in the dress of the face that was asked.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '#kernel';
import type { PageFace } from '../route.ts';
import { pageRequestOf } from './page-request.ts';
import { statusOf } from './problem-status.ts';

/** A no with its status; `type` is the last word of the problem's address, and is never reused for something else. */
export type Refusal = {
  readonly status: number;
  readonly type: string;
  readonly problems: readonly Pick<Problem, 'message' | 'path' | 'hint'>[];
  readonly headers?: Readonly<Record<string, string>>;
};

export function refusalOf(problems: readonly Problem[]): Refusal {
  return { status: statusOf(problems), type: problems[0]?.code ?? 'fault', problems };
}

/** A refusal with one problem. */
export function refuse(status: number, type: string, words: readonly [message: string, hint: string]): Refusal {
  const [message, hint] = words;
  return { status, type, problems: [{ message, hint, path: '' }] };
}

export const NOT_THERE: Refusal = refuse(404, 'not-found', [
  'There is nothing here that you may see.',
  'Check the address, or ask your administrator which places are yours.',
]);

export const BROKEN: Refusal = refuse(500, 'fault', [
  'This did not work, and the fault is ours.',
  'Try again; if it happens again, tell your administrator the time and the number of the request.',
]);

/** The store does not answer. */
export const AWAY: Refusal = refuse(503, 'unavailable', [
  'What is kept here cannot be reached at this moment, and nothing was changed.',
  'Try again in a moment; if it lasts, tell your administrator.',
]);

/** Answers with problem+json under `/api/`, with the face's own page elsewhere. */
export async function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): Promise<unknown> {
  for (const [name, value] of Object.entries(refusal.headers ?? {})) reply.header(name, value);
  reply.code(refusal.status);
  if (isApi(request)) return reply.type('application/problem+json').send(JSON.stringify(problemJson(request, refusal)));
  const face: PageFace = request.server.pageFace;
  const page = face.problemPage(pageRequestOf(request), refusal.status, refusal.problems);
  return reply.type('text/html; charset=utf-8').send(page);
}

/** Whether programs ask here, and not people. */
export function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/');
}

/** @source RFC 9457 */
function problemJson(request: FastifyRequest, { status, type, problems }: Refusal) {
  const [first] = problems;
  return {
    type: `urn:cadre:problem:${type}`,
    title: first?.message ?? 'The request was refused.',
    status,
    detail: first?.hint ?? '',
    instance: `urn:cadre:request:${request.id}`,
    problems: problems.map(({ message, path, hint }) => ({ message, path, hint })),
  };
}
