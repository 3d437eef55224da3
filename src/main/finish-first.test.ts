// A stop that comes while a folder is written waits for it; at any other moment it ends the process at once.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';

const script = (work: string): string => `
  import { finishFirst } from ${JSON.stringify(new URL('./finish-first.ts', import.meta.url).href)};
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  ${work}
`;

test('a stop during the work waits until it is done, and then ends the process by the same signal', async () => {
  const work = `
    await finishFirst(async () => { console.log('begun'); await wait(300); console.log('whole'); });
    await wait(5000);
    console.log('never');`;
  assert.deepEqual(await stoppedWhenBegun(work), { signal: 'SIGTERM', said: 'begun\nwhole\n' });
});

test('a stop after the work ends the process at once', async () => {
  const work = `
    await finishFirst(async () => undefined);
    console.log('begun');
    await wait(5000);
    console.log('never');`;
  assert.deepEqual(await stoppedWhenBegun(work), { signal: 'SIGTERM', said: 'begun\n' });
});

function stoppedWhenBegun(work: string): Promise<{ readonly signal: string | null; readonly said: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script(work)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (text.includes('begun')) child.kill('SIGTERM');
  });
  return new Promise((resolve) => {
    child.on('close', (_, signal) => resolve({ signal, said }));
  });
}
