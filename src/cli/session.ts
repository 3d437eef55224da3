// One call of the program: the world it works in, and the exit code it will end with.
import type { Command } from 'commander';
import type { StopSignal } from '#planning';
import type { CliWorld } from './cli-world.ts';

export type Session = {
  readonly world: CliWorld;
  /** @param code see EXIT in problem-text.ts */
  readonly finish: (code: number) => void;
};

/** Adds one command to the program. */
export type AddCommand = (program: Command, session: Session) => void;

/** The end of every help text: what one would really type. */
export function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  $ ./cadre ${line}`)].join('\n');
}

/** A stop ends the whole process, so no work of a command is ever asked to stop by itself. */
export const neverAsked: StopSignal = { aborted: false };
