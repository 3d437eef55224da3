// The command line's composition root: the adapters, put behind the ports that the commands ask for.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runCli, terminalOn } from '#cli';
import { newPack, readPack, readWholePack } from '#pack';
import { createHighsSolver } from '#solver';
import { createThreadSimulator } from '#workers';
import { backtestFile } from './backtest-file.ts';
import { badgeDesk } from './badge-files.ts';
import { calibrateFiles } from './calibrate-files.ts';
import { readRecords, saveRenewed } from './delivery-files.ts';
import { fewHidden } from './few-hidden.ts';
import { finishFirst } from './finish-first.ts';
import { importFramework, readFramework } from './import-framework.ts';
import { importNhsTurnover } from './import-nhs-turnover.ts';
import { importOscal } from './import-oscal.ts';
import { readJson, saveJson } from './json-files.ts';
import { savePagePdf, savePages } from './page-file.ts';
import { optimisedFolder } from './optimised-folder.ts';
import { planFolder } from './plan-folder.ts';
import { readDesignFile, saveCase, saveProposals } from './skill-files.ts';
import { sensitivityFolder } from './sensitivity-folder.ts';

const packageFile = new URL('../../package.json', import.meta.url);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8')));
const smallest = fileURLToPath(new URL('../../packs/hamlet', import.meta.url));
const now = new Date();
const thisMonth = (now.getUTCFullYear() - 2000) * 12 + now.getUTCMonth();
const terminal = terminalOn(process);

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await runCli(process.argv.slice(2), {
    version,
    thisMonth,
    threads: availableParallelism(),
    terminal,
    readPack,
    readWholePack,
    createSimulator: createThreadSimulator,
    solver: createHighsSolver(),
    planFolder,
    sensitivityFolder,
    savePages: (answer, file) => finishFirst(() => savePages(answer, file)),
    savePdf: (page, file) => finishFirst(() => savePagePdf(page, file)),
    readSmallestPack: () => readPack(smallest),
    runBenchmarks: async (order) => (await import('../../bench/run-benchmarks.ts')).runBenchmarks(order),
    startPack: (directory) => finishFirst(() => newPack({ template: smallest, directory })),
    importOscal,
    optimisedFolder,
    backtestFile,
    calibrateFiles: (order) => calibrateFiles(order, thisMonth),
    readRecords,
    saveRenewed,
    importNhsTurnover,
    readFramework,
    importFramework,
    protect: fewHidden,
    saveCase,
    saveProposals,
    badges: badgeDesk(() => new Date().toISOString()),
    readJson,
    saveJson,
    readDesign: readDesignFile,
    backUp: async (file) => (await import('./service/backup-files.ts')).backUpFile(file),
    restore: async (file) => (await import('./service/backup-files.ts')).restoreFile(file),
    work: async () => (await import('./service/worker-command.ts')).workerCommand(),
    serve: async (order) => (await import('./service/serve-command.ts')).serveCommand(order, version),
  });
} catch (error) {
  // A broken assertion or another fault of ours: told with its place, so that it can be mended.
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.tell(`Cadre ${version} broke down. This is a fault of Cadre and not of the pack.\n${fault}`);
  terminal.tell('Next: report it with the command and the pack, or the hash that `./cadre check` prints.');
  process.exitCode = 1;
}
