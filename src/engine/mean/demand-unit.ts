// The demand of one unit in one sample: every line of the blueprint at its value, along its course.
import { evaluateFormula, POSTS_TODAY } from '#blueprint';
import { remaining } from '#kernel';
import { scalarOf, type SampleRow } from '../model/lever.ts';
import type { DemandShares, Model, ModelDemandLine } from '../model/model.ts';
import type { Samples } from '../projection.ts';
import { competenceAt } from './competence.ts';
import { vacantShare } from './joiners.ts';

/** Courses of one sample, shape [course][step]: with the level of demand, productivity and competence of each step. */
export function coursesOf(model: Model, sample: SampleRow): Float64Array {
  const width = model.steps + 1;
  const { demandLevel, productivityYearly } = model.levers;
  const courses = new Float64Array(model.demand.courses.length * width);
  for (let step = 0; step < width; step++) {
    // More than the whole of the work cannot be saved in a year; below 0 the same work takes more.
    const saved = Math.min(scalarOf(productivityYearly, sample, step), 0.95);
    const taken = remaining(saved, step) * competenceAt(model, sample, step).factor;
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

/** The entries of a unit's demand put together by whom they ask for and by their course: what the months are walked for. */
export type DemandGroups = {
  /** Member of an axis such as roles or bands, shape [group]. */
  readonly member: Int32Array;
  readonly course: Int32Array;
  /** Shape [entry]. */
  readonly groupOfEntry: Int32Array;
};

/** @param memberOfRow shape [row] */
export function demandGroupsOf(shares: DemandShares, memberOfRow: Int32Array): DemandGroups {
  const known = new Map<string, number>();
  const member: number[] = [];
  const course: number[] = [];
  const groupOfEntry = shares.row.map((row, entry) => {
    const asked = { member: memberOfRow[row] ?? 0, course: shares.course[entry] ?? 0 };
    const key = `${asked.member} ${asked.course}`;
    const group = known.get(key) ?? member.length;
    if (group === member.length) {
      known.set(key, group);
      member.push(asked.member);
      course.push(asked.course);
    }
    return group;
  });
  return { member: Int32Array.from(member), course: Int32Array.from(course), groupOfEntry };
}

/** Digital FTE that each group asks for when mature, shape [group].
 *  @param fteOf whole FTE of each entry's line, shape [entry], in one sample */
export function matureFteOf(
  groups: DemandGroups,
  weight: Float64Array,
  fteOf: (entry: number) => number,
): Float64Array {
  const mature = new Float64Array(groups.member.length);
  groups.groupOfEntry.forEach((group, entry) => {
    mature[group] = (mature[group] ?? 0) + (weight[entry] ?? 0) * fteOf(entry);
  });
  return mature;
}
