// `cadre blueprint resolve PACK`: what applies, with which values, and who set each of them.
import { ok } from '#kernel';
import { resolveAnswer } from '#planning';
import type { BlueprintCommand } from './blueprint-command.ts';

export const resolveCommand: BlueprintCommand = {
  name: 'resolve',
  summary: 'what applies to me, and who says so?',
  description:
    'Lists every requirement that applies in a place with its values, the profile that set each of them, and the ' +
    'departures in force with their reasons.',
  examples: ['packs/hamlet --place WELL', 'packs/england --place QOP --as-of 2027-04'],
  answer: (view) => ok(resolveAnswer(view)),
};
