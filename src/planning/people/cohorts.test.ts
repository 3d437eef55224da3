// Cohorts on the smallest pack: a slip shows in the national gap at once, and nothing shows where nothing differs.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPack } from '#pack';
import { createInlineSimulator } from '#workers';
import type { Pack } from '../ports.ts';
import { type CohortBook, readCohortBook } from './cohort-book.ts';
import { cohortsAnswer, type CohortsData } from './cohorts-page.ts';

const read = await readPack(join(fileURLToPath(new URL('../../../packs', import.meta.url)), 'hamlet'));
assert.ok(read.ok);
const hamlet: Pack = read.value;
const APRIL_2026 = 315;
const MONTHS_OF_TRAINING = 24;

const unknown = {
  applied: null,
  offered: null,
  started: null,
  droppedOut: null,
  completed: null,
  inPost: null,
  inPostAt12Months: null,
};
const apprentices = {
  id: 'autumn-2026',
  programme: 'data-apprentices',
  place: 'MILL',
  plannedStart: '2026-09',
  expectedStart: '2026-09',
  supervisorFte: 1,
  startersByAge: [],
  planned: {
    applied: 40,
    offered: 12,
    started: 10,
    droppedOut: 2,
    completed: 8,
    inPost: 8,
    inPostAt12Months: 6,
  },
  actual: unknown,
  countedIn: 'plan',
  state: 'planned',
};
const bookOf = (over: object, programme: object = {}): unknown => ({
  programmes: [
    {
      id: 'data-apprentices',
      title: 'Data apprentices',
      channel: 'apprenticeship',
      role: 'data-analyst',
      band: '5',
      mostPerIntake: 20,
      supervisorFtePerPerson: 0.1,
      funding: [],
      state: 'open',
      ...programme,
    },
  ],
  cohorts: [{ ...apprentices, ...over }],
});
const sound = (over: object): CohortBook => {
  const book = readCohortBook(bookOf(over), 'cohorts.json', hamlet);
  assert.ok(book.ok, JSON.stringify(book));
  return book.value;
};
const refusal = (over: object, programme: object = {}): string => {
  const book = readCohortBook(bookOf(over, programme), 'cohorts.json', hamlet);
  assert.ok(!book.ok);
  return book.problems.map(({ message }) => message).join();
};
const ask = async (over: object): Promise<CohortsData> => {
  const answer = await cohortsAnswer(
    hamlet,
    { book: sound(over), scenario: 'as-things-stand', asOf: APRIL_2026 },
    { simulator: createInlineSimulator(), control: { onProgress: () => {}, signal: { aborted: false } } },
  );
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value.data;
};
const differences = ({ effect }: CohortsData): readonly number[] =>
  effect.nation.map(({ plannedGapFte, forecastGapFte }) => forecastGapFte - plannedGapFte);

describe('cohorts and the national gap', () => {
  test('a cohort that goes as planned changes no month of the gap', async () => {
    const data = await ask({});
    assert.ok(differences(data).every((each) => each === 0));
    assert.equal(data.effect.worst, null);
  });

  test('a slip of half a year shows in the national gap, in its region and its place, in just the months it is late', async () => {
    const data = await ask({ expectedStart: '2027-03' });
    const due = 320 + MONTHS_OF_TRAINING;
    assert.equal(data.effect.worst, due);
    const slump = differences(data)[due - hamlet.system.baseMonth] ?? 0;
    assert.ok(slump < -6 && slump > -8, `${slump} FTE of the 8 people`);
    assert.deepEqual(
      data.effect.places.map(({ place }) => place),
      ['HAM', 'HAM-R', 'HAM-S', 'MILL'],
    );
    const before = differences(data).slice(0, due - hamlet.system.baseMonth);
    // Their time in training is no digital supply, so nothing shows before they were due.
    assert.ok(before.every((each) => Math.abs(each) < 1e-9));
  });

  test('a cohort that is part of what happens anyway and goes as planned changes nothing either', async () => {
    const data = await ask({ countedIn: 'baseline' });
    assert.ok(differences(data).every((each) => Math.abs(each) < 1e-9));
  });

  test('the same slip costs the same whether the cohort was on top or part of what happens anyway', async () => {
    const [onTop, within] = [
      differences(await ask({ expectedStart: '2027-03' })),
      differences(await ask({ expectedStart: '2027-03', countedIn: 'baseline' })),
    ];
    onTop.forEach((each, step) => assert.ok(Math.abs(each - (within[step] ?? 0)) < 1e-9));
  });

  test('a cohort from before the base month is named and not counted again', async () => {
    const data = await ask({ plannedStart: '2025-01', expectedStart: '2025-06' });
    assert.deepEqual(data.effect.before, ['autumn-2026']);
    assert.ok(differences(data).every((each) => each === 0));
  });
});

describe('a file of cohorts', () => {
  test('is refused by the name of the channel, post, programme or place that is not there', () => {
    assert.match(refusal({}, { channel: 'nowhere' }), /channel 'nowhere' is not in channels.yaml/);
    assert.match(refusal({}, { band: '9' }), /does not lead to data-analyst, band 9/);
    assert.match(refusal({ programme: 'another' }), /programme 'another' is not in the file/);
    assert.match(refusal({ place: 'HAM' }), /place 'HAM' holds no people itself/);
    assert.match(refusal({ plannedStart: 'soon' }), /plannedStart: a month is YYYY-MM/);
  });
});
