// The worker's composition root: long work of every kind, for the queue of one database.
import { availableParallelism } from 'node:os';
import { ok, type Result } from '#kernel';
import { readPackTexts } from '#pack';
import { openWorker } from '#queue';
import { createChunkPool, createThreadSimulator } from '#workers';
import { openStore } from './open-store.ts';
import { createAcceptWork } from './accept-work.ts';
import { createBacktestWork } from './backtest-work.ts';
import { compareWork } from './comparison-work.ts';
import { createDeliveryWork } from './delivery-work.ts';
import { createRecalibrationWork } from './recalibration-work.ts';
import { createMovedWork } from './moved-work.ts';
import { createExplainWork } from './explain-work.ts';
import { cohortWork } from './cohort-work.ts';
import { hybridWork } from './hybrid-work.ts';
import { createPlacementWork } from './placement-work.ts';
import { readConfig } from './service-config.ts';
import { workbenchWork } from './workbench-work.ts';
import { clock, tellFault } from './surroundings.ts';
import { threadedWork } from './threaded-work.ts';

/** A worker that runs, and how to stop it. */
export type RunningWorker = { readonly threads: number; stop(): Promise<void> };

export async function work(environment: Readonly<Record<string, string | undefined>>): Promise<Result<RunningWorker>> {
  const config = readConfig(environment);
  if (!config.ok) return config;
  const opened = await openStore(config.value);
  if (!opened.ok) return opened;
  const { store, address, close } = opened.value;
  const threads = availableParallelism();
  const simulator = createThreadSimulator({ threads });
  const pool = createChunkPool();
  const worker = await openWorker({
    address,
    store,
    clock,
    readPackTexts,
    works: new Map([
      ['plan', threadedWork],
      ['accept', createAcceptWork({ store, clock })],
      ['delivery', createDeliveryWork(store)],
      ['recalibration', createRecalibrationWork(store)],
      ['moved', createMovedWork(store)],
      ['explain', createExplainWork(store)],
      ['comparison', compareWork],
      ['backtest', createBacktestWork(store)],
      ['optimise', threadedWork],
      ['cohorts', cohortWork],
      ['hybrid', hybridWork],
      ['placement', createPlacementWork(store)],
      ['workbench', workbenchWork],
    ]),
    onFault: tellFault,
    local: simulator,
    runChunk: pool.project,
    threads,
  });
  return ok({
    threads,
    async stop() {
      await worker.close();
      await simulator.close();
      await pool.close();
      await close();
    },
  });
}
