// The command line's composition root: the adapters, put behind the ports that the commands ask for.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runCli, terminalOn } from '#cli';
import { newPack, readPack } from '#pack';

const packageFile = new URL('../../package.json', import.meta.url);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8')));
const template = fileURLToPath(new URL('../../packs/hamlet', import.meta.url));
const terminal = terminalOn(process);

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCli(process.argv.slice(2), {
  version,
  terminal,
  readPack,
  startPack: (directory) => newPack({ template, directory }),
});
