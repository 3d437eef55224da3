// `cadre blueprint diff PACK --against VERSION`: what another version would change, before it is adopted.
import { diffAnswer } from '#planning';
import type { BlueprintCommand } from './blueprint-command.ts';

export const diffCommand: BlueprintCommand = {
  name: 'diff',
  summary: 'what would another version change for me?',
  description:
    'Sets a version of blueprint/versions/ against the one in force: what changes for each place, what meets its ' +
    'tailoring, and what it does to its demand for people and their pay, with the range that is likely.',
  examples: [
    'packs/hamlet --against 2.0.0',
    'packs/hamlet --against 2.0.0 --place WELL',
    'packs/hamlet --against 2.0.0 --at 2029-04 2031-04',
  ],
  answer: (view, { against, scenario, at }) => diffAnswer(view, { version: against ?? '', scenario, at: at ?? [] }),
};
