// Runs one job to its end: records its start, its steps and what came of it, and hears of being stopped.
import { fail, ok, type Problem, type Result } from '#kernel';
import { publishPack, type Pack, type Simulator, type StopSignal } from '#planning';
import type { Clock, Job, JobStanding, PackTextReader, Store, StoreSession } from '#service';
import { z } from 'zod';
import { STOPPED, type JobWorks } from './job-work.ts';

/** What a worker needs of the world. */
export type WorkerWorld = {
  readonly store: Store;
  readonly clock: Clock;
  readonly readPackTexts: PackTextReader;
  readonly works: JobWorks;
  readonly simulatorFor: (name: JobName) => Simulator;
  /** Told of faults of ours, with no data of anybody's. */
  readonly onFault: (fault: unknown) => void;
};

/** A job, and whose it is. */
export type JobName = { readonly tenant: string; readonly id: string };

/** How often a running job is written down and looked at, milliseconds: half of the time in which a stop is heard. */
const TICK_MS = 500;

const requestSchema = z.object({ packVersion: z.number().int(), ask: z.unknown() });

/** @param stopping set when the worker itself is to end: the job then stays as it is, for another worker
 *  @returns whether the job came to its end here */
export async function runJob(world: WorkerWorld, name: JobName, stopping: StopSignal): Promise<boolean> {
  const { tenant, id } = name;
  const begun = await begin(world, tenant, id);
  if (!begun.ok) throw new Error(begun.problems[0]?.message ?? 'the job could not begin');
  if (begun.value === null) return true;
  const { job } = begun.value;
  const watch = watchJob(world, { tenant, job, stopping });
  const done = await doWork(world, { tenant, begun: begun.value }, watch);
  await watch.end();
  if (stopping.aborted && !done.ok) return false;
  await finish(world, { tenant, job }, done);
  return true;
}

type Begun = { readonly job: Job; readonly files: Awaited<ReturnType<StoreSession['pack']['files']>> | null };

/** @returns null where the job has ended already, or was never recorded */
async function begin(world: WorkerWorld, tenant: string, id: string): Promise<Result<Begun | null>> {
  return world.store.inTenant(tenant, async (session) => {
    const known = await session.jobs.get(id);
    if (known === null) return ok(null);
    const job = await session.jobs.move(id, { state: 'running', startedAt: known.startedAt ?? world.clock() });
    return ok(job === null ? null : { job, files: await filesOf(session, job) });
  });
}

/** The files of the version that the job was asked for, which may not be the newest any more. */
async function filesOf(session: StoreSession, job: Job): Promise<Begun['files']> {
  const request = requestSchema.safeParse(job.request);
  return request.success ? session.pack.files(request.data.packVersion) : null;
}

/** Reads the pack as it may be published. That takes seconds, so no transaction is open meanwhile: whoever stops the job
 *  would wait for it. */
async function packOf(read: PackTextReader, { job, files }: Begun): Promise<Result<Pack>> {
  if (files === null) return fail(unreadable(job));
  const reading = await read(new Map([...files].map(([path, { text }]) => [path, text])));
  return reading.ok ? ok(publishPack(reading.value)) : reading;
}

function unreadable({ kind }: Job): Problem {
  return {
    code: 'schema',
    message: `The request of this ${kind} does not name the version of the pack that it is about.`,
    path: 'request.packVersion',
    hint: 'Ask for it again.',
  };
}

type Watch = {
  readonly onProgress: (step: string, shareDone: number) => void;
  readonly onStanding: (standing: JobStanding) => void;
  readonly signal: StopSignal;
  end(): Promise<void>;
};

type Watched = { readonly tenant: string; readonly job: Job; readonly stopping: StopSignal };

/** Writes the step down twice a second, and hears in the same breath whether the job was stopped meanwhile. */
function watchJob({ store }: WorkerWorld, { tenant, job, stopping }: Watched): Watch {
  let latest: Pick<Job, 'step' | 'shareDone' | 'standing'> = job;
  let isCancelled = false;
  let turn: Promise<unknown> = Promise.resolve();
  let isTurnOver = true;
  const tick = async (): Promise<void> => {
    const moved = await store.inTenant(tenant, async ({ jobs }) => {
      const { step, shareDone, standing } = latest;
      return ok(await jobs.move(job.id, { step, shareDone, standing }));
    });
    // A store that does not answer for a moment is no reason to stop; the end of the job asks it again.
    if (moved.ok && moved.value === null) isCancelled = true;
    isTurnOver = true;
  };
  const timer = setInterval(() => {
    if (!isTurnOver) return;
    isTurnOver = false;
    turn = tick().catch(() => {
      isTurnOver = true;
    });
  }, TICK_MS);
  return {
    onProgress: (step, shareDone) => {
      latest = { ...latest, step, shareDone };
    },
    onStanding: (standing) => {
      latest = { ...latest, standing };
    },
    signal: {
      get aborted() {
        return isCancelled || stopping.aborted;
      },
    },
    async end() {
      clearInterval(timer);
      await turn;
    },
  };
}

async function doWork(
  world: WorkerWorld,
  { tenant, begun }: { readonly tenant: string; readonly begun: Begun },
  { onProgress, onStanding, signal }: Watch,
): Promise<Result<ReadonlyMap<string, string>>> {
  const { job } = begun;
  const work = world.works.get(job.kind);
  if (work === undefined) return fail(unknownKind(job, [...world.works.keys()]));
  try {
    const pack = await packOf(world.readPackTexts, begun);
    if (!pack.ok) return pack;
    const simulator = world.simulatorFor({ tenant, id: job.id });
    const done = await work({ tenant, job, pack: pack.value }, { onProgress, onStanding, signal, simulator });
    return signal.aborted ? fail(STOPPED) : done;
  } catch (error) {
    world.onFault(error);
    return fail(FAULT);
  }
}

/** Results and end in one transaction: nobody sees a finished job without its results. */
async function finish(
  { store, clock }: WorkerWorld,
  { tenant, job }: { readonly tenant: string; readonly job: Job },
  done: Result<ReadonlyMap<string, string>>,
): Promise<void> {
  const endedAt = clock();
  const kept = await store.inTenant(tenant, async ({ jobs, results }) => {
    if (!done.ok) {
      await jobs.move(job.id, { state: 'failed', endedAt, problems: done.problems });
      return ok(null);
    }
    const moved = await jobs.move(job.id, { state: 'done', shareDone: 1, endedAt });
    if (moved !== null) await results.keep(job.resultKey, done.value);
    return ok(null);
  });
  if (!kept.ok) throw new Error(kept.problems[0]?.message ?? 'the end of the job could not be kept');
}

function unknownKind({ kind }: Job, known: readonly string[]): Problem {
  return {
    code: 'unknown-reference',
    message: `Work of the kind '${kind}' is not done here.`,
    path: 'job.kind',
    hint: `Ask for one of: ${known.join(', ')}.`,
  };
}

const FAULT: Problem = {
  code: 'stopped',
  message: 'The work broke down, and the fault is ours.',
  path: 'job',
  hint: 'Ask for it again; if it breaks down again, tell your administrator the number of the job.',
};
