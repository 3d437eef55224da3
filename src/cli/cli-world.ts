// What the commands need of the world; main/ hands it in.
import type { Result } from '#kernel';
import type { PackReader } from '#planning';
import type { Terminal } from './terminal.ts';

export type CliWorld = {
  readonly version: string;
  readonly terminal: Terminal;
  readonly readPack: PackReader;
  /** Copies the smallest pack into a fresh folder, named after it. */
  readonly startPack: (directory: string) => Promise<Result<{ readonly id: string; readonly name: string }>>;
};
