// The workers beside the server: processes of their own, so that no job ever holds up a page.
import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type WorkerProcesses = { stop(): Promise<void> };

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
/** Pages come first where both want the same core. */
const NICENESS = 10;
const RESTART_MS = 2000;
/** What `cadre` bounds the server's young memory by; work makes more that is soon done with, and is faster with room. */
const SERVERS_OWN = '--max-semi-space-size';
/** A worker is given this long to hand back its work. */
const STOP_MS = 9000;

/** @param environment with the address of the database and nothing that only the server needs */
export function startWorkers(count: number, environment: Readonly<Record<string, string>>): WorkerProcesses {
  const children = new Set<ChildProcess>();
  let isStopping = false;
  const start = (): void => {
    const child = fork(CLI, ['worker'], {
      env: environment,
      execArgv: process.execArgv.filter((flag) => !flag.startsWith(SERVERS_OWN)),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.add(child);
    child.on('spawn', () => {
      if (child.pid !== undefined) setPriority(child.pid, NICENESS);
    });
    child.on('exit', () => {
      children.delete(child);
      if (!isStopping) void wait(RESTART_MS).then(() => (isStopping ? undefined : start()));
    });
  };
  for (let started = 0; started < count; started += 1) start();
  return {
    async stop() {
      isStopping = true;
      await Promise.all([...children].map(ended));
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exit;
  clearTimeout(timer);
}
