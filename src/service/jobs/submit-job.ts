// Long work: asked for here, done by the workers, kept under the key of what was asked.
import { canonicalJson, ok, sha256Hex, type Result } from '#kernel';
import { isPermitted } from '../access/permit.ts';
import type { Resource } from '../access/permissions.ts';
import type { Job } from '../ports.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { notAllowed, notThere, type Desk } from '../world.ts';

/** What is asked of the workers. */
export type JobOrder = {
  readonly kind: string;
  readonly resource: Resource;
  /** Code of the place whose business it is. */
  readonly place: string;
  /** Plain JSON data; with the pack's hash and the program's version it settles every byte of the answer. */
  readonly request: unknown;
  readonly programVersion: string;
};

/** Records the job and hands it to the workers. What was worked out before for the same question is given at once. */
export async function submitJob({ world, actor }: Desk, order: JobOrder): Promise<Result<Job>> {
  const recorded = await world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const target = { resource: order.resource, place: order.place, owner: null, party: null };
    const { isBelow, head } = workspace.value;
    if (!isPermitted(actor, 'read', { target, isBelow })) return notThere<Job>(order.place);
    if (!isPermitted(actor, 'run', { target, isBelow })) {
      return notAllowed<Job>(`run a ${order.kind} for ${order.place}`, order.place);
    }
    const at = world.clock();
    const request = { packHash: head.hash, packVersion: head.version, ask: order.request };
    const { kind, programVersion } = order;
    const resultKey = sha256Hex(canonicalJson({ kind, packHash: head.hash, ask: order.request, programVersion }));
    const isKnown = (await session.results.names(resultKey)).length > 0;
    const job: Job = {
      id: world.makeId(),
      kind,
      state: isKnown ? 'done' : 'queued',
      step: '',
      shareDone: isKnown ? 1 : 0,
      standing: null,
      place: order.place,
      by: actor.id,
      submittedAt: at,
      startedAt: isKnown ? at : null,
      endedAt: isKnown ? at : null,
      request,
      resultKey,
      problems: [],
    };
    const { resource, place } = order;
    return session.jobs.add(job, {
      by: actor.id,
      at,
      action: 'run',
      resource,
      place,
      summary: `Work of the kind '${kind}' was asked for.`,
    });
  });
  if (recorded.ok && recorded.value.state === 'queued') await world.queue.announce(actor.tenant, recorded.value);
  return recorded;
}

/** Stops a job. One that has ended stays as it is. */
export async function cancelJob({ world, actor }: Desk, id: string): Promise<Result<Job>> {
  const moved = await world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const job = await session.jobs.get(id);
    if (job === null) return notThere<Job>(`job/${id}`);
    const target = { resource: 'job' as const, place: job.place, owner: job.by, party: null };
    const { isBelow } = workspace.value;
    if (!isPermitted(actor, 'read', { target, isBelow })) return notThere<Job>(`job/${id}`);
    if (!isPermitted(actor, 'cancel', { target, isBelow })) return notAllowed<Job>('stop this work', `job/${id}`);
    const at = world.clock();
    const stopped = await session.jobs.move(id, { state: 'cancelled', endedAt: at });
    if (stopped === null) return ok(job);
    const deed = { by: actor.id, at, place: job.place, summary: `Work of the kind '${job.kind}' was stopped.` };
    await session.audit.append({ ...deed, action: 'cancel', resource: 'job' }, `job/${id}`);
    return ok(stopped);
  });
  if (moved.ok && moved.value.state === 'cancelled') await world.queue.cancel(actor.tenant, id);
  return moved;
}
