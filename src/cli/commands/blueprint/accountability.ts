// `cadre blueprint accountability PACK`: who answers for what, and what is claimed twice or by nobody.
import { ok } from '#kernel';
import { accountabilityAnswer } from '#planning';
import type { BlueprintCommand } from './blueprint-command.ts';

export const accountabilityCommand: BlueprintCommand = {
  name: 'accountability',
  summary: 'who answers for what?',
  description:
    'Names the one body that answers for each requirement in each place, who does the work, who is asked and who is told; ' +
    'finds what is claimed twice or left out, and bodies that answer for more than their senior posts can.',
  examples: ['packs/hamlet', 'packs/england --place Y62 --json'],
  answer: (view) => ok(accountabilityAnswer(view)),
};
