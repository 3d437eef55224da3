// Writes an optimised plan down: the aim and the answer in words, and every figure behind them.
import { formatMonth, groupBy } from '#kernel';
import { shortageAfter, type PlanFigures, type PlanResult } from '#optimiser';
import { interventionsOf } from '../plan/interventions.ts';
import { outcomeOf } from '../plan/outcome.ts';
import { promiseSentence } from '../plan/promise.ts';
import { assumptionRow, registerWarnings } from '../plan/register-rows.ts';
import { fteInWords, listInWords, peopleInWords, percentInWords, poundsInWords } from '../plan/words.ts';
import type { Aim } from './aim.ts';
import type { OptimiseDocument } from './optimise-document.ts';
import { weighingOf, type Outcome, type Question } from './question.ts';
import type { Reasons } from './reasons.ts';

export type Answers = Outcome & {
  readonly reasons: Reasons;
  readonly risk: OptimiseDocument['risk'];
  readonly flexibility: OptimiseDocument['flexibility'];
  readonly nothing: PlanFigures;
  readonly figures: PlanFigures;
  /** How much cheaper the coarse question's best plan is than this one, as a share. */
  readonly coarseShare: number;
  /** Questions that the time limit left open, in words. */
  readonly notFound: readonly string[];
};

export function describeOptimised(question: Question, answers: Answers): OptimiseDocument {
  const { run, options, aim, plain, problem } = question;
  const { system } = run.pack;
  const { result, after } = answers;
  const planned = { system, resolved: run.resolved, problem, result };
  const starts = interventionsOf(planned).map(({ channel, role, band, place, startMonth, people, costGbp }) => ({
    channel,
    role,
    band,
    place,
    startMonth,
    people,
    costGbp,
  }));
  const isFar = result.status === 'stopped' && result.relativeGap > FAR_FROM_PROVEN;
  const { status, binding } = outcomeOf(system, isFar ? { ...result, binding: [] } : result, weighingOf(question));
  return {
    format: 'cadre-optimise/1',
    pack: { id: system.id, name: system.name, version: system.version, hash: run.pack.hash },
    scenario: { id: run.scenario.id, name: run.scenario.name },
    seed: options.seed,
    asOf: formatMonth(options.asOf),
    from: formatMonth(system.baseMonth),
    to: formatMonth(system.baseMonth + system.horizonMonths),
    aim: { ...aim, without: [...aim.without], sentence: aimSentence(question) },
    answer: answerSentence(answers),
    status,
    relativeGap: result.relativeGap,
    proof: proofSentence(result, options.relativeGap),
    nothing: rounded(answers.nothing),
    plan: rounded(answers.figures),
    promise: promiseSentence(plain, { ...result, shortageFte: shortageAfter(plain, result.starts) }, after),
    binding,
    starts,
    byChannel: byChannel(question, starts),
    frontier: frontierRows(question),
    reasons: roundedReasons(answers.reasons),
    risk: answers.risk,
    flexibility: answers.flexibility,
    counting: countingSentence(question, answers),
    warnings: registerWarnings(run.register.map((each) => assumptionRow(each, options.asOf))),
  };
}

function aimSentence({ aim, options, run }: Question): string {
  const parts = [
    aim.budget === null
      ? 'The plan of least cost, shortage priced as the pack does'
      : `The least shortage for at most ${poundsInWords(aim.budget.gbp)} spent on starts${aim.budget.per === 'year' ? ' in each year' : ''}`,
    ...(options.chosenPoint === null ? [] : [`point ${options.chosenPoint} of the frontier`]),
    ...(aim.targetShare === null ? [] : [`closing ${percentInWords(aim.targetShare)} of the last year’s shortage`]),
    ...riskPart(aim),
    ...(aim.without.length === 0 ? [] : [`without ${listInWords(aim.without.map((id) => nameOf(run, id)))}`]),
  ];
  return `${parts.join(', ')}.`;
}

function riskPart({ risk }: Aim): readonly string[] {
  if (risk === null) return [];
  return [
    `made for many futures, the worst ${percentInWords(risk.tailShare)} of them weighing ${percentInWords(risk.weight)}`,
  ];
}

function nameOf({ pack }: Question['run'], channel: string): string {
  return pack.system.channels.find(({ id }) => id === channel)?.name ?? channel;
}

/** A plan that may be so much dearer than the best, as a share, is not said to be proven anything. */
const MOST_TOLD = 0.99;

/** Prices of a search that was stopped so far from its end, as a share, are not the prices of its limits. */
const FAR_FROM_PROVEN = 0.05;

/** @param asked how near to the best the plan was to be proven to be, as a share */
function proofSentence({ status, relativeGap }: PlanResult, asked: number): string {
  if (relativeGap > MOST_TOLD) {
    return (
      'The search was stopped at its time limit before anything was proven of how near this plan is to the best, or of what ' +
      'its limits are worth; give it more time with --time-limit.'
    );
  }
  const end = status === 'optimal' ? 'The search came to its end' : 'The search was stopped at its time limit';
  const verdict = relativeGap <= asked ? '' : `, further than the ${percentInWords(asked)} that was asked`;
  return `${end}; it is proven that no plan within the limits can be more than ${percentInWords(relativeGap)} better${verdict}.`;
}

function answerSentence({ figures, nothing }: Answers): string {
  if (figures.people === 0) return 'Nobody is started: within the limits no start does what the aim asks.';
  return (
    `It starts ${peopleInWords(figures.people)} for ${poundsInWords(figures.spentGbp)}; their pay up to the end of the plan is ` +
    `${poundsInWords(figures.payGbp)} on top. The shortage of the last year falls from ${fteInWords(nothing.lastShortFte)} to ` +
    `${fteInWords(figures.lastShortFte)} posts, and that of the whole plan from ${fteInWords(nothing.shortFteYears)} to ` +
    `${fteInWords(figures.shortFteYears)} post-years, on the mean course.`
  );
}

function countingSentence({ problem, coarse }: Question, { coarseShare, notFound }: Answers): string {
  const open = notFound.length === 0 ? '' : ` Not found out within the time limit: ${listInWords(notFound)}.`;
  if (coarse === problem)
    return `Every question was asked of the whole problem, place by place, and answered in fractions of people.${open}`;
  // A bound of nothing is none: the coarse question was not answered in its time either.
  const below =
    coarseShare >= 1 ? '' : ` For this aim the bound lies ${percentInWords(coarseShare)} below the plan itself.`;
  return (
    `The frontier, the reasons and what stands in the way of a target are worked out with the ${problem.places.length} places ` +
    `counted as ${coarse.places.length}, those that respond alike as one, in fractions of people. So counted nothing that the places can do is ` +
    `lost: each figure is a bound that no plan can beat.${below}${open}`
  );
}

function byChannel({ run }: Question, starts: OptimiseDocument['starts']): OptimiseDocument['byChannel'] {
  return [...groupBy(starts, ({ channel }) => channel)]
    .map(([channel, group]) => ({
      channel,
      name: nameOf(run, channel),
      people: group.reduce((sum, { people }) => sum + people, 0),
      costGbp: group.reduce((sum, { costGbp }) => sum + costGbp, 0),
      firstStart: group.reduce((first, { startMonth }) => (startMonth < first ? startMonth : first), '9999-99'),
    }))
    .toSorted((one, other) => other.people - one.people || (one.channel < other.channel ? -1 : 1));
}

function frontierRows({ points, options }: Question): OptimiseDocument['frontier'] {
  if (points === null) return null;
  return {
    points: points.map(({ budgetGbp, figures }) => ({ budgetGbp: Math.round(budgetGbp), figures: rounded(figures) })),
    chosen: options.chosenPoint,
    note: 'Points are in fractions of people; the plan of a point, asked for by its number, is in whole people.',
  };
}

function rounded({ spentGbp, payGbp, shortFteYears, lastShortFte, people }: PlanFigures): PlanFigures {
  return {
    spentGbp: Math.round(spentGbp),
    payGbp: Math.round(payGbp),
    shortFteYears: hundredths(shortFteYears),
    lastShortFte: hundredths(lastShortFte),
    people: hundredths(people),
  };
}

function roundedReasons({ nextMoney, slips, without }: Reasons): OptimiseDocument['reasons'] {
  return {
    nextMoney: {
      ...nextMoney,
      fteYears: hundredths(nextMoney.fteYears),
      lastYearFte: hundredths(nextMoney.lastYearFte),
      parts: nextMoney.parts.map((part) => ({ ...part, spentGbp: Math.round(part.spentGbp) })),
    },
    slips: slips.map((slip) => ({ ...slip, fteYears: hundredths(slip.fteYears) })),
    without: without.map((lost) => ({
      ...lost,
      channels: [...lost.channels],
      fteYears: hundredths(lost.fteYears),
    })),
  };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
