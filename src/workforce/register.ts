// The register at work: which assumptions hold in a scenario, and what value each has where and when.
import type { Month } from '#kernel';
import { assert } from '#kernel';
import type { Assumption, Axis, TableCell } from './assumption.ts';
import type { HealthSystem } from './health-system.ts';
import type { Scenario } from './scenario.ts';

/** The assumptions that hold in a scenario: the register's, with those of the scenario in their place or added; in the
 *  order of their ids. Columns of samples follow this order. */
export function effectiveRegister(system: HealthSystem, scenario: Scenario): readonly Assumption[] {
  const byId = new Map(system.assumptions.map((assumption) => [assumption.id, assumption]));
  for (const assumption of scenario.assumptions) byId.set(assumption.id, assumption);
  return [...byId.values()].toSorted((one, other) => compareCodes(one.id, other.id));
}

/** Where one reads an assumption: the month, and the member of each axis that a table may have. */
export type ReadingPoint = { readonly month: Month; readonly members: { readonly [axis in Axis]?: string } };

/** The value of an assumption at a point: a scalar's value is the sampled one; steps and cells are multiplied by the
 *  sampled factor. Of a table's cells that fit, the one that names the most members holds; of two that name as many, the
 *  one that names the earlier axis.
 *  @param sampled what the samples hold in this assumption's column
 *  @throws where no cell of a table fits: a checked pack covers every member of its axes */
export function valueAt(assumption: Assumption, sampled: number, at: ReadingPoint): number {
  const { value } = assumption;
  switch (value.kind) {
    case 'scalar':
      return sampled;
    case 'dated':
      return sampled * stepAt(value.steps, at.month);
    case 'table': {
      const cell = bestCell(value.axes, value.cells, at.members);
      assert(
        cell !== null,
        `assumption '${assumption.id}' has no cell for ${value.axes.map((axis) => `${axis} ${at.members[axis] ?? 'unnamed'}`).join(', ')}`,
      );
      return sampled * cell.value;
    }
  }
}

/** Plain order of 16-bit units: the same on every machine, whatever its language. */
export function compareCodes(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function stepAt(steps: readonly { readonly from: Month; readonly value: number }[], month: Month): number {
  const [first] = steps;
  assert(first !== undefined, 'a dated value has at least one step');
  let current = first;
  for (const step of steps) {
    if (step.from <= month && step.from >= current.from) current = step;
  }
  return current.value;
}

function bestCell(
  axes: readonly Axis[],
  cells: readonly TableCell[],
  members: ReadingPoint['members'],
): TableCell | null {
  let best: TableCell | null = null;
  let bestRank = -1;
  for (const cell of cells) {
    const rank = fitOf(axes, cell, members);
    if (rank > bestRank) {
      best = cell;
      bestRank = rank;
    }
  }
  return best;
}

/** How closely a cell fits: below 0 where it does not; more named members rank higher, then earlier ones. */
function fitOf(axes: readonly Axis[], cell: TableCell, members: ReadingPoint['members']): number {
  let named = 0;
  let places = 0;
  for (const [index, axis] of axes.entries()) {
    const member = cell.at[index];
    if (member === '*') continue;
    if (member !== members[axis]) return -1;
    named += 1;
    places += 1 << (axes.length - 1 - index);
  }
  return named * (1 << axes.length) + places;
}
