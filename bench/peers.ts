// The peers of WFB-1: the same model in C, numpy, numba and R, run where the reference programs and their runtimes are.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One run of 100 draws by a peer. */
export type PeerRun = { readonly seconds: number; readonly mean120: number; readonly sd120: number };

export type Peer = {
  readonly id: 'c' | 'numpy' | 'numba' | 'r';
  readonly name: string;
  /** @returns one run; null where the peer cannot be run */
  readonly run: () => PeerRun | null;
};

/** @returns the peers that answered, and what ends them */
export function openPeers(): { readonly peers: readonly Peer[]; readonly close: () => void } {
  const shared = process.env['CADRE_SHARED'];
  const folder = shared === undefined ? null : join(shared, 'bench');
  if (folder === null || !existsSync(folder)) return { peers: [], close: () => undefined };
  const built = mkdtempSync(join(tmpdir(), 'cadre-bench-'));
  const program = join(built, 'wfb1');
  const compiled = spawnSync('gcc', ['-O3', '-march=native', '-o', program, join(folder, 'wfb1.c'), '-lm']);
  const runIn = (command: string, args: readonly string[]) => (): PeerRun | null => readRun(folder, command, args);
  const all: readonly Peer[] = [
    ...(compiled.status === 0
      ? [{ id: 'c', name: 'C, gcc -O3 -march=native', run: runIn(program, ['100', '1']) } as const]
      : []),
    { id: 'numpy', name: 'numpy', run: runIn('python3', ['bench_numpy.py', '1', '1']) },
    { id: 'numba', name: 'numba', run: runIn('python3', ['bench_numba.py']) },
    { id: 'r', name: 'R', run: runIn('Rscript', ['bench_r.R', '100', '1']) },
  ];
  // The first run of each tells whether it can run at all, and warms it.
  const peers = all.filter((peer) => peer.run() !== null);
  return { peers, close: () => rmSync(built, { recursive: true, force: true }) };
}

function readRun(cwd: string, command: string, args: readonly string[]): PeerRun | null {
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  const run = spawnSync(command, args, { cwd, encoding: 'utf8', env });
  if (run.status !== 0) return null;
  const answer: unknown = JSON.parse(run.stdout);
  if (typeof answer !== 'object' || answer === null) return null;
  const { median, t, mean120, sd120 } = { median: Number.NaN, t: Number.NaN, mean120: 0, sd120: 0, ...answer };
  const seconds = Number.isFinite(median) ? median : t;
  return Number.isFinite(seconds) ? { seconds, mean120, sd120 } : null;
}
