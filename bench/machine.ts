// Says on what a benchmark ran: cores, model, memory and versions, and never a name or a path.
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { ENGINE_VERSION } from '#engine';

export type Machine = {
  readonly cores: number;
  readonly model: string;
  readonly memoryGb: number;
  /** Processes that wanted a core in the last minute before the run: above 0, others were at work too. */
  readonly loadBefore: number;
  readonly versions: Readonly<Record<string, string>>;
};

export function machineNow(): Machine {
  const versions = {
    node: process.versions.node,
    v8: process.versions.v8,
    engine: ENGINE_VERSION,
    gcc: versionOf('gcc', ['-dumpfullversion']),
    numpy: versionOf('python3', ['-c', 'import numpy; print(numpy.__version__)']),
    numba: versionOf('python3', ['-c', 'import numba; print(numba.__version__)']),
    r: versionOf('Rscript', ['-e', 'cat(R.version$major, R.version$minor, sep=".")']),
  };
  return {
    cores: availableParallelism(),
    model: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 1e9),
    loadBefore: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    versions,
  };
}

function versionOf(command: string, args: readonly string[]): string {
  const run = spawnSync(command, args, { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : 'absent';
}
