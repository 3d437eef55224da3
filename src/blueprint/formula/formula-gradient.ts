// How the value of a formula changes with each of its names: its tree walked backwards.
import { evaluateExpression } from './evaluate-formula.ts';
import type { Expression, Formula } from './formula.ts';

/** @param lookup the value of a name
 *  @returns change of the formula's value for one unit of each name; where whole numbers are made of broken ones, none */
export function formulaGradient(formula: Formula, lookup: (name: string) => number): ReadonlyMap<string, number> {
  const gradient = new Map<string, number>();
  walkBack(formula.tree, 1, { lookup, gradient });
  return gradient;
}

type Walk = { readonly lookup: (name: string) => number; readonly gradient: Map<string, number> };

/** @param slope change of the whole for one unit of this part */
function walkBack(tree: Expression, slope: number, walk: Walk): void {
  if (slope === 0 || tree.kind === 'number') return;
  switch (tree.kind) {
    case 'name':
      walk.gradient.set(tree.name, (walk.gradient.get(tree.name) ?? 0) + slope);
      return;
    case 'negate':
      walkBack(tree.operand, -slope, walk);
      return;
    case 'binary':
      walkBinary(tree, slope, walk);
      return;
    case 'call':
      walkCall(tree, slope, walk);
  }
}

function walkBinary(tree: Expression & { readonly kind: 'binary' }, slope: number, walk: Walk): void {
  const left = evaluateExpression(tree.left, walk.lookup);
  const right = evaluateExpression(tree.right, walk.lookup);
  const [ofLeft, ofRight] = {
    '+': [1, 1],
    '-': [1, -1],
    '*': [right, left],
    '/': [1 / right, -left / (right * right)],
  }[tree.operator];
  walkBack(tree.left, slope * (ofLeft ?? 0), walk);
  walkBack(tree.right, slope * (ofRight ?? 0), walk);
}

function walkCall(tree: Expression & { readonly kind: 'call' }, slope: number, walk: Walk): void {
  const values = tree.arguments.map((each) => evaluateExpression(each, walk.lookup));
  const [first] = tree.arguments;
  switch (tree.function) {
    case 'min':
    case 'max': {
      const chosen = tree.arguments[values.indexOf(Math[tree.function](...values))];
      if (chosen !== undefined) walkBack(chosen, slope, walk);
      return;
    }
    case 'sqrt':
      if (first !== undefined) walkBack(first, slope / (2 * Math.sqrt(values[0] ?? Number.NaN)), walk);
      return;
    case 'ceil':
    case 'floor':
  }
}
