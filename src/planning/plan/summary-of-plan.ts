// What the plan does, costs and asks first, in sentences.
import { financialYearInWords } from '#kernel';
import { TIERS } from '#workforce';
import { findSeries } from './figures.ts';
import { intervalInWords, monthNamed, nationIn, saysHowSure, type Told } from './told.ts';
import { chanceInWords, fteInWords, listInWords, peopleInWords, percentInWords, poundsInWords } from './words.ts';

/** Channels that a sentence names; the tables hold the rest. */
const NAMED_CHANNELS = 3;

export function planSentences(plan: Told): string[] {
  if (plan.interventions.length === 0) {
    return ['No start that can still take effect is cheaper than the shortage it would close.'];
  }
  return [channelSentence(plan), effectSentence(plan), costSentence(plan)];
}

/** Who starts most of whom in the first month of the plan, tier by tier. */
export function firstActSentence(plan: Told): string {
  const first = plan.interventions.map(({ startMonth }) => startMonth).toSorted()[0];
  if (first === undefined) return '';
  const acts = plan.interventions.filter(({ startMonth }) => startMonth === first);
  const named = TIERS.flatMap((tier) => {
    const ofTier = acts.filter(({ accountableTier }) => accountableTier === tier);
    const [largest] = totals(ofTier.map(({ channel, people }) => [channel, people]));
    return largest === undefined
      ? []
      : [
          actOfTier(
            plan,
            ofTier.filter(({ channel }) => channel === largest[0]),
            largest,
          ),
        ];
  });
  return `First to act, by ${monthNamed(first)}: ${named.join('; ')}.`;
}

type Interventions = Told['interventions'];

function actOfTier(plan: Told, acts: Interventions, [channel, people]: readonly [string, number]): string {
  const bodies = totals(acts.map((act) => [act.accountablePlace, act.people]));
  const [most] = bodies;
  const what = `${peopleInWords(people)} into ${channelName(plan, channel)}`;
  if (most === undefined) return what;
  const name = plan.places.find(({ code }) => code === most[0])?.name ?? most[0];
  return bodies.length === 1
    ? `${name} starts ${what}`
    : `${bodies.length} bodies of the ${acts[0]?.accountableTier ?? ''} tier start ${what}, ${name} the most of them (${Math.round(most[1])})`;
}

function channelSentence(plan: Told): string {
  const people = plan.interventions.reduce((sum, each) => sum + each.people, 0);
  const byChannel = totals(plan.interventions.map(({ channel, people: starts }) => [channel, starts]));
  const named = byChannel
    .slice(0, NAMED_CHANNELS)
    .map(([channel, starts]) => `${channelName(plan, channel)} (${peopleInWords(starts)})`);
  const years = Math.round((plan.months.length - 1) / 12);
  const through = byChannel.length > NAMED_CHANNELS ? 'most of them through' : 'through';
  const found = `The cheapest plan found starts ${peopleInWords(people)} over ${years} years, ${through} ${listInWords(named)}.`;
  return `${found} ${proofSentence(plan.plan)}`;
}

/** A plan that may be so much dearer than the cheapest, as a share, is not said to be proven anything. */
const MOST_TOLD = 0.99;

function proofSentence({ status, objectiveGbp, boundGbp }: Told['plan']): string {
  const end = status === 'stopped' ? 'The search was stopped at its time limit' : 'The search came to its end';
  const room = objectiveGbp <= 0 ? 0 : Math.max(0, objectiveGbp - boundGbp) / objectiveGbp;
  if (room > MOST_TOLD) return `${end} before anything was proven of how near this is to the cheapest.`;
  return `${end}: no plan within the limits can be more than ${percentInWords(room)} cheaper, pay and the price of shortage included.`;
}

function effectSentence(plan: Told): string {
  const last = plan.months.length - 1;
  const { code } = nationIn(plan);
  const before = findSeries(plan.series, { measure: 'shortageFte', place: code })?.mean[last] ?? 0;
  const after = findSeries(plan.seriesWithPlan, { measure: 'shortageFte', place: code });
  if (after === undefined) return '';
  const effect =
    `Replayed through the full model, it brings the shortage, counted role by role, from ${fteInWords(before)} down to ` +
    `${fteInWords(after.mean[last] ?? 0)} posts${intervalInWords(plan, after)}`;
  const closed = plan.chanceClosed.find(({ place }) => place === code);
  if (!saysHowSure(plan) || closed === undefined) return `${effect}.`;
  return (
    `${effect}; the chance that there are enough people in all, whatever their roles, is ` +
    `${chanceInWords(closed.after[last] ?? 0)}, against ${chanceInWords(closed.before[last] ?? 0)} without it.`
  );
}

function costSentence(plan: Told): string {
  const { costs, programmeCostGbp } = plan.plan;
  const firstYear = costs.reduce((year, cost) => Math.min(year, cost.year), Infinity);
  const firstYearGbp = costs.filter(({ year }) => year === firstYear).reduce((sum, { costGbp }) => sum + costGbp, 0);
  return (
    `It costs ${poundsInWords(programmeCostGbp)} to start these people, ${poundsInWords(firstYearGbp)} of it in the ` +
    `financial year ${financialYearInWords(firstYear)}; their pay in post is shown apart.`
  );
}

function channelName(plan: Told, channel: string): string {
  return plan.channels.find(({ id }) => id === channel)?.name ?? channel;
}

/** Sums by key, largest first, ties by key. */
function totals(pairs: readonly (readonly [string, number])[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const [key, value] of pairs) sums.set(key, (sums.get(key) ?? 0) + value);
  return [...sums].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
