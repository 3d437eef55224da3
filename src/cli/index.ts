// The door of cli/: the commands, and what they need to be handed.
export { runCli } from './program.ts';
export { terminalOn, type Terminal } from './terminal.ts';
export type { CliWorld } from './cli-world.ts';
