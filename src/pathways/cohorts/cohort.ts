// A cohort of a programme: when it was to start and when it will, and its funnel as planned and as it has gone.
import { parseMonth, type Month, type Problem } from '#kernel';
import { z } from 'zod';
import type { TrainingProgramme } from './programme.ts';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/, 'an id has letters, digits, dots, hyphens');
const month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM');
const people = z.int().min(0).max(100_000);

/** The steps of a funnel in their order; `droppedOut` counts those who left in training. */
export const FUNNEL_STEPS = [
  'applied',
  'offered',
  'started',
  'droppedOut',
  'completed',
  'inPost',
  'inPostAt12Months',
] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

const funnel = z.strictObject({
  applied: people,
  offered: people,
  started: people,
  droppedOut: people,
  completed: people,
  inPost: people,
  inPostAt12Months: people,
});
const funnelSoFar = z.strictObject({
  applied: people.nullable(),
  offered: people.nullable(),
  started: people.nullable(),
  droppedOut: people.nullable(),
  completed: people.nullable(),
  inPost: people.nullable(),
  inPostAt12Months: people.nullable(),
});
export type Funnel = z.infer<typeof funnel>;
export type FunnelSoFar = z.infer<typeof funnelSoFar>;

/** From each state those it may become; the first is where it begins. */
export const COHORT_STEPS = {
  planned: ['recruiting', 'cancelled'],
  recruiting: ['started', 'cancelled'],
  started: ['completed', 'cancelled'],
  completed: ['closed'],
  closed: [],
  cancelled: [],
} as const;

export const cohortSchema = z.strictObject({
  id,
  programme: id,
  place: id.describe('Code of the place that the people are to work in; one that holds people itself'),
  plannedStart: month,
  expectedStart: month.describe('When it will start, or did'),
  supervisorFte: z.number().min(0).max(10_000).describe('Time of supervisors at hand'),
  startersByAge: z.array(z.strictObject({ age: z.int().min(14).max(120), people })).max(107),
  planned: funnel,
  actual: funnelSoFar.describe(
    'What is known; null where it is not yet. Drop-outs count up while the cohort is on its way',
  ),
  countedIn: z
    .enum(['plan', 'baseline'])
    .describe('Whether its planned starts come on top of what happens anyway, or are part of it'),
  state: z.enum(['planned', 'recruiting', 'started', 'completed', 'closed', 'cancelled']),
});
export type Cohort = z.infer<typeof cohortSchema>;

/** @returns the month that a text of a sound record names */
export function monthOfText(text: string): Month {
  return parseMonth(text) ?? 0;
}

/** What does not hold together in a cohort: a step with more people than the one before, an intake that is too large. */
export function cohortProblems(cohort: Cohort, programme: TrainingProgramme): readonly Problem[] {
  const { planned, supervisorFte, startersByAge } = cohort;
  const needed = planned.started * programme.supervisorFtePerPerson;
  const aged = startersByAge.reduce((sum, each) => sum + each.people, 0);
  return [
    ...funnelsProblems(cohort),
    ...(planned.started > programme.mostPerIntake
      ? [
          problem(`${cohort.id}.planned.started`, {
            message: `cohort '${cohort.id}' plans ${planned.started} starters; an intake of '${programme.id}' takes at most ${programme.mostPerIntake}`,
            hint: 'Plan two cohorts, or a larger intake of the programme.',
          }),
        ]
      : []),
    ...(needed > supervisorFte + 1e-9
      ? [
          problem(`${cohort.id}.supervisorFte`, {
            message: `cohort '${cohort.id}' needs ${Math.round(needed * 100) / 100} FTE of supervisors and has ${supervisorFte}`,
            hint: 'Plan fewer starters, or more time of supervisors.',
          }),
        ]
      : []),
    ...(aged > 0 && aged !== planned.started
      ? [
          problem(`${cohort.id}.startersByAge`, {
            message: `the ages of cohort '${cohort.id}' add up to ${aged} starters; it plans ${planned.started}`,
            hint: 'Give the age of every starter, or of none.',
          }),
        ]
      : []),
  ];
}

/** What does not hold together in the funnels alone, whatever the programme is. */
export function funnelsProblems({ id, planned, actual }: Cohort): readonly Problem[] {
  return [
    ...funnelProblems(planned, `${id}.planned`),
    ...funnelProblems(actual, `${id}.actual`),
    ...gapProblems(actual, `${id}.actual`),
  ];
}

/** Each step has at most as many people as one of those before it. */
const BOUNDS: readonly (readonly [FunnelStep, FunnelStep])[] = [
  ['offered', 'applied'],
  ['started', 'offered'],
  ['completed', 'started'],
  ['droppedOut', 'started'],
  ['inPost', 'completed'],
  ['inPostAt12Months', 'inPost'],
];

function funnelProblems(funnel: FunnelSoFar, path: string): readonly Problem[] {
  const tooMany = BOUNDS.flatMap(([step, before]) => {
    const [here, most] = [funnel[step], funnel[before]];
    if (here === null || most === null || here <= most) return [];
    return [
      problem(`${path}.${step}`, {
        message: `${here} people ${FUNNEL_WORDS[step]}, but only ${most} ${FUNNEL_WORDS[before]}; nobody comes in on the way`,
        hint: 'Correct one of the two.',
      }),
    ];
  });
  const ended = (funnel.droppedOut ?? 0) + (funnel.completed ?? 0);
  if (funnel.started === null || ended <= funnel.started) return tooMany;
  return [
    ...tooMany,
    problem(`${path}.completed`, {
      message: `${ended} people dropped out or completed, but only ${funnel.started} started`,
      hint: 'Correct one of the three.',
    }),
  ];
}

/** A step can only be known once those before it are. */
function gapProblems(funnel: FunnelSoFar, path: string): readonly Problem[] {
  return BOUNDS.flatMap(([step, before]) =>
    funnel[step] === null || funnel[before] !== null
      ? []
      : [
          problem(`${path}.${step}`, {
            message: `how many ${FUNNEL_WORDS[step]} is known, but not how many ${FUNNEL_WORDS[before]}`,
            hint: 'Give the number of the step before as well.',
          }),
        ],
  );
}

/** How each step of a funnel is told. */
export const FUNNEL_WORDS: Readonly<Record<FunnelStep, string>> = {
  applied: 'applied',
  offered: 'were offered a place',
  started: 'started',
  droppedOut: 'dropped out',
  completed: 'completed',
  inPost: 'are in post',
  inPostAt12Months: 'were still in post at 12 months',
};

function problem(path: string, told: Pick<Problem, 'message' | 'hint'>): Problem {
  return { code: 'inconsistent', path, ...told };
}
