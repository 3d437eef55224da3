// Waits for the end of the process that started it, however it ends, and then takes its temporary database away.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const [folder = ''] = process.argv.slice(2);

process.stdin.resume();
process.stdin.on('end', async () => {
  const line = await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(line.split('\n')[0]);
  if (pid > 1) end(pid);
  // Its processes let go of the folder one by one.
  for (let round = 0; round < 20; round++) {
    await rm(folder, { recursive: true, force: true }).catch(() => null);
    await wait(50);
  }
});

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It has ended already.
  }
}
