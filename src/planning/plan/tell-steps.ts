// The steps of a plan as sentences for whoever waits: each by its name, and beside the search how that stands.
import type { PlanStep, PlanWorld } from './plan-workforce.ts';
import { standingInWords } from './standing-words.ts';

/** @param tell hears the words, the step and how much of it is done, 0..1 */
export function tellSteps(
  stepNames: Readonly<Record<PlanStep, string>>,
  tell: (words: string, step: PlanStep, shareDone: number) => void,
): Required<Pick<PlanWorld, 'onProgress' | 'onStanding'>> {
  let searching = stepNames.optimise;
  let searched = 0;
  return {
    onProgress: (step, shareDone) => {
      if (step === 'optimise') searched = shareDone;
      tell(step === 'optimise' ? searching : stepNames[step], step, shareDone);
    },
    onStanding: (standing) => {
      searching = `${stepNames.optimise}: ${standingInWords(standing)}`;
      tell(searching, 'optimise', searched);
    },
  };
}
