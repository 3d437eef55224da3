// Role levels and rules that the tests of routes are made of.
import fc from 'fast-check';
import { SKILL_LEVELS } from '#workforce';
import {
  coverageMeasure,
  type LearningTerms,
  type LevelNeed,
  NO_CREDIT,
  type Programme,
  type RoleLevel,
  type RouteRules,
} from '../index.ts';

export const learning: LearningTerms = {
  hoursFromBelow: { awareness: 10, working: 50, practitioner: 150, expert: 300 },
  hoursPerMonth: 16,
  costGbpPerHour: 5,
};
export const needs: fc.Arbitrary<readonly LevelNeed[]> = fc.uniqueArray(
  fc.record({
    skill: fc.integer({ min: 0, max: 4 }).map((number) => `f/s${number}`),
    level: fc.constantFrom(...SKILL_LEVELS),
  }),
  { selector: ({ skill }) => skill, maxLength: 4 },
);

export const level = (id: string, over: Partial<RoleLevel> = {}): RoleLevel => ({
  id,
  name: id,
  role: id,
  rank: 1,
  payStep: null,
  payGbpPerYear: null,
  needs: [],
  professions: ['digital'],
  registrations: [],
  ...over,
});

export const rulesWith = (over: Partial<RouteRules> = {}): RouteRules => ({
  credit: NO_CREDIT,
  learning,
  measure: coverageMeasure(0.3, 1),
  leastMonthsInPost: 6,
  moves: [],
  programmes: [],
  ...over,
});

export const programme = (over: Partial<Programme>): Programme => ({
  id: 'course',
  name: 'A course',
  profession: null,
  yields: [],
  months: 12,
  costGbp: 10_000,
  completionShare: 0.8,
  opens: null,
  closes: null,
  offeredBy: 'a fund',
  ...over,
});
