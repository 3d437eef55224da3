// Measures how soon a worker is free for the next job once one is stopped through the API, for each kind of long work.
import type { Benchmark } from './benchmark.ts';
import { atServedNation, pause, readJob, type JobSeen, type ServedNation } from './served-nation.ts';

type Moment = {
  readonly name: string;
  readonly path: string;
  /** @param seed another for each, so that no two are the same work */
  readonly body: (seed: number) => unknown;
  /** How its progress reads when it is stopped. */
  readonly step: string;
  readonly afterSeconds: number;
};

const SCENARIO = 'as-things-stand';
const plan = { path: '/jobs/plans', body: (seed: number) => ({ scenario: SCENARIO, samples: 64, seed }) };
const frontier = {
  path: '/jobs/optimisations',
  body: (seed: number) => ({ scenario: SCENARIO, aim: {}, frontierPoints: seed }),
};
const projection = { path: '/jobs/comparisons', body: () => ({ scenarios: [SCENARIO, 'high-funding'] }) };

const MOMENTS: readonly Moment[] = [
  { name: 'scenarios being projected', ...projection, step: 'Projecting', afterSeconds: 2 },
  { name: 'plan, projecting', ...plan, step: 'Projecting', afterSeconds: 2 },
  { name: 'plan, searching', ...plan, step: 'Finding', afterSeconds: 2 },
  { name: 'plan, replaying', ...plan, step: 'Replaying', afterSeconds: 2 },
  { name: 'frontier, projecting', ...frontier, step: 'Projecting', afterSeconds: 2 },
  { name: 'frontier, searching', ...frontier, step: 'Finding', afterSeconds: 2 },
];

/** Who watch in turn, so that each stays below the bound on one person's requests. */
const PEOPLE = 20;

export function benchCancelling(): Promise<Benchmark> {
  return atServedNation(PEOPLE, async (nation) => {
    const runs: { readonly moment: string; readonly seconds: number; readonly state: string }[] = [];
    let seed = 11;
    let current = await ask(nation, MOMENTS[0], seed);
    for (const [index, moment] of MOMENTS.entries()) {
      await reach(nation, current, moment);
      // What waits behind it begins as soon as the worker is free of it.
      seed += 1;
      const next = await ask(nation, MOMENTS[index + 1] ?? MOMENTS[0], seed);
      const asked = Date.now();
      await nation.post(`/jobs/${current.id}/cancel`, {});
      const begun = await whenBegun(nation, next);
      const { state } = readJob(await nation.get(`/jobs/${current.id}`));
      runs.push({ moment: moment.name, seconds: (begun - asked) / 1000, state });
      current = next;
    }
    await nation.post(`/jobs/${current.id}/cancel`, {});
    return {
      id: 'cancelling',
      title: 'From asking that work on the reference pack be stopped until the worker begins the next',
      isSound: runs.every(({ state }) => state === 'cancelled'),
      figures: runs.map(({ moment, seconds }) => ({ label: moment, value: seconds, unit: 's', goal: 'at most 2' })),
      runs,
    };
  });
}

async function ask(nation: ServedNation, moment: Moment | undefined, seed: number): Promise<JobSeen> {
  if (moment === undefined) throw new Error('there is no such moment');
  return readJob(await nation.post(moment.path, moment.body(seed)));
}

async function reach({ get }: ServedNation, { id }: JobSeen, { name, step, afterSeconds }: Moment): Promise<void> {
  for (;;) {
    const at = readJob(await get(`/jobs/${id}`));
    if (at.state === 'running' && at.step.startsWith(step)) break;
    if (at.state !== 'queued' && at.state !== 'running') throw new Error(`${name}: ended as ${at.state}`);
    await pause(100);
  }
  await pause(afterSeconds * 1000);
}

/** @returns milliseconds since 1970, on the clock of the machine that both share */
async function whenBegun({ get }: ServedNation, { id }: JobSeen): Promise<number> {
  for (;;) {
    const { startedAt } = readJob(await get(`/jobs/${id}`));
    if (startedAt !== null) return Date.parse(startedAt);
    await pause(50);
  }
}
