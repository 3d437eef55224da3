// The steps of a job as a stream of events, for pages and programs that wait for it.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Job } from '#service';
import { HTTP_LIMITS } from '../server/http-limits.ts';
import { NOT_THERE, refusalOf, sendRefusal } from '../server/refusal.ts';
import { tooMany } from '../server/too-many.ts';
import { jobSchema, jobView, readJob } from './routes/job-routes.ts';

const params = z.object({ id: z.string() });
/** How often the job is looked at, and how long at most: a browser then asks again by itself. */
const LOOK_MS = 500;
const LONGEST_MS = 15 * 60_000;

/** @source the EventSource part of the HTML standard */
export function addJobEvents(app: FastifyInstance): void {
  let open = 0;
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.get(
    '/api/v1/jobs/:id/events',
    { config: { access: { kind: 'permitted', action: 'read', resource: 'job', placeParam: null } } },
    async (request, reply) => {
      if (open >= HTTP_LIMITS.eventStreams) return sendRefusal(request, reply, tooMany(30));
      const { visitor } = request;
      if (visitor === null) return sendRefusal(request, reply, NOT_THERE);
      const desk = { world: app.serviceWorld, actor: visitor.actor };
      const read = () => readJob(desk, params.parse(request.params).id);
      const first = await read();
      if (!first.ok) return sendRefusal(request, reply, refusalOf(first.problems));
      open += 1;
      try {
        await stream({ request, reply, first: first.value, read, isOver: () => isClosing });
      } finally {
        open -= 1;
      }
      return reply;
    },
  );
}

type Stream = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly first: Job;
  readonly read: () => ReturnType<typeof readJob>;
  readonly isOver: () => boolean;
};

async function stream({ request, reply, first, read, isOver }: Stream): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  const until = Date.now() + LONGEST_MS;
  let sent = '';
  let job: Job | null = first;
  while (job !== null && !raw.destroyed && !request.raw.destroyed) {
    const text = JSON.stringify(jobSchema.parse(jobView(job)));
    raw.write(text === sent ? ': still here\n\n' : `event: job\ndata: ${text}\n\n`);
    sent = text;
    if (job.endedAt !== null || isOver() || Date.now() > until) break;
    await wait(LOOK_MS);
    const next = await read();
    job = next.ok ? next.value : null;
  }
  raw.end();
}
