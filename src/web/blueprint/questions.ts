// The questions that one asks of the blueprint in a place, and the use case that answers each.
import type { Result } from '#kernel';
import {
  accountabilityAnswer,
  checkAnswer,
  conformanceAnswer,
  investmentAnswer,
  resolveAnswer,
  signalsAnswer,
  skillsAnswer,
  type BlueprintPage,
  type BlueprintView,
} from '#planning';

/** A question that one asks of the blueprint in a place. */
export type BlueprintQuestion = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly answer: (view: BlueprintView, scenario: string) => Result<{ readonly page: BlueprintPage }>;
};

const sure = <T>(value: T): Result<T> => ({ ok: true, value });

export const QUESTIONS: readonly BlueprintQuestion[] = [
  {
    id: 'resolve',
    label: 'What holds here',
    hint: 'Each requirement with its values, and which profile set them',
    answer: (view) => sure(resolveAnswer(view)),
  },
  {
    id: 'accountability',
    label: 'Who answers',
    hint: 'The one accountable body of each requirement; overlaps, orphans and overstretched bodies',
    answer: (view) => sure(accountabilityAnswer(view)),
  },
  {
    id: 'signals',
    label: 'What is asked, by when',
    hint: 'The dated list of what each body is asked for',
    answer: (view) => sure(signalsAnswer(view)),
  },
  {
    id: 'skills',
    label: 'Skills at levels',
    hint: 'How many posts need each skill at each level, beside those in post',
    answer: skillsAnswer,
  },
  {
    id: 'conformance',
    label: 'How far we are',
    hint: 'Statements, evidence that expires, findings, risks, actions, maturity, and what falls due',
    answer: conformanceAnswer,
  },
  {
    id: 'investment',
    label: 'Money and standards',
    hint: 'Money without a standard, standards without money, double funding, spend on what is to be retired',
    answer: (view) => sure(investmentAnswer(view)),
  },
  {
    id: 'check',
    label: 'Worth a look',
    hint: 'Departures that lapse, what no longer fits together',
    answer: (view) => sure(checkAnswer(view)),
  },
];
