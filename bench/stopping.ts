// Measures how soon a nation's plan ends when it is stopped, step by step; a second is what is promised.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPack } from '#pack';
import type { Pack } from '#planning';
import type { Commission } from '#queue';
import { createThreadSimulator } from '#workers';
import { threadedWork } from '../src/main/service/threaded-work.ts';
import type { Benchmark } from './benchmark.ts';

/** Where a plan is stopped: as soon as its progress reads so, or some seconds later. */
const MOMENTS = [
  { name: 'resolving', step: 'Resolving', afterSeconds: 0 },
  { name: 'projecting', step: 'Projecting', afterSeconds: 0.5 },
  { name: 'beginning to search', step: 'Finding', afterSeconds: 0 },
  { name: 'searching', step: 'Finding', afterSeconds: 4 },
  // The first plan that is told of is the one whose people are being made whole.
  { name: 'making people whole', step: 'Finding the cheapest plan: £', afterSeconds: 0 },
  { name: 'replaying', step: 'Replaying', afterSeconds: 0.5 },
  { name: 'drawing up', step: 'Drawing', afterSeconds: 0 },
] as const;

export async function benchStopping(): Promise<Benchmark> {
  const pack = await readPack(fileURLToPath(new URL(join('..', 'packs', 'england'), import.meta.url)));
  if (!pack.ok) throw new Error('the England pack cannot be read');
  const simulator = createThreadSimulator({ threads: 2 });
  const runs: { readonly moment: string; readonly seconds: number; readonly isStopped: boolean }[] = [];
  for (const { name, step, afterSeconds } of MOMENTS) {
    const signal = { aborted: false };
    let stoppedAt = Number.NaN;
    const stop = (): void => {
      stoppedAt = performance.now();
      signal.aborted = true;
    };
    let isDue = false;
    const onProgress = (at: string): void => {
      if (isDue || !at.startsWith(step)) return;
      isDue = true;
      setTimeout(stop, afterSeconds * 1000);
    };
    const ending = await threadedWork(planOf(pack.value), { simulator, signal, onProgress });
    const seconds = (performance.now() - stoppedAt) / 1000;
    runs.push({ moment: name, seconds, isStopped: !ending.ok });
  }
  await simulator.close();
  return {
    id: 'stopping',
    title: 'A plan of the England pack, stopped at each of its steps',
    isSound: runs.every(({ isStopped }) => isStopped),
    figures: runs.map(({ moment, seconds }) => ({ label: moment, value: seconds, unit: 's', goal: 'at most 1' })),
    runs,
  };
}

function planOf(pack: Pack): Commission {
  const ask = { scenario: 'as-things-stand', mode: 'exact', seed: 1, samples: 64, asOf: '2026-11' };
  const startedAt = '2026-11-01T09:00:00.000Z';
  return {
    tenant: 'bench',
    pack,
    job: {
      id: 'bench',
      kind: 'plan',
      state: 'running',
      step: '',
      shareDone: 0,
      standing: null,
      place: pack.system.places[0]?.code ?? '',
      by: 'bench',
      submittedAt: startedAt,
      startedAt,
      endedAt: null,
      request: { packHash: pack.hash, packVersion: 1, ask },
      resultKey: 'bench',
      problems: [],
    },
  };
}
