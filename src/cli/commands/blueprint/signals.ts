// `cadre blueprint signals PACK`: the dated list of what is asked of each body.
import { ok } from '#kernel';
import { signalsAnswer } from '#planning';
import type { BlueprintCommand } from './blueprint-command.ts';

export const signalsCommand: BlueprintCommand = {
  name: 'signals',
  summary: 'what is asked of each body, and by when?',
  description:
    'Makes of the published version a dated list for each body: what begins, what is to be met, which departures lapse, and ' +
    'whether the body answers, does the work, is asked or is told. Without --place the page is an index, and each body ' +
    'has a page of its own in the folder signals beside it.',
  examples: ['packs/hamlet', 'packs/england --place Y62'],
  answer: (view) => ok(signalsAnswer(view)),
};
