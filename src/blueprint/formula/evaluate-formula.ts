// The value of a formula, given the value of each of its names.
import { assert } from '#kernel';
import type { Expression, Formula } from './formula.ts';

/** @param lookup the value of a name, in the name's own unit
 *  @returns the value in the formula's unit; below 0 where the formula takes away more than there is
 *  @throws where the value is no finite number, as after a division by a driver of 0: such a formula is refused with
 *  `evaluateExpression` before a run */
export function evaluateFormula(formula: Formula, lookup: (name: string) => number): number {
  const value = evaluateExpression(formula.tree, lookup);
  assert(Number.isFinite(value), `formula '${formula.text}' comes to a finite number, not to ${value}.`);
  return value;
}

/** As `evaluateFormula`, but gives back what is not finite. */
export function evaluateExpression(tree: Expression, lookup: (name: string) => number): number {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'name':
      return lookup(tree.name);
    case 'negate':
      return -evaluateExpression(tree.operand, lookup);
    case 'binary': {
      const left = evaluateExpression(tree.left, lookup);
      const right = evaluateExpression(tree.right, lookup);
      if (tree.operator === '+') return left + right;
      if (tree.operator === '-') return left - right;
      return tree.operator === '*' ? left * right : left / right;
    }
    case 'call':
      return applyFunction(tree, lookup);
  }
}

function applyFunction(call: Expression & { readonly kind: 'call' }, lookup: (name: string) => number): number {
  const values = call.arguments.map((each) => evaluateExpression(each, lookup));
  const first = values[0] ?? Number.NaN;
  switch (call.function) {
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'ceil':
      return Math.ceil(first);
    case 'floor':
      return Math.floor(first);
    case 'sqrt':
      return Math.sqrt(first);
  }
}
