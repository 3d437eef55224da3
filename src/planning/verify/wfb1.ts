// Case V5: a cohort benchmark of 5,000 cells over ten years whose mean and spread nine independent programs agree on.
import { exactTotal } from '#engine';
import type { HealthSystem } from '#workforce';
import { type Check, checkOf } from './check.ts';
import { caseChannel, caseSystem, certain, CASE_PLACE, compileCase, figureOf, runCase } from './small-system.ts';

const SOURCE = 'WFB-1, exact mean recursion and thinning variance, agreed on by nine engines';
const ROLES = 25;
const GRADES = ['1', '2', '3', '4', '5'] as const;
const AGES = Array.from({ length: 40 }, (_, index) => index);
const YOUNGEST = 21;
const JOINERS_PER_MONTH = 450;
const GRADE_SHARES = [0.4, 0.3, 0.2, 0.08, 0.02];
const PROMOTED_PER_YEAR = [0.12, 0.1, 0.08, 0.05, 0];

/** Published: people at the start, after one, five and ten years, by grade, and their standard deviation. */
const EXPECTED = {
  totals: [
    { month: 0, people: 49_975 },
    { month: 12, people: 48_415.20520191868 },
    { month: 60, people: 44_764.60031055201 },
    { month: 120, people: 43_505.43661051935 },
  ],
  grades: [8_658.73782500451, 11_600.003163032885, 10_547.95983141194, 7_411.572580797582, 5_287.163210272434],
  sd120: 199.0319036,
} as const;

export function checkWfb1(): readonly Check[] {
  const model = compileCase(wfb1System(), []);
  const projection = runCase(model, []);
  const { variance } = exactTotal(model, 0);
  const people = (month: number, band: string): number => figureOf(projection, 'headcount', { month, band });
  return [
    ...EXPECTED.totals.map(({ month, people: expected }) =>
      checkOf({
        id: `V5/mean-${month}`,
        name: `WFB-1: people at month ${month}, in expectation`,
        source: SOURCE,
        expected,
        got: people(month, '*'),
        tolerance: 1e-6,
      }),
    ),
    ...GRADES.map((grade, index) =>
      checkOf({
        id: `V5/grade-${grade}`,
        name: `WFB-1: people of grade ${grade} at month 120, in expectation`,
        source: SOURCE,
        expected: EXPECTED.grades[index] ?? Number.NaN,
        got: people(120, grade),
        tolerance: 1e-6,
      }),
    ),
    checkOf({
      id: 'V5/sd-120',
      name: 'WFB-1: standard deviation of all people at month 120, in the exact mode',
      source: SOURCE,
      expected: EXPECTED.sd120,
      got: Math.sqrt(variance[120] ?? Number.NaN),
      tolerance: 1e-6,
    }),
  ];
}

/** 25 roles × 5 grades × 40 ages, each age a group of its own; joiners of each grade are a channel that leads to all roles. */
function wfb1System(): HealthSystem {
  const ageId = (age: number): string => `a${YOUNGEST + age}`;
  const roles = Array.from({ length: ROLES }, (_, role) => `r${role}`);
  const youth = AGES.map((age) => Math.exp(-age / 12));
  const youthTotal = youth.reduce((sum, weight) => sum + weight, 0);
  return caseSystem({
    horizonMonths: 120,
    ageGroups: AGES.map((age) => ({ id: ageId(age), fromAge: YOUNGEST + age, toAge: YOUNGEST + age })),
    bands: GRADES.map((id) => ({ id, name: id })),
    roles: roles.map((id) => ({
      id,
      name: id,
      family: 'all',
      bands: GRADES,
      composition: [{ profession: 'all', shareOfFte: 1 }],
      registrations: [],
      skills: [],
      source: 'case',
    })),
    stock: roles.flatMap((role, r) =>
      GRADES.flatMap((band, g) =>
        AGES.map((a) => {
          const headcount = 1 + ((7 * r + 3 * g + 5 * a) % 19);
          return { place: CASE_PLACE, role, band, ageGroup: ageId(a), headcount, fte: headcount, source: 'case' };
        }),
      ),
    ),
    channels: GRADES.map((grade) =>
      caseChannel({
        id: `grade-${grade}`,
        yields: roles.map((role) => ({ role, band: grade })),
        entrantAges: AGES.map((age) => ({ ageGroup: ageId(age), share: (youth[age] ?? 0) / youthTotal })),
        completion: 'case.completion',
        baselineStartsPerYear: `case.joiners-${grade}`,
      }),
    ),
    assumptions: [
      certain('attrition.yearly', {
        kind: 'table',
        axes: ['ageGroup'],
        cells: AGES.map((age) => ({ at: [ageId(age)], value: leaversPerYear(age) })),
      }),
      certain('promotion.yearly', {
        kind: 'table',
        axes: ['band'],
        cells: GRADES.map((grade, index) => ({ at: [grade], value: PROMOTED_PER_YEAR[index] ?? 0 })),
      }),
      certain('case.completion', { kind: 'scalar', value: 1 }),
      ...GRADES.map((grade, index) =>
        certain(`case.joiners-${grade}`, {
          kind: 'scalar',
          value: JOINERS_PER_MONTH * 12 * (GRADE_SHARES[index] ?? 0),
        }),
      ),
    ],
  });
}

/** A tenth, more for the young, and more for those near retirement. */
function leaversPerYear(age: number): number {
  return 0.1 + 0.05 * Math.max(0, (10 - age) / 10) + (age >= 34 ? 0.05 * (age - 33) : 0);
}
