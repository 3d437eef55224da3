// A demand formula: a small typed expression of named drivers and parameters, kept as text and as a tree.

/** A formula as written and as parsed. Names stand for the requirement's parameters, then for drivers of the place;
 *  `postsToday` stands for the place's posts of the base month in the role asked for. */
export type Formula = { readonly text: string; readonly tree: Expression };

export type Expression =
  /** A number as written; `500 [people/FTE]` carries its unit, a bare number has none. */
  | { readonly kind: 'number'; readonly value: number; readonly unit: string | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'call';
      readonly function: FormulaFunction;
      readonly arguments: readonly Expression[];
    };

export const FORMULA_FUNCTIONS = ['min', 'max', 'ceil', 'floor', 'sqrt'] as const;
export type FormulaFunction = (typeof FORMULA_FUNCTIONS)[number];
