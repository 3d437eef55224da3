// The terms that skills and routes are reckoned by: entries of the register's form in a pack's skills/terms/, by id.
import { assert, fail, ok, type Problem, type Result } from '#kernel';
import type { Assumption } from '#workforce';
import type { CreditTerms } from './crosswalk/credit.ts';
import type { EvidenceRules, EvidenceTerms } from './evidence/evidence.ts';
import type { LearningTerms } from './routes/learning.ts';

export type SkillTerms = {
  readonly credit: CreditTerms;
  readonly learning: LearningTerms;
  readonly evidence: EvidenceRules;
  readonly routes: RouteTerms;
};

export type RouteTerms = {
  readonly viableCoverage: number;
  readonly mostSteps: number;
  readonly leastMonthsInPost: number;
};

/** Every id with its unit, its range and its meaning. */
export const SKILL_TERMS = [
  term('crosswalk.credit-subset', 'share', 'What holding a part of a skill counts towards the whole.'),
  term('crosswalk.credit-intersects', 'share', 'What holding a skill that shares a part counts.'),
  term('crosswalk.credit-related', 'share', 'What holding a skill counts that the framework itself calls related.'),
  term('crosswalk.credit-least', 'share', 'Chains of links worth less than this count for nothing.'),
  term('learning.hours-to-awareness', 'hours', 'Hours from nothing to awareness of a skill.'),
  term('learning.hours-to-working', 'hours', 'Hours from awareness to working level.'),
  term('learning.hours-to-practitioner', 'hours', 'Hours from working to practitioner level.'),
  term('learning.hours-to-expert', 'hours', 'Hours from practitioner to expert level.'),
  term('learning.hours-per-month', 'hours/month', 'Hours of study in a month beside the job.'),
  term('learning.cost-per-hour', 'GBP/hour', 'Courses, materials and mentors for an hour of study beside the job.'),
  term('routes.viable-coverage', 'share', 'Share of the learning hours one must bring for a move beside the job.'),
  term('routes.most-steps', 'bands', 'The most bands up or down in one move by learning.'),
  term('routes.months-in-post', 'months', 'The shortest time in one post before the next step.'),
  term('evidence.enough', 'share', 'Trust from which a level counts as held.'),
  ...kindTerms('self-assessment'),
  ...kindTerms('peer-review'),
  ...kindTerms('manager-review'),
  ...kindTerms('work-sample'),
  ...kindTerms('assessment'),
  ...kindTerms('certificate'),
] as const;

type SkillTerm = (typeof SKILL_TERMS)[number];

/** Reads the terms of a pack at their stated values.
 *  @param entries of a checked pack, whose terms are all there in their units and ranges, or none */
export function readTerms(entries: readonly Assumption[]): Result<SkillTerms> {
  if (entries.length === 0) return fail(NO_TERMS);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const value = (id: string): number => {
    const stated = byId.get(id)?.value;
    assert(stated?.kind === 'scalar', `term '${id}' of a checked pack is one number`);
    return stated.value;
  };
  const kind = (name: string): EvidenceTerms => ({
    confidence: value(`evidence.${name}-confidence`),
    halfLifeMonths: value(`evidence.${name}-half-life`),
  });
  return ok({
    credit: {
      subset: value('crosswalk.credit-subset'),
      intersects: value('crosswalk.credit-intersects'),
      related: value('crosswalk.credit-related'),
      least: value('crosswalk.credit-least'),
    },
    learning: {
      hoursFromBelow: {
        awareness: value('learning.hours-to-awareness'),
        working: value('learning.hours-to-working'),
        practitioner: value('learning.hours-to-practitioner'),
        expert: value('learning.hours-to-expert'),
      },
      hoursPerMonth: value('learning.hours-per-month'),
      costGbpPerHour: value('learning.cost-per-hour'),
    },
    evidence: {
      enough: value('evidence.enough'),
      kinds: {
        'self-assessment': kind('self-assessment'),
        'peer-review': kind('peer-review'),
        'manager-review': kind('manager-review'),
        'work-sample': kind('work-sample'),
        assessment: kind('assessment'),
        certificate: kind('certificate'),
      },
    },
    routes: {
      viableCoverage: value('routes.viable-coverage'),
      mostSteps: value('routes.most-steps'),
      leastMonthsInPost: value('routes.months-in-post'),
    },
  });
}

const NO_TERMS: Problem = {
  code: 'not-found',
  message: 'the pack has no terms of learning, crosswalks and evidence; routes and skills are reckoned by them',
  path: 'skills/terms/',
  hint: 'Add a file to skills/terms/; packs/hamlet has one with every term.',
};

/** What is wrong with a term that is there: its unit, or a value out of its range; null where nothing is. */
export function termFault({ id, unit, low, high }: SkillTerm, { unit: given, value }: Assumption): TermFault | null {
  if (given !== unit) {
    return {
      field: 'unit',
      code: 'wrong-unit',
      value: given,
      rule: `term '${id}' is read in ${unit}`,
      hint: `Write "unit: ${unit}" and the value in that unit.`,
    };
  }
  if (value.kind === 'scalar' && value.value >= low && value.value <= high) return null;
  return {
    field: 'value',
    code: 'out-of-range',
    value: value.kind === 'scalar' ? value.value : value.kind,
    rule: `term '${id}' is one number from ${low} to ${high}`,
    hint: `Write "value:" and a number from ${low} to ${high}.`,
  };
}

export type TermFault = {
  readonly field: string;
  readonly code: 'wrong-unit' | 'out-of-range';
  readonly value: unknown;
  /** Completes the sentence "FIELD is VALUE, but …". */
  readonly rule: string;
  readonly hint: string;
};

function term(id: string, unit: string, meaning: string) {
  const isShare = unit === 'share';
  return { id, unit, meaning, low: isShare || unit === 'GBP/hour' ? 0 : 1, high: isShare ? 1 : 10_000 };
}

function kindTerms(kind: string) {
  return [
    term(`evidence.${kind}-confidence`, 'share', `Trust in a level shown by ${kind}, when it is new.`),
    term(`evidence.${kind}-half-life`, 'months', `Months in which trust in ${kind} halves.`),
  ];
}
