// Why this plan: what the next million buys, and what is lost where one of the first decisions slips by a year.
import { groupBy, monthInWords, ok, type Result } from '#kernel';
import {
  figuresOf,
  fractionalPlan,
  nextMoney,
  objectiveOf,
  withoutChannels,
  type PlanProblem,
  type PlannedStart,
  type SolvePart,
} from '#optimiser';
import type { HealthSystem } from '#workforce';
import { atPackPrice, type Weighing } from '../plan/weighing.ts';
import { fteInWords, listInWords, peopleInWords, poundsInWords } from '../plan/words.ts';

export type Reasons = {
  readonly nextMoney: {
    readonly spentGbp: number;
    readonly people: number;
    /** Shortage that it takes away, over the whole plan and in the last year. */
    readonly fteYears: number;
    readonly lastYearFte: number;
    readonly parts: readonly {
      readonly channel: string;
      readonly place: string;
      readonly people: number;
      readonly spentGbp: number;
    }[];
    readonly sentence: string;
  };
  readonly slips: readonly {
    readonly channel: string;
    /** People of the first twelve months who would wait. */
    readonly people: number;
    readonly costGbp: number;
    readonly fteYears: number;
    readonly sentence: string;
  }[];
  /** What the best plan without a channel costs and leaves unfilled beyond the best plan with it. */
  readonly without: readonly Lost[];
};

type Lost = {
  readonly channels: readonly string[];
  readonly costGbp: number;
  readonly fteYears: number;
  readonly sentence: string;
};

export type ReasonQuestion = {
  readonly system: HealthSystem;
  readonly problem: PlanProblem;
  /** The same question, small enough for many programmes. */
  readonly coarse: PlanProblem;
  readonly starts: readonly PlannedStart[];
  readonly solve: SolvePart;
  readonly weighing: Weighing;
  /** How many of the channels that start most people are left out in turn. */
  readonly leftOut: number;
  /** Channels that the aim leaves out, and the coarse question with them; null where it leaves out none. */
  readonly without: { readonly channels: readonly string[]; readonly coarse: PlanProblem } | null;
};

/** The sum whose use is asked about. */
const NEXT_GBP = 1_000_000;
const DECISIONS = 3;
const MONTHS_A_YEAR = 12;

export async function reasonsFor(question: ReasonQuestion): Promise<Result<Reasons>> {
  const { coarse, problem, starts, solve } = question;
  const decisions = firstDecisions(problem, starts);
  const largest = largestChannels(problem, starts).slice(0, question.leftOut);
  const asked = await Promise.all(
    [
      coarse,
      ...decisions.map(({ channel, month }) => withoutChannels(coarse, [channel], month + MONTHS_A_YEAR)),
      ...largest.map((channel) => withoutChannels(coarse, [channel], Infinity)),
      ...(question.without === null ? [] : [question.without.coarse]),
    ].map((each) => fractionalPlan(each, solve)),
  );
  const plans = [];
  for (const answer of asked) {
    if (!answer.ok) return answer;
    plans.push(answer.value?.starts ?? []);
  }
  const [base = [], ...others] = plans;
  const lost = others.map((plan) => lossOf(question, base, plan));
  return ok({
    nextMoney: nextMillion(question),
    slips: decisions.map((decision, index) => slipOf(question, decision, lost[index] ?? NOTHING_LOST)),
    without: [
      ...(question.without === null ? [] : [forgone(question, question.without.channels, lost.at(-1) ?? NOTHING_LOST)]),
      ...largest.map((channel, index) => leftOut(question, channel, lost[decisions.length + index] ?? NOTHING_LOST)),
    ],
  });
}

/** The reasons that need no further search. */
export function reasonsWithoutTime(question: ReasonQuestion): Reasons {
  return { nextMoney: nextMillion(question), slips: [], without: [] };
}

type Loss = { readonly costGbp: number; readonly fteYears: number };

const NOTHING_LOST: Loss = { costGbp: 0, fteYears: 0 };

/** How much more a plan costs and leaves unfilled than another, shortage at the pack's price. */
function lossOf(
  { coarse, weighing }: ReasonQuestion,
  base: readonly PlannedStart[],
  other: readonly PlannedStart[],
): Loss {
  const shortagePriceGbpPerFteYear = atPackPrice(weighing, coarse.shortagePriceGbpPerFteYear);
  const priced = { ...coarse, shortagePriceGbpPerFteYear };
  return {
    costGbp: objectiveOf(priced, other) - objectiveOf(priced, base),
    fteYears: figuresOf(coarse, other).shortFteYears - figuresOf(coarse, base).shortFteYears,
  };
}

/** `leaves 12 post-years more unfilled and costs £3m more`; where money is given, the post-years alone. */
function lossInWords({ weighing }: ReasonQuestion, { costGbp, fteYears }: Loss): string {
  const unfilled = `leaves ${fteInWords(Math.max(0, fteYears))} post-years more unfilled`;
  if (weighing.kind === 'shortage') return unfilled;
  return `${unfilled} and costs ${poundsInWords(Math.max(0, costGbp))} more, pay and the price of shortage included`;
}

function leftOut(question: ReasonQuestion, channel: string, loss: Loss): Lost {
  const sentence = `Without ${channelName(question.system, channel)} the best plan ${lossInWords(question, loss)}.`;
  return { channels: [channel], ...rounded(loss), sentence };
}

/** @param loss of the plan with the channels against the plan without, which is below 0 */
function forgone(question: ReasonQuestion, channels: readonly string[], loss: Loss): Lost {
  const without = { costGbp: -loss.costGbp, fteYears: -loss.fteYears };
  const names = listInWords(channels.map((channel) => channelName(question.system, channel)));
  const sentence = `To do without ${names}, as was asked, ${lossInWords(question, without)}.`;
  return { channels: [...channels], ...rounded(without), sentence };
}

function rounded({ costGbp, fteYears }: Loss): Loss {
  return { costGbp: Math.round(costGbp) + 0, fteYears };
}

function nextMillion({ system, problem, starts }: ReasonQuestion): Reasons['nextMoney'] {
  const next = nextMoney(problem, starts, NEXT_GBP);
  const before = figuresOf(problem, starts);
  const parts = [
    ...groupBy(next.starts, ({ place, option }) => `${place}:${problem.options[option]?.channel ?? 0}`).values(),
  ]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          channel: channelOf(problem, first),
          place: problem.places[first.place] ?? '',
          people: group.reduce((sum, { people }) => sum + people, 0),
          spentGbp: group.reduce((sum, { people, option }) => sum + people * costOf(problem, option), 0),
        },
      ];
    })
    .toSorted((one, other) => other.spentGbp - one.spentGbp);
  const told = {
    spentGbp: Math.round(next.spentGbp),
    people: parts.reduce((sum, { people }) => sum + people, 0),
    fteYears: before.shortFteYears - next.figures.shortFteYears,
    lastYearFte: before.lastShortFte - next.figures.lastShortFte,
    parts,
  };
  return { ...told, sentence: nextSentence(system, told) };
}

/** Share of a sum that, spent, counts as all of it: what is left is less than one start costs. */
const MOSTLY = 0.9;

const NAMED_PARTS = 3;

function nextSentence(system: HealthSystem, next: Omit<Reasons['nextMoney'], 'sentence'>): string {
  if (next.people === 0) {
    return `The next ${poundsInWords(NEXT_GBP)} would buy nothing: no channel has room for a start that still helps.`;
  }
  const named = next.parts
    .slice(0, NAMED_PARTS)
    .map(
      ({ channel, place, people }) =>
        `${peopleInWords(people)} through ${channelName(system, channel)} in ${placeName(system, place)}`,
    );
  const others = next.parts.length > NAMED_PARTS ? ' and others elsewhere' : '';
  const isSpent = next.spentGbp > MOSTLY * NEXT_GBP;
  const opening = isSpent
    ? `The next ${poundsInWords(NEXT_GBP)} for starts would start`
    : `Of the next ${poundsInWords(NEXT_GBP)} for starts ${poundsInWords(next.spentGbp)} finds a use beside the plan as it stands, and would start`;
  return (
    `${opening} ${peopleInWords(next.people)}: ${listInWords(named)}${others}. ` +
    `It would fill ${fteInWords(next.lastYearFte)} posts in the last year and ${fteInWords(next.fteYears)} post-years in all; their pay comes on top.`
  );
}

function slipOf(question: ReasonQuestion, { channel, month, people }: Decision, loss: Loss): Reasons['slips'][number] {
  const { system, weighing } = question;
  const [from, to] = [month, month + MONTHS_A_YEAR].map((each) => monthInWords(system.baseMonth + each));
  const means = weighing.kind === 'shortage' ? 'for the same money' : 'instead';
  const sentence =
    `If ${channelName(system, channel)} waits from ${from} to ${to}, the best that can be done ${means} ` +
    `${lossInWords(question, loss)}.`;
  return { channel, people, ...rounded(loss), sentence };
}

type Decision = { readonly channel: string; readonly month: number; readonly people: number };

/** Channels with most starts in the twelve months from the first start on, with the month of their own first one. */
function firstDecisions(problem: PlanProblem, starts: readonly PlannedStart[]): readonly Decision[] {
  const monthOf = ({ start }: PlannedStart): number => problem.startMonths[start] ?? 0;
  const first = Math.min(...starts.map(monthOf));
  const early = starts.filter((start) => monthOf(start) < first + MONTHS_A_YEAR);
  return [...groupBy(early, (start) => channelOf(problem, start))]
    .map(([channel, group]) => ({
      channel,
      month: Math.min(...group.map(monthOf)),
      people: group.reduce((sum, { people }) => sum + people, 0),
    }))
    .toSorted((one, other) => other.people - one.people || (one.channel < other.channel ? -1 : 1))
    .slice(0, DECISIONS);
}

function largestChannels(problem: PlanProblem, starts: readonly PlannedStart[]): readonly string[] {
  return [...groupBy(starts, (start) => channelOf(problem, start))]
    .map(([channel, group]) => ({ channel, people: group.reduce((sum, { people }) => sum + people, 0) }))
    .toSorted((one, other) => other.people - one.people || (one.channel < other.channel ? -1 : 1))
    .map(({ channel }) => channel);
}

function channelOf({ options, channels }: PlanProblem, { option }: PlannedStart): string {
  return channels[options[option]?.channel ?? 0]?.id ?? '';
}

function costOf({ options }: PlanProblem, option: number): number {
  return options[option]?.costGbpPerStart ?? 0;
}

function channelName(system: HealthSystem, id: string): string {
  return system.channels.find((channel) => channel.id === id)?.name ?? id;
}

function placeName(system: HealthSystem, code: string): string {
  return system.places.find((place) => place.code === code)?.name ?? code;
}
