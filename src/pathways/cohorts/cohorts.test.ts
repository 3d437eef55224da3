// Holds cohorts to their rules: funnels that only narrow, forecasts from what is known, money by the month of the start.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseMonth } from '#kernel';
import { type Cohort, cohortProblems, type Funnel, type FunnelSoFar } from './cohort.ts';
import { cohortStarts } from './cohort-starts.ts';
import { forecastFunnel } from './funnel-forecast.ts';
import { fundingOf, type TrainingProgramme } from './programme.ts';

const programme: TrainingProgramme = {
  id: 'data-apprentices',
  title: 'Data apprentices',
  channel: 'apprenticeship',
  role: 'data-analyst',
  band: '5',
  mostPerIntake: 20,
  supervisorFtePerPerson: 0.1,
  funding: [
    {
      id: 'all-ages',
      title: 'Levy for all ages',
      from: '2020-01',
      until: '2026-01',
      fromAge: null,
      toAge: null,
      gbpPerStart: 9000,
      source: 'An invented rule',
    },
    {
      id: 'young-only',
      title: 'Levy for those under 22',
      from: '2026-01',
      until: null,
      fromAge: 16,
      toAge: 21,
      gbpPerStart: 9000,
      source: 'An invented rule',
    },
  ],
  state: 'open',
};

const planned: Funnel = {
  applied: 80,
  offered: 25,
  started: 20,
  droppedOut: 4,
  completed: 16,
  inPost: 12,
  inPostAt12Months: 9,
};
const unknown: FunnelSoFar = {
  applied: null,
  offered: null,
  started: null,
  droppedOut: null,
  completed: null,
  inPost: null,
  inPostAt12Months: null,
};
const cohort: Cohort = {
  id: 'c1',
  programme: 'data-apprentices',
  place: 'MILL',
  plannedStart: '2025-12',
  expectedStart: '2025-12',
  supervisorFte: 2,
  startersByAge: [
    { age: 19, people: 8 },
    { age: 30, people: 12 },
  ],
  planned,
  actual: unknown,
  countedIn: 'plan',
  state: 'planned',
};

describe('the funnel of a cohort', () => {
  test('is forecast as planned while nothing is known of it', () => {
    assert.deepEqual(forecastFunnel(cohort), planned);
  });

  test('goes on from what is known by the shares that were planned', () => {
    const forecast = forecastFunnel({ ...cohort, actual: { ...unknown, started: 10 } });
    assert.equal(forecast.completed, 8);
    assert.equal(forecast.inPost, 6);
  });

  test('loses those who dropped out beyond what was planned, and nobody twice', () => {
    assert.equal(forecastFunnel({ ...cohort, actual: { ...unknown, started: 20, droppedOut: 3 } }).completed, 16);
    assert.equal(forecastFunnel({ ...cohort, actual: { ...unknown, started: 20, droppedOut: 10 } }).completed, 10);
  });

  test('brings nobody once the cohort is cancelled before it started', () => {
    const { started, inPost } = forecastFunnel({ ...cohort, state: 'cancelled' });
    assert.deepEqual([started, inPost], [0, 0]);
  });

  test('never ends with more people than began, whatever is known', () => {
    const people = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 20 }), (counts, known, left) => {
        const [applied, offered, started, completed, inPost, inPostAt12Months] = counts
          .toSorted((one, other) => other - one)
          .map((count, step) => (step < known ? count : null));
        assert.ok(applied !== undefined && offered !== undefined && started !== undefined && completed !== undefined);
        assert.ok(inPost !== undefined && inPostAt12Months !== undefined);
        const droppedOut = started === null ? null : Math.min(left, started - (completed ?? 0));
        const one = {
          ...cohort,
          actual: { applied, offered, started, droppedOut, completed, inPost, inPostAt12Months },
        };
        assert.deepEqual(cohortProblems(one, programme), []);
        const end = forecastFunnel(one);
        assert.ok(end.droppedOut + end.completed <= end.started + 1e-9);
        assert.ok(end.inPostAt12Months <= end.inPost + 1e-9 && end.inPost <= end.completed + 1e-9);
        assert.ok(end.droppedOut >= 0 && end.completed >= 0);
      }),
    );
  });

  test('is refused where a step is known and the one before it is not', () => {
    const told = cohortProblems({ ...cohort, actual: { ...unknown, applied: 5, started: 3 } }, programme);
    assert.match(told.map(({ message }) => message).join(), /started is known, but not how many were offered a place/);
  });

  test('is refused where more people come out of a step than went in', () => {
    const told = cohortProblems({ ...cohort, planned: { ...planned, inPost: 17 } }, programme);
    assert.match(told.map(({ message }) => message).join(), /17 people are in post, but only 16 completed/);
  });
});

describe('a cohort', () => {
  test('is refused where it is larger than an intake or than its supervisors have time for', () => {
    const large = { ...cohort, startersByAge: [], planned: { ...planned, offered: 40, started: 30 } };
    const told = cohortProblems(large, programme).map(({ message }) => message);
    assert.match(told.join(), /takes at most 20.*needs 3 FTE of supervisors and has 2/);
  });

  test('that slips past the day on which eligibility changes loses the money for whom it no longer pays', () => {
    const at = (month: string) => fundingOf(programme, cohort.startersByAge, parseMonth(month) ?? 0);
    assert.deepEqual(at('2025-12'), { people: 20, unfundedPeople: 0, gbp: 180_000 });
    assert.deepEqual(at('2026-01'), { people: 8, unfundedPeople: 12, gbp: 72_000 });
  });
});

describe('cohorts as starts', () => {
  const ask = (cohorts: readonly Cohort[]) => cohortStarts(cohorts, [programme], () => 0.75);

  test('bring as many people into post, at the completion of the channel, as the cohort', () => {
    const { planned: wished, forecast } = ask([{ ...cohort, expectedStart: '2026-03' }]);
    assert.deepEqual([wished[0]?.month, wished[0]?.people], [parseMonth('2025-12'), 16]);
    assert.deepEqual([forecast[0]?.month, forecast[0]?.people], [parseMonth('2026-03'), 16]);
  });

  test('take back what happens anyway where a cohort is part of it', () => {
    const { planned: wished, forecast } = ask([{ ...cohort, countedIn: 'baseline', expectedStart: '2026-03' }]);
    assert.deepEqual(wished, []);
    assert.equal(
      forecast.reduce((sum, { people }) => sum + people, 0),
      0,
    );
  });
});
