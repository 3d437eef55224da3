// A demand formula: a small typed expression of named drivers and parameters, kept as text and as a tree.

/** A formula as written and as parsed. Names stand for the requirement's parameters, then for drivers of the place;
 *  `postsToday` stands for the place's posts of the base month in the role asked for. */
export type Formula = { readonly text: string; readonly tree: Expression };

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
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
      readonly function: 'min' | 'max' | 'ceil' | 'floor' | 'sqrt';
      readonly arguments: readonly Expression[];
    };
