// A linear cohort model in whole people: opening stock, leaving, moving, Poisson joiners and birthdays, draw by draw.
import { assert } from '#kernel';
import { aliasTable, drawPoisson, pick } from './alias.ts';
import { advanceCrowd } from './advance-crowd.ts';
import { addPerson, assertWhole, copyCrowd, growCrowdOlder, makeCrowd, type Crowd } from './crowd.ts';
import { crowdRates, type CrowdChances, type CrowdRates, type CrowdSpace } from './crowd-rates.ts';
import { makeLadder } from './ladder.ts';
import { rekey, wordStream, type WordStream } from './word-stream.ts';

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
export function simulateCohorts(model: CohortModel, run: { readonly seed: number; readonly draws: number }): Int32Array {
  const { space, steps } = model;
  assert(model.opening.length === space.rowCount * space.ageCount, 'the opening stock has every row and age.');
  const width = space.rowCount;
  const people = new Int32Array(run.draws * (steps + 1) * width);
  const ladder = makeLadder();
  const ftePerHead = new Float64Array(0);
  const rates = crowdRates(space, ladder, { chances: model.chances, ftePerHead });
  const opening = makeCrowd(space, ladder, ftePerHead);
  openCrowd(model, opening, rates);
  const crowd = makeCrowd(space, ladder, ftePerHead);
  const table = model.joiners.some((mean) => mean > 0) ? aliasTable(model.joiners) : null;
  const stream = wordStream();
  for (let draw = 0; draw < run.draws; draw++) {
    copyCrowd(opening, crowd);
    people.set(crowd.headcount, draw * (steps + 1) * width);
    for (let step = 1; step <= steps; step++) {
      rekey(stream, run.seed, [draw, step]);
      advanceCrowd(crowd, rates, stream);
      if (table !== null) join({ crowd, rates, stream, ageCount: space.ageCount, table });
      if (step % 12 === 0) growCrowdOlder(crowd, rates);
      assertWhole(crowd, step);
      people.set(crowd.headcount, (draw * (steps + 1) + step) * width);
    }
  }
  return people;
}

function openCrowd(model: CohortModel, crowd: Crowd, rates: CrowdRates): void {
  const { rowCount, ageCount } = model.space;
  for (let row = 0; row < rowCount; row++) {
    for (let age = 0; age < ageCount; age++) {
      for (let left = model.opening[row * ageCount + age] ?? 0; left > 0; left--) addPerson(crowd, rates, { row, age });
    }
  }
}

type Joining = {
  readonly crowd: Crowd;
  readonly rates: CrowdRates;
  readonly stream: WordStream;
  readonly ageCount: number;
  readonly table: ReturnType<typeof aliasTable>;
};

function join(joining: Joining): void {
  const { crowd, rates, stream, ageCount, table } = joining;
  for (let left = drawPoisson(table.total, stream); left > 0; left--) {
    const cell = pick(table, stream);
    const row = Math.floor(cell / ageCount);
    addPerson(crowd, rates, { row, age: cell - row * ageCount });
  }
}
