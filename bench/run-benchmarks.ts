// Runs benchmarks by name, one after the other, and writes what each gave with the machine it ran on.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchOrder, BenchOutcome } from '#cli';
import { benchAuditChain } from './audit-chain.ts';
import type { Benchmark } from './benchmark.ts';
import { benchBlueprint } from './blueprint.ts';
import { benchCancelling } from './cancelling.ts';
import { benchGrowth } from './growth.ts';
import { benchLimits } from './limits.ts';
import { machineNow } from './machine.ts';
import { benchReadPack } from './read-pack.ts';
import { resultPage } from './result-page.ts';
import { benchRoutes } from './routes.ts';
import { benchService } from './service.ts';
import { benchSharedChance } from './shared-chance.ts';
import { benchSliders } from './sliders.ts';
import { benchStopping } from './stopping.ts';
import { benchThreads } from './threads.ts';
import { benchWfb1 } from './wfb1.ts';

const BENCHMARKS: ReadonlyMap<string, () => Promise<Benchmark>> = new Map([
  ['wfb1', benchWfb1],
  ['limits', benchLimits],
  ['growth', benchGrowth],
  ['threads', benchThreads],
  ['shared-chance', benchSharedChance],
  ['sliders', benchSliders],
  ['blueprint', benchBlueprint],
  ['read-pack', benchReadPack],
  ['routes', benchRoutes],
  ['audit-chain', benchAuditChain],
  ['service', benchService],
  ['stopping', benchStopping],
  ['cancelling', benchCancelling],
]);

/** Where nobody names a benchmark, all are run. */
export async function runBenchmarks(order: BenchOrder): Promise<BenchOutcome> {
  const unknown = order.names.find((name) => !BENCHMARKS.has(name));
  if (unknown !== undefined) return { kind: 'unknown', name: unknown, known: [...BENCHMARKS.keys()] };
  const names = order.names.length > 0 ? order.names : [...BENCHMARKS.keys()];
  const machine = machineNow();
  const benchmarks: Benchmark[] = [];
  for (const name of names) {
    order.onStart(name);
    const benchmark = await BENCHMARKS.get(name)?.();
    if (benchmark === undefined) continue;
    benchmarks.push(benchmark);
    if (order.outDirectory !== null) await writeResult(order.outDirectory, { benchmark, machine });
  }
  return { kind: 'done', isSound: benchmarks.every(({ isSound }) => isSound), results: { machine, benchmarks } };
}

type Result = { readonly benchmark: Benchmark; readonly machine: ReturnType<typeof machineNow> };

async function writeResult(directory: string, { benchmark, machine }: Result): Promise<void> {
  await mkdir(directory, { recursive: true });
  const { page, ...data } = benchmark;
  await writeFile(join(directory, `${benchmark.id}.json`), `${JSON.stringify({ machine, ...data }, null, 2)}\n`);
  await writeFile(join(directory, `${benchmark.id}.md`), resultPage(benchmark, machine));
  if (page !== undefined) await writeFile(join(directory, `${benchmark.id}.html`), page);
}
