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
};

export type ReasonQuestion = {
  readonly system: HealthSystem;
  readonly problem: PlanProblem;
  /** The same question, small enough for many programmes. */
  readonly coarse: PlanProblem;
  readonly starts: readonly PlannedStart[];
  readonly solve: SolvePart;
};

/** The sum whose use is asked about. */
const NEXT_GBP = 1_000_000;
const DECISIONS = 3;
const MONTHS_A_YEAR = 12;

export async function reasonsFor(question: ReasonQuestion): Promise<Result<Reasons>> {
  const slips = await slipsOf(question);
  return slips.ok ? ok({ nextMoney: nextMillion(question), slips: slips.value }) : slips;
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
    : `Of the next ${poundsInWords(NEXT_GBP)} for starts only ${poundsInWords(next.spentGbp)} finds a use, and would start`;
  return (
    `${opening} ${peopleInWords(next.people)}: ${listInWords(named)}${others}. ` +
    `It would fill ${fteInWords(next.lastYearFte)} posts in the last year and ${fteInWords(next.fteYears)} post-years in all; their pay comes on top.`
  );
}

async function slipsOf({ system, coarse, problem, starts, solve }: ReasonQuestion): Promise<Result<Reasons['slips']>> {
  const decisions = firstDecisions(problem, starts);
  if (decisions.length === 0) return ok([]);
  const asked = await Promise.all([
    fractionalPlan(coarse, solve),
    ...decisions.map(({ channel, month }) =>
      fractionalPlan(withoutChannels(coarse, [channel], month + MONTHS_A_YEAR), solve),
    ),
  ]);
  const plans = [];
  for (const answer of asked) {
    if (!answer.ok) return answer;
    plans.push(answer.value?.starts ?? []);
  }
  const [base = [], ...late] = plans;
  return ok(
    decisions.map(({ channel, month, people }, index) => {
      const slipped = late[index] ?? [];
      const costGbp = objectiveOf(coarse, slipped) - objectiveOf(coarse, base);
      const fteYears = figuresOf(coarse, slipped).shortFteYears - figuresOf(coarse, base).shortFteYears;
      const [from, to] = [month, month + MONTHS_A_YEAR].map((each) => monthInWords(system.baseMonth + each));
      const sentence =
        `If ${channelName(system, channel)} waits from ${from} to ${to}, the best that can be done instead leaves ` +
        `${fteInWords(Math.max(0, fteYears))} post-years more unfilled and costs ${poundsInWords(Math.max(0, costGbp))} more, ` +
        'pay and the price of shortage included.';
      return { channel, people, costGbp: Math.round(costGbp), fteYears, sentence };
    }),
  );
}

/** Channels with most starts in the twelve months from the first start on, with the month of their own first one. */
function firstDecisions(problem: PlanProblem, starts: readonly PlannedStart[]) {
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
