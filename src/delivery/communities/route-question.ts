// To whom a question goes: those whose verified skill fits, the best first, with the reason in words.
import type { QuestionRecord } from './question-record.ts';

const LEVELS = ['awareness', 'working', 'practitioner', 'expert'] as const;
type Level = (typeof LEVELS)[number];

/** Somebody of the community who may be asked. */
export type Answerer = {
  readonly member: string;
  readonly skills: readonly {
    readonly skill: string;
    readonly level: Level;
    /** How far the evidence is still trusted, 0..1; fades with its age. */
    readonly trust: number;
    readonly isVerified: boolean;
  }[];
  readonly openQuestions: number;
};

export type Routing = QuestionRecord['routedTo'][number];

/** What one level short of the level asked for is worth. */
const ONE_LEVEL_SHORT = 0.5;

/** Score = fit of the level × trust in the evidence ÷ (1 + questions already open). Nobody is asked on a claim alone.
 *  @returns at most `most`, the best first; equal scores in the order of ids */
export function routeQuestion(
  question: Pick<QuestionRecord, 'skill' | 'level' | 'askedBy'>,
  answerers: readonly Answerer[],
  most: number,
): readonly Routing[] {
  return answerers
    .filter(({ member }) => member !== question.askedBy)
    .flatMap((answerer) => {
      const held = answerer.skills.find(({ skill, isVerified }) => skill === question.skill && isVerified);
      if (held === undefined) return [];
      const short = Math.max(0, LEVELS.indexOf(question.level) - LEVELS.indexOf(held.level));
      let fit = 1;
      for (let level = 0; level < short; level++) fit *= ONE_LEVEL_SHORT;
      const score = Math.round(((fit * held.trust) / (1 + answerer.openQuestions)) * 1e4) / 1e4;
      const level = short === 0 ? `at the level asked for` : `${short} below the level asked for`;
      const load = answerer.openQuestions === 0 ? 'no question open' : `${answerer.openQuestions} questions open`;
      const because = `${question.skill} verified as ${held.level}, ${level}; evidence trusted to ${held.trust}; ${load}`;
      return score > 0 ? [{ member: answerer.member, score, because }] : [];
    })
    .toSorted((one, other) => other.score - one.score || (one.member < other.member ? -1 : 1))
    .slice(0, most);
}
