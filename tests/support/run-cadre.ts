// Runs `./cadre` as a user would: a process of its own, in a folder of its own, without a terminal.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './tracked-files.ts';

export type Ending = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string };

export type RunOptions = {
  /** Working folder; the project's own where none is given. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The launcher to call; the project's own where none is given. */
  readonly program?: string;
  /** Told of the process as soon as it runs, to send it signals. */
  readonly onStart?: (child: ChildProcess) => void;
};

/** No test needs longer than this on a slow machine, milliseconds. */
const LONGEST_RUN_MILLISECONDS = 120_000;

export function runCadre(words: readonly string[], options: RunOptions = {}): Promise<Ending> {
  const { cwd = projectRoot, env = {}, program = join(projectRoot, 'cadre'), onStart } = options;
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, ...words], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_RUN_MILLISECONDS,
  });
  const chunks = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (chunks.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (chunks.stderr += text));
  child.on('spawn', () => onStart?.(child));
  return new Promise((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, ...chunks }));
  });
}

/** A fresh folder that is gone after the test. */
export function freshFolder(test: { readonly after: (end: () => void) => void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-test-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
