// Measures the check of an audit: seconds to walk a chain of 100,000 lines.
import { ok } from '#kernel';
import { checkChain, type Deed } from '#service';
import { createMemoryStore } from '#store';
import { type Benchmark, median, timed } from './benchmark.ts';

const LINES = 100_000;
const RUNS = 3;

const DEED: Deed = {
  by: 'member-1',
  at: '2026-11-22T20:02:48.123Z',
  action: 'change',
  resource: 'commitment',
  place: 'north',
  summary: 'A commitment was changed from twelve starts to fourteen.',
};

/** Walks the chain of the store in memory, where the check is all there is to wait for. */
export async function benchAuditChain(): Promise<Benchmark> {
  const { store } = createMemoryStore();
  await store.addTenant({ id: 'north', name: 'North' });
  await store.inTenant('north', async ({ audit }) => {
    for (let line = 1; line <= LINES; line++) await audit.append(DEED, `record/commitment/c-${line}`);
    return ok(null);
  });
  const seconds: number[] = [];
  const cpuSeconds: number[] = [];
  let isSound = true;
  for (let run = 0; run < RUNS; run++) {
    const check = await timed(() =>
      store.inTenant('north', async (session) => ok(await checkChain(session, 'north', []))),
    );
    seconds.push(check.seconds);
    cpuSeconds.push(check.cpuSeconds);
    isSound &&= check.result.ok && check.result.value.fault === null && check.result.value.head.sequence === LINES;
  }
  await store.close();
  return {
    id: 'audit-chain',
    title: `The chain of an audit of ${LINES.toLocaleString('en-GB')} lines checked`,
    isSound,
    figures: [
      { label: 'median of three', value: median(seconds), unit: 's', goal: 'at most 5' },
      { label: 'processor time, median of three', value: median(cpuSeconds), unit: 's', goal: null },
    ],
    runs: { seconds, cpuSeconds },
  };
}
