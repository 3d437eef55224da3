// Caps of a plan in words: what each rule holds back, and what stays unmet where it gives way.
import type { BindingLimit, UnmetRule } from '#optimiser';
import { gainInWords, moneyGainInWords, type Weighing } from './weighing.ts';
import { fteInWords, peopleInWords, percentInWords, poundsInWords } from './words.ts';

type Rule = NonNullable<BindingLimit['rule']>;

/** What a rule is about, before the thing it is about. */
const NAMES: Readonly<Record<Rule, string>> = {
  'quarter-capacity': 'Starts in one quarter',
  'group-capacity': 'Placements of a group of places',
  pool: 'People there are to be had',
  vacancies: 'Posts that stand empty',
  leavers: 'People who would leave',
  'source-floor': 'People a profession can spare',
  ramp: 'Growth from year to year',
  supervision: 'Experienced people for trainees',
  'fund-budget': 'Fund',
  purse: 'Money for starts',
  'cost-step': 'Places at the lower cost',
  ambition: 'Ambition',
};

export function capName({ rule, where }: BindingLimit): string {
  return rule === null ? (where ?? '') : `${NAMES[rule]}: ${where ?? ''}`;
}

export function capSentence(limit: BindingLimit, weighing: Weighing): string {
  const gain = gainInWords(weighing, limit.priceGbp);
  switch (limit.rule) {
    case 'fund-budget':
    case 'purse':
      return `${capName(limit)} is spent to its ${poundsInWords(limit.limit)}; ${moneyGainInWords(weighing, limit.priceGbp)}.`;
    case 'supervision':
      return `${capName(limit)} give all of their ${fteInWords(limit.limit)} posts’ worth of time; one more would ${gain}.`;
    case 'ambition':
      return `${capName(limit)} holds the plan up; one post less would ${gain}.`;
    case 'quarter-capacity':
      return `${limit.where ?? ''} takes all of the ${peopleInWords(limit.limit)} that one quarter has room for; room for one more would ${gain}.`;
    default:
      return `${capName(limit)} is used to its ${peopleInWords(limit.limit)}; one more would ${gain}.`;
  }
}

/** @param where names the thing for people */
export function unmetSentence({ rule, allowed, found }: UnmetRule, where: string): string {
  if (rule === 'ambition') {
    return `The ambition '${where}' is not reached: the plan is ${fteInWords(found - allowed)} posts short of it.`;
  }
  if (rule === 'equity') {
    const beyond = allowed > 0 ? ` (${percentInWords(found / allowed - 1)} more)` : '';
    return `Equity: ${where} stays ${fteInWords(found)} posts short where ${fteInWords(allowed)} were to be the most${beyond}.`;
  }
  return `${NAMES[rule]}: ${where} comes to ${fteInWords(found)} where ${fteInWords(allowed)} were to be the most.`;
}
