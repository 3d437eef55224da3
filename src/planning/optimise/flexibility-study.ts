// What can wait: the worth of deciding starts from a year on only when it is known how things went.
import { formatMonth, monthInWords, ok, type Month, type Result } from '#kernel';
import { coarsenToOne, valueOfFlexibility, type NeedSamples, type PlanProblem, type SolvePart } from '#optimiser';
import type { HealthSystem } from '#workforce';
import { listInWords, peopleInWords, percentInWords, poundsInWords } from '../plan/words.ts';
import type { OptimiseDocument } from './optimise-document.ts';
import { sumByGroup } from './sum-by-group.ts';

export type FlexibilityQuestion = {
  readonly system: HealthSystem;
  readonly problem: PlanProblem;
  readonly samples: NeedSamples;
  /** First month of starts that may wait. */
  readonly from: Month;
  readonly solve: SolvePart;
};

/** Asked of the nation as one place, since each future is a copy of the whole programme. */
export async function studyFlexibility(
  question: FlexibilityQuestion,
): Promise<Result<OptimiseDocument['flexibility']>> {
  const { system, problem, samples, from, solve } = question;
  const { problem: coarse, groupOfPlace } = coarsenToOne(problem);
  const needs = sumByGroup(problem, samples, groupOfPlace);
  const asked = await valueOfFlexibility(coarse, needs, { fromMonth: from - system.baseMonth, solve });
  if (!asked.ok) return asked;
  const { fixedGbp, flexibleGbp } = asked.value;
  const early = asked.value.early
    .map(({ channel, fixedPeople, flexiblePeople }) => ({
      channel,
      fixedPeople: Math.round(fixedPeople),
      flexiblePeople: Math.round(flexiblePeople),
    }))
    .filter(({ fixedPeople, flexiblePeople }) => fixedPeople + flexiblePeople > 0);
  return ok({
    from: formatMonth(from),
    fixedGbp: Math.round(fixedGbp),
    flexibleGbp: Math.round(flexibleGbp),
    early,
    sentence: flexibilitySentence(question, { fixedGbp, flexibleGbp, early }),
  });
}

type Found = {
  readonly fixedGbp: number;
  readonly flexibleGbp: number;
  readonly early: readonly {
    readonly channel: string;
    readonly fixedPeople: number;
    readonly flexiblePeople: number;
  }[];
};

function flexibilitySentence({ system, from }: FlexibilityQuestion, { fixedGbp, flexibleGbp, early }: Found): string {
  const worth = Math.max(0, fixedGbp - flexibleGbp);
  const waits = early
    .map(({ channel, fixedPeople, flexiblePeople }) => ({ channel, people: fixedPeople - flexiblePeople }))
    .filter(({ people }) => people >= 1)
    .toSorted((one, other) => other.people - one.people);
  const name = (id: string): string => system.channels.find((channel) => channel.id === id)?.name ?? id;
  const waiting =
    waits.length === 0
      ? `Nothing that starts before then gains by waiting.`
      : `What can wait until then: ${listInWords(waits.map(({ channel, people }) => `${peopleInWords(people)} of ${name(channel)}`))}.`;
  return (
    `To decide what starts from ${monthInWords(from)} on only when it is known how things went is worth ` +
    `${poundsInWords(worth)}, ${percentInWords(worth / Math.max(fixedGbp, 1))} of what the plan of least cost comes to with its shortage. ${waiting}`
  );
}
