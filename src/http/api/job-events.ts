// The steps of a job as a stream of events, for pages and programs that wait for it.
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Job } from '#service';
import { HTTP_LIMITS } from '../server/http-limits.ts';
import { NOT_THERE, refusalOf, sendRefusal } from '../server/refusal.ts';
import { tooMany } from '../server/too-many.ts';
import { jobSchema, jobView, readJob } from './routes/job-routes.ts';

const params = z.object({ id: z.string() });
/** How often the job is looked at. */
const LOOK_MS = 500;
/** A line that says nothing goes out after this silence: proxies end a connection that is silent for a minute. */
const SILENCE_MS = 15_000;
/** How long a stream lasts at most: a browser then asks again by itself. */
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
        await stream({ reply, first: first.value, read, isOver: () => isClosing });
      } finally {
        open -= 1;
      }
      return reply;
    },
  );
}

type Stream = {
  readonly reply: FastifyReply;
  readonly first: Job;
  readonly read: () => ReturnType<typeof readJob>;
  readonly isOver: () => boolean;
};

/** Ends with the job, with the server, and with whoever listens; a request counts as over once its head was read, so the
 *  connection is what tells of a listener who left. */
async function stream({ reply, first, read, isOver }: Stream): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
  const until = performance.now() + LONGEST_MS;
  let sent = { text: '', at: 0 };
  let job: Job | null = first;
  while (job !== null && !raw.destroyed) {
    const text = JSON.stringify(jobSchema.parse(jobView(job)));
    const now = performance.now();
    if (text !== sent.text) raw.write(`event: job\ndata: ${text}\n\n`);
    else if (now - sent.at >= SILENCE_MS) raw.write(': still here\n\n');
    if (text !== sent.text || now - sent.at >= SILENCE_MS) sent = { text, at: now };
    if (job.endedAt !== null || isOver() || now > until) break;
    await wait(LOOK_MS);
    const next = await read();
    job = next.ok ? next.value : null;
  }
  raw.end();
}
