// The steps of a plan as sentences for whoever waits: each by its name, and beside the search how that stands.
import type { Standing } from '#optimiser';
import type { PlanStep, PlanWorld } from './plan-workforce.ts';
import { standingInWords } from './standing-words.ts';

/** Who hears of a plan's steps. */
export type StepListener = {
  /** @param shareDone of the step, 0..1 */
  readonly tell: (words: string, step: PlanStep, shareDone: number) => void;
  /** Hears how the search stands in figures too, beside the words. */
  readonly onStanding?: (standing: Standing) => void;
};

export function tellSteps(
  stepNames: Readonly<Record<PlanStep, string>>,
  { tell, onStanding }: StepListener,
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
      onStanding?.(standing);
      tell(searching, 'optimise', searched);
    },
  };
}
