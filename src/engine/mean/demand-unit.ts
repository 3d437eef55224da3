// The demand of one unit in one sample: every line of the blueprint at its value, along its course.
import { evaluateFormula, POSTS_TODAY } from '#blueprint';
import { remaining } from '#kernel';
import { scalarOf, type SampleRow } from '../model/lever.ts';
import type { DemandShares, Model, ModelDemandLine } from '../model/model.ts';
import type { Samples } from '../projection.ts';
import { vacantShare } from './joiners.ts';

/** Courses of one sample, shape [course][step]: with the level of demand and the productivity of each step. */
export function coursesOf(model: Model, sample: SampleRow): Float64Array {
  const width = model.steps + 1;
  const { demandLevel, productivityYearly } = model.levers;
  const courses = new Float64Array(model.demand.courses.length * width);
  for (let step = 0; step < width; step++) {
    // More than the whole of the work cannot be saved in a year; below 0 the same work takes more.
    const saved = Math.min(scalarOf(productivityYearly, sample, step), 0.95);
    const taken = remaining(saved, step);
    const level = Math.max(0, scalarOf(demandLevel, sample, step));
    model.demand.courses.forEach((course, index) => {
      courses[index * width + step] = (course.share[step] ?? 0) * taken * (course.isBeyondToday ? level : 1);
    });
  }
  return courses;
}

/** Reads the whole FTE that lines ask for when mature; each line is worked out once for each sample. */
export type LineReader = (line: number) => Float64Array;

/** @returns values of a line, shape [sample] */
export function lineReader(model: Model, samples: Samples): LineReader {
  const known = new Map<number, Float64Array>();
  const width = model.register.length;
  return (index) => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const line = model.demand.lines[index];
    const values = Float64Array.from({ length: samples.count }, (_, sample) =>
      line === undefined ? 0 : lineFte(model, line, { samples, index: sample, width }),
    );
    known.set(index, values);
    return values;
  };
}

/** Whole FTE of posts that a line asks for when mature; one that comes to less than nothing asks for nothing.
 *  @source docs/model/demand.md, eq. 1 */
export function lineFte(model: Model, line: ModelDemandLine, sample: SampleRow): number {
  const value = evaluateFormula(line.formula, (name) => {
    if (name === POSTS_TODAY) return postsToday(model, line, sample);
    const named = line.names.find((each) => each.name === name);
    return named === undefined || named.value === 'posts-today' ? 0 : scalarOf(named.value, sample, 0);
  });
  return Math.max(0, value);
}

function postsToday(model: Model, line: ModelDemandLine, sample: SampleRow): number {
  return (line.filledPostsFte * scalarOf(model.levers.stockLevel, sample, 0)) / (1 - vacantShare(model, sample));
}

export type DemandRun = {
  readonly shares: DemandShares;
  readonly courses: Float64Array;
  readonly lines: LineReader;
  readonly sample: number;
  /** Where the demand is added up: digital FTE, shape [row][step]; set to 0 first. */
  readonly demandFte: Float64Array;
};

/** Adds up the lines of one row and course before it walks the months: most of the work of a demand run. */
export function fillDemand(model: Model, run: DemandRun): void {
  const { shares, demandFte } = run;
  demandFte.fill(0);
  let entry = 0;
  while (entry < shares.row.length) {
    const row = shares.row[entry] ?? 0;
    const course = shares.course[entry] ?? 0;
    let fte = 0;
    for (; entry < shares.row.length && shares.row[entry] === row && shares.course[entry] === course; entry++) {
      fte += (shares.weight[entry] ?? 0) * (run.lines(shares.line[entry] ?? 0)[run.sample] ?? 0);
    }
    addCourse(model, run, { row, course, fte });
  }
}

function addCourse(
  model: Model,
  run: DemandRun,
  add: { readonly row: number; readonly course: number; readonly fte: number },
): void {
  const { courses, demandFte } = run;
  const width = model.steps + 1;
  const into = add.row * width;
  const along = add.course * width;
  for (let step = 0; step < width; step++) {
    demandFte[into + step] = (demandFte[into + step] ?? 0) + add.fte * (courses[along + step] ?? 0);
  }
}
