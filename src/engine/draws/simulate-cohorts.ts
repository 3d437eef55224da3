// A linear cohort model in whole people: opening stock, leaving, moving, Poisson joiners and birthdays, draw by draw.
import { assert } from '#kernel';
import { advanceCrowd } from './advance-crowd.ts';
import { addPerson, assertWhole, copyCrowd, makeCrowd, type Crowd } from './crowd.ts';
import { crowdRates, type CrowdChances, type CrowdSpace } from './crowd-rates.ts';
import { joinCrowd, joinerMix } from './join-crowd.ts';
import { makeLadder } from './ladder.ts';
import { headcountOf } from './people-lists.ts';
import { drawPoisson } from './poisson.ts';
import { growCrowdOlder, seatWaiting } from './seat-crowd.ts';
import { rekey, wordStream } from './word-stream.ts';

/** Rates that do not change over time; every single age is a group of its own or shares one. */
export type CohortModel = {
  readonly space: CrowdSpace;
  readonly steps: number;
  /** Whole people, shape [row][age]. */
  readonly opening: Int32Array;
  readonly chances: CrowdChances;
  /** Joiners of a month in expectation, shape [row][age]. */
  readonly joiners: Float64Array;
};

/** @returns people by draw, shape [draw][step][row] */
export function simulateCohorts(
  model: CohortModel,
  run: { readonly seed: number; readonly draws: number },
): Int32Array {
  const { space, steps } = model;
  assert(model.opening.length === space.rowCount * space.ageCount, 'the opening stock has every row and age.');
  const width = space.rowCount;
  const people = new Int32Array(run.draws * (steps + 1) * width);
  const ladder = makeLadder();
  const ftePerHead = new Float64Array(0);
  const rates = crowdRates(space, ladder, { chances: model.chances, ftePerHead });
  const shape = { ladder, ftePerHead, steps, opening: model.opening };
  const opening = makeCrowd(space, shape);
  openCrowd(model, opening);
  seatWaiting(opening, rates);
  const crowd = makeCrowd(space, shape);
  const mix = joinerMix(model.joiners, space.ageCount);
  const stream = wordStream();
  for (let draw = 0; draw < run.draws; draw++) {
    copyCrowd(opening, crowd);
    people.set(headcountOf(crowd.lists), draw * (steps + 1) * width);
    for (let step = 1; step <= steps; step++) {
      rekey(stream, run.seed, [draw, step]);
      advanceCrowd(crowd, rates, stream);
      if (mix !== null) joinCrowd(crowd, rates, { mix, count: drawPoisson(mix.table.total, stream), stream });
      if (step % 12 === 0) growCrowdOlder(crowd, rates);
      assertWhole(crowd, step);
      people.set(headcountOf(crowd.lists), (draw * (steps + 1) + step) * width);
    }
  }
  return people;
}

function openCrowd(model: CohortModel, crowd: Crowd): void {
  const { rowCount, ageCount } = model.space;
  for (let row = 0; row < rowCount; row++) {
    for (let age = 0; age < ageCount; age++) {
      for (let left = model.opening[row * ageCount + age] ?? 0; left > 0; left--) addPerson(crowd, row, age);
    }
  }
}
