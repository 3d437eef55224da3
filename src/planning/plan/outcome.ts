// How the plan came out: which limits hold it back, and which rules give way.
import { monthInWords } from '#kernel';
import type { Problem } from '#kernel';
import type { BindingLimit, PlanResult, UnmetRule } from '#optimiser';
import type { HealthSystem } from '#workforce';
import type { PlanDocument } from './plan-document.ts';
import { capName, capSentence, unmetSentence } from './cap-words.ts';
import { atPackPrice, gainInWords, moneyGainInWords, type Weighing } from './weighing.ts';
import { listInWords, peopleInWords, poundsInWords } from './words.ts';

/** Limits that are worth a sentence; the rest follow from the data. */
const NAMED_LIMITS = 12;

/** How the plan came out, apart from what its interventions say themselves. */
export type Outcome = Pick<PlanDocument['plan'], 'status' | 'objectiveGbp' | 'boundGbp' | 'binding'>;

export function outcomeOf(system: HealthSystem, result: PlanResult, weighing: Weighing): Outcome {
  return {
    status: result.starts.length === 0 ? 'not-needed' : result.status,
    objectiveGbp: Math.round(result.objectiveGbp),
    boundGbp: Math.round(result.boundGbp),
    binding: result.binding.slice(0, NAMED_LIMITS).map((limit) => ({
      name: limitName(system, limit),
      sentence: limitSentence(system, limit, weighing),
      priceGbp: Math.round(atPackPrice(weighing, limit.priceGbp) * 100) / 100,
    })),
  };
}

/** A warning for each rule that gives way at a price and does, no more of them than are read. */
export function unmetWarnings(system: HealthSystem, { unmet }: PlanResult): readonly Problem[] {
  return unmet.slice(0, NAMED_LIMITS).map((each, index) => {
    const others = unmet.length - NAMED_LIMITS;
    const more = index === NAMED_LIMITS - 1 && others > 0 ? ` ${others} more give way likewise.` : '';
    return {
      code: 'infeasible',
      message: unmetSentence(each, unmetThing(system, each)) + more,
      path: 'planning-rules.yaml',
      hint: 'Give the channels more room or money, weigh the rule more, or ask for less.',
    };
  });
}

function unmetThing(system: HealthSystem, { where, floor }: UnmetRule): string {
  if (floor === null) return where;
  const name = system.places.find(({ code }) => code === floor.place)?.name ?? floor.place;
  return `${name} in the year from ${monthInWords(system.baseMonth + floor.period * 12)}`;
}

function limitName(system: HealthSystem, limit: BindingLimit): string {
  if (limit.kind === 'cap') return capName(limit);
  const what = limit.kind === 'budget' ? `budget of the ${limit.tier} tier` : channelName(system, limit);
  return listInWords([
    [what, limit.place === null ? '' : placeName(system, limit)].filter((part) => part !== '').join(', '),
  ]);
}

function limitSentence(system: HealthSystem, limit: BindingLimit, weighing: Weighing): string {
  if (limit.kind === 'cap') return capSentence(limit, weighing);
  const from = monthInWords(system.baseMonth + (limit.year ?? 0) * 12);
  if (limit.kind === 'budget') {
    return `In the year from ${from} the ${limit.tier} tier spends all of its ${poundsInWords(limit.limit)}; ${moneyGainInWords(weighing, limit.priceGbp)}.`;
  }
  const where = limit.place === null ? '' : ` in ${placeName(system, limit)}`;
  return `In the year from ${from} ${channelName(system, limit)}${where} takes all of its ${peopleInWords(limit.limit)}; room for one more would ${gainInWords(weighing, limit.priceGbp)}.`;
}

function channelName(system: HealthSystem, { channel }: BindingLimit): string {
  return system.channels.find(({ id }) => id === channel)?.name ?? channel ?? '';
}

function placeName(system: HealthSystem, { place }: BindingLimit): string {
  return system.places.find(({ code }) => code === place)?.name ?? place ?? '';
}
