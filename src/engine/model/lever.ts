// Levers: the register's values as arrays that a run reads by step and member, with the sample that moves them.
import { assert } from '#kernel';
import type { Month } from '#kernel';
import { valueAt } from '#workforce';
import type { Assumption, ReadingPoint } from '#workforce';
import type { Samples } from '../projection.ts';
import type { Lever } from './model.ts';

/** One member of a lever, as the axes of a table name it: `{ band: '5', ageGroup: 'under-35' }`. */
export type Members = ReadingPoint['members'];

/** What is needed to turn an assumption into a lever. */
export type LeverContext = {
  readonly register: readonly Assumption[];
  readonly baseMonth: Month;
  readonly steps: number;
};

/** @param members the lever's members in order; one empty member for a value that has no axes */
export function leverOf(context: LeverContext, id: string, members: readonly Members[]): Lever {
  const column = context.register.findIndex((each) => each.id === id);
  const assumption = context.register[column];
  assert(assumption !== undefined, `the register holds '${id}', which the model asks for.`);
  const isDated = assumption.value.kind === 'dated' && context.steps > 0;
  const stepCount = isDated ? context.steps + 1 : 1;
  const values = new Float64Array(stepCount * members.length);
  for (let step = 0; step < stepCount; step++) {
    members.forEach((member, index) => {
      values[step * members.length + index] = statedValue(assumption, {
        month: context.baseMonth + step,
        members: member,
      });
    });
  }
  return { column: assumption.spread === null ? -1 : column, isDated, memberCount: members.length, values };
}

/** What the sample multiplies: steps and cells as they stand; 1 for an uncertain scalar, which is the sample itself. */
function statedValue(assumption: Assumption, at: ReadingPoint): number {
  if (assumption.spread === null && assumption.value.kind === 'scalar') return assumption.value.value;
  return valueAt(assumption, 1, at);
}

/** As `leverOf`, but the same value for every member where the register does not hold the assumption. */
export function optionalLeverOf(context: LeverContext, id: string, fallback: OptionalLever): Lever {
  const isThere = context.register.some((each) => each.id === id);
  return isThere ? leverOf(context, id, fallback.members) : certainLever(fallback.value, fallback.members.length);
}

export type OptionalLever = { readonly members: readonly Members[]; readonly value: number };

export function certainLever(value: number, memberCount: number): Lever {
  return { column: -1, isDated: false, memberCount, values: new Float64Array(memberCount).fill(value) };
}

/** One row of the samples. */
export type SampleRow = { readonly samples: Samples; readonly index: number; readonly width: number };

/** @returns the factor that the sample puts on the lever: 1 where it is certain */
export function factorOf(lever: { readonly column: number }, row: SampleRow): number {
  return lever.column < 0 ? 1 : (row.samples.values[row.index * row.width + lever.column] ?? 1);
}

/** @returns the lever's value for its first member */
export function scalarOf(lever: Lever, row: SampleRow, step: number): number {
  return memberOf(lever, row, { step, member: 0 });
}

export function memberOf(lever: Lever, row: SampleRow, at: { readonly step: number; readonly member: number }): number {
  return statedOf(lever, at) * factorOf(lever, row);
}

/** What the sample multiplies for a member: so also the change of its value for one unit more of the sample. */
export function statedOf(lever: Lever, at: { readonly step: number; readonly member: number }): number {
  return lever.values[(lever.isDated ? at.step * lever.memberCount : 0) + at.member] ?? 0;
}
