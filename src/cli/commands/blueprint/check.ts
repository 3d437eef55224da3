// `cadre blueprint check PACK`: whether the blueprint holds together, and what is worth a look.
import { ok } from '#kernel';
import { checkAnswer } from '#planning';
import type { BlueprintCommand } from './blueprint-command.ts';

export const checkCommand: BlueprintCommand = {
  name: 'check',
  summary: 'does the blueprint hold together?',
  description:
    'Resolves the blueprint for every place and says whether all locks are kept, whether somebody answers for everything, ' +
    'and what is worth a look: lapsed departures, requirements that apply nowhere or name no standard.',
  examples: ['packs/england', 'packs/hamlet --json'],
  answer: (view) => ok(checkAnswer(view)),
};
