// What the commands need of the world; main/ hands it in.
import type { PackReader } from '#planning';
import type { Terminal } from './terminal.ts';

export type CliWorld = {
  readonly version: string;
  readonly terminal: Terminal;
  readonly readPack: PackReader;
};
