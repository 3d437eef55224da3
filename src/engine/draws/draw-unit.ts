// Whole people of one unit in one sample: the same months as the mean recursion, drawn by chance.
import { assert } from '#kernel';
import { scalarOf } from '../model/lever.ts';
import type { Model } from '../model/model.ts';
import type { RowSeries, UnitRun } from '../mean/unit-run.ts';
import { advanceCrowd } from './advance-crowd.ts';
import { addPerson, assertWhole, emptyCrowd, type Crowd } from './crowd.ts';
import { crowdRates, type CrowdRates } from './crowd-rates.ts';
import { crowdsOf, type DrawDesk } from './draw-desk.ts';
import { joinUnit } from './join-unit.ts';
import { peopleIn } from './people-lists.ts';
import { changeRates, growCrowdOlder, seatWaiting } from './seat-crowd.ts';
import { nextUnit, pointAt, type WordStream } from './word-stream.ts';

/** Which draw it is: its chance is keyed by the seed, the sample, the unit, whose people they are or how they come, and
 *  the step. */
export type DrawKey = { readonly seed: number; readonly sample: number };

/** Runs every step in the order of docs/model/month.md. Asserts at each that nobody appeared or vanished. */
export function runDraw(model: Model, run: UnitRun, at: { readonly desk: DrawDesk; readonly key: DrawKey }): RowSeries {
  const { desk, key } = at;
  const regimes = regimeRates(model, run, desk);
  const schedule = model.schedules[run.unit.schedule];
  assert(schedule !== undefined, `unit '${run.unit.code}' has a schedule.`);
  const crowds = crowdsOf(desk);
  for (const each of crowds) emptyCrowd(each);
  const keyed = { stream: desk.stream, seed: key.seed, words: [key.sample, run.unit.keyWord] };
  pointAt(keyed, OPENING, 0);
  openCrowd(model, run, { crowd: desk.crowds.opening, stream: desk.stream });
  let regime = schedule.regimeOfStep[1] ?? 0;
  seatWaiting(desk.crowds.opening, regimes(regime));
  record(model, desk, 0);
  for (let step = 1; step <= model.steps; step++) {
    const now = schedule.regimeOfStep[step] ?? 0;
    if (now !== regime) for (const each of crowds) changeRates(each, regimes(now));
    regime = now;
    crowds.forEach((each, population) => {
      // A key costs more than a month of nobody.
      if (peopleIn(each.lists) === 0) return;
      pointAt(keyed, population, step);
      advanceCrowd(each, regimes(now), desk.stream);
    });
    joinUnit(model, run, { desk, rates: regimes(now), keyed, step });
    for (const each of crowds) {
      seatWaiting(each, regimes(now));
      if (step % 12 === 0) growCrowdOlder(each, regimes(now));
      assertWhole(each, step);
    }
    record(model, desk, step);
  }
  return desk.series;
}

/** Index of the crowd of the opening stock. */
const OPENING = 0;

/** The rates of each regime, worked out when it first comes. */
function regimeRates(model: Model, run: UnitRun, desk: DrawDesk): (regime: number) => CrowdRates {
  const known = new Map<number, CrowdRates>();
  const cells = model.rows.count * model.ages.groupCount;
  const edges = model.rows.edges.count * model.ages.groupCount;
  return (regime) => {
    const before = known.get(regime);
    if (before !== undefined) return before;
    const rates = crowdRates(desk.space, desk.ladder, {
      chances: {
        leave: run.transitions.leave.subarray(regime * cells, (regime + 1) * cells),
        flow: run.transitions.flow.subarray(regime * edges, (regime + 1) * edges),
      },
      ftePerHead: run.unit.ftePerHead,
    });
    known.set(regime, rates);
    return rates;
  };
}

/** The sampled level of the stock, in whole people: each cell is rounded up with the chance of its fraction. */
function openCrowd(model: Model, run: UnitRun, at: { readonly crowd: Crowd; readonly stream: WordStream }): void {
  const level = Math.max(0, scalarOf(model.levers.stockLevel, run.sample, 0));
  for (const row of run.unit.stockedRows) {
    for (let age = 0; age < model.ages.count; age++) {
      const people = (run.unit.headcount[row * model.ages.count + age] ?? 0) * level;
      const whole = people === 0 ? 0 : Math.floor(people + nextUnit(at.stream));
      for (let left = whole; left > 0; left--) addPerson(at.crowd, row, age);
    }
  }
}

function record(model: Model, desk: DrawDesk, step: number): void {
  const width = model.steps + 1;
  const crowds = crowdsOf(desk);
  for (let row = 0; row < model.rows.count; row++) {
    let people = 0;
    let fte = 0;
    for (const crowd of crowds) {
      people += crowd.lists.memory[row] ?? 0;
      fte += crowd.fte[row] ?? 0;
    }
    desk.series.headcount[row * width + step] = people;
    // Adding and taking away leaves a hair of rounding where nobody is.
    desk.series.fte[row * width + step] = people === 0 ? 0 : fte;
  }
}
