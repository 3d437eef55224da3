// The second implementation's own way to read a register and a formula, at the values as stated.
import type { Expression } from '#blueprint';
import { assert } from '#kernel';
import type { Assumption } from '#workforce';

export type Members = Readonly<Record<string, string>>;

/** Reads an assumption by id at a month and for members of its axes; null where the register does not have it. */
export type RegisterReader = (id: string, month: number, members: Members) => number | null;

export function registerReader(register: readonly Assumption[]): RegisterReader {
  return (id, month, members) => {
    const assumption = register.find((each) => each.id === id);
    return assumption === undefined ? null : readValue(assumption, month, members);
  };
}

function readValue({ id, value }: Assumption, month: number, members: Members): number {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'dated') {
    const begun = value.steps.filter((step) => step.from <= month).toSorted((one, other) => other.from - one.from);
    const earliest = value.steps.toSorted((one, other) => one.from - other.from);
    const step = begun[0] ?? earliest[0];
    assert(step !== undefined, `'${id}' has a step`);
    return step.value;
  }
  // Try the cell that names every member, then those with one more and one more `*`, the last axis first.
  const named = value.axes.map((axis) => members[axis] ?? '*');
  for (const at of withStars(named)) {
    const cell = value.cells.find((each) => each.at.join('|') === at.join('|'));
    if (cell !== undefined) return cell.value;
  }
  assert(false, `'${id}' has a value for ${named.join(', ')}`);
}

function withStars(named: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = named;
  if (first === undefined) return [[]];
  const tails = withStars(rest);
  const all = [...tails.map((tail) => [first, ...tail]), ...tails.map((tail) => ['*', ...tail])];
  const stars = (at: readonly string[]): number => at.filter((member) => member === '*').length;
  return all.toSorted((one, other) => stars(one) - stars(other));
}

/** Works out a formula, name by name. */
export function workOut(tree: Expression, valueOf: (name: string) => number): number {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'name':
      return valueOf(tree.name);
    case 'negate':
      return -workOut(tree.operand, valueOf);
    case 'binary': {
      const left = workOut(tree.left, valueOf);
      const right = workOut(tree.right, valueOf);
      return { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[tree.operator];
    }
    case 'call': {
      const values = tree.arguments.map((argument) => workOut(argument, valueOf));
      const [first = 0] = values;
      return {
        min: Math.min(...values),
        max: Math.max(...values),
        ceil: Math.ceil(first),
        floor: Math.floor(first),
        sqrt: Math.sqrt(first),
      }[tree.function];
    }
  }
}
