// Reads the text of a demand formula into a tree, and says where and why a text is none.
import { fail, LIMITS, ok } from '#kernel';
import type { Problem, Result } from '#kernel';
import { FORMULA_FUNCTIONS } from './formula.ts';
import type { Expression, Formula, FormulaFunction } from './formula.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** @param text such as `max(1 [FTE], staff / 1000 * perThousand)`
 *  @returns the formula, or one problem that names the column, the token, the rule and the next step */
export function parseFormula(text: string): Result<Formula> {
  if (text.length > LIMITS.formulaCharacters) return fail(tooLong(text));
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  const cursor: Cursor = { text, tokens: tokens.value, position: 0 };
  const tree = parseExpression(cursor, 0);
  if (!tree.ok) return tree;
  const rest = peek(cursor);
  if (rest.kind !== 'end') {
    return fail(misplaced(cursor, rest, { expected: 'an operator or the end', hint: hintAfterValue(rest) }));
  }
  if (depthOf(tree.value) > LIMITS.formulaDepth) return fail(tooDeep(text));
  return ok({ text, tree: tree.value });
}

/** Every name in the formula once, in the order of the alphabet. */
export function namesIn(formula: Formula): readonly string[] {
  return [...new Set(namesOf(formula.tree))].sort();
}

function namesOf(tree: Expression): readonly string[] {
  return tree.kind === 'name' ? [tree.name] : childrenOf(tree).flatMap(namesOf);
}

function depthOf(tree: Expression): number {
  return 1 + childrenOf(tree).reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
}

function childrenOf(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case 'number':
    case 'name':
      return [];
    case 'negate':
      return [tree.operand];
    case 'binary':
      return [tree.left, tree.right];
    case 'call':
      return tree.arguments;
  }
}

type Cursor = { readonly text: string; readonly tokens: readonly Token[]; position: number };

const END: Token = { kind: 'end', text: 'the end', column: 1 };

function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.position] ?? END;
}

function take(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.position += 1;
  return token;
}

/** How strongly an operator binds its left side; a minus sign in front binds more strongly than any. */
const POWERS: ReadonlyMap<string, { readonly operator: '+' | '-' | '*' | '/'; readonly power: number }> = new Map([
  ['+', { operator: '+', power: 1 }],
  ['-', { operator: '-', power: 1 }],
  ['*', { operator: '*', power: 2 }],
  ['/', { operator: '/', power: 2 }],
]);
const PREFIX_POWER = 3;

/** Pratt's method: takes a value, then every operator that binds more strongly than what stands to the left. */
function parseExpression(cursor: Cursor, powerToTheLeft: number): Result<Expression> {
  const first = parseValue(cursor);
  if (!first.ok) return first;
  let left = first.value;
  for (;;) {
    const token = peek(cursor);
    const binding = token.kind === 'symbol' ? POWERS.get(token.text) : undefined;
    if (binding === undefined || binding.power <= powerToTheLeft) return ok(left);
    take(cursor);
    const right = parseExpression(cursor, binding.power);
    if (!right.ok) return right;
    left = { kind: 'binary', operator: binding.operator, left, right: right.value };
  }
}

function parseValue(cursor: Cursor): Result<Expression> {
  const token = take(cursor);
  if (token.kind === 'number') return parseNumber(cursor, token);
  if (token.kind === 'name') {
    return peek(cursor).text === '(' ? parseCall(cursor, token) : ok({ kind: 'name', name: token.text });
  }
  if (token.text === '-' && token.kind === 'symbol') {
    const operand = parseExpression(cursor, PREFIX_POWER);
    return operand.ok ? ok({ kind: 'negate', operand: operand.value }) : operand;
  }
  if (token.text === '(' && token.kind === 'symbol') {
    const inner = parseExpression(cursor, 0);
    if (!inner.ok) return inner;
    const problem = takeClosing(cursor);
    return problem === null ? inner : fail(problem);
  }
  const expected = "a number, a name, '-' or '('";
  return fail(misplaced(cursor, token, { expected, hint: 'Write a value there, or take out what asks for one.' }));
}

function parseNumber(cursor: Cursor, token: Token): Result<Expression> {
  const value = Number(token.text);
  if (!Number.isFinite(value)) {
    return fail(misplaced(cursor, token, { expected: 'a number below 1e308', hint: 'Write a smaller number.' }));
  }
  const unit = peek(cursor).kind === 'unit' ? take(cursor).text : null;
  return ok({ kind: 'number', value, unit });
}

function parseCall(cursor: Cursor, name: Token): Result<Expression> {
  const called = FORMULA_FUNCTIONS.find((each) => each === name.text);
  if (called === undefined) {
    const expected = `one of the functions ${FORMULA_FUNCTIONS.join(', ')}`;
    return fail(misplaced(cursor, name, { expected, hint: 'Use one of them, or put * before the bracket.' }));
  }
  take(cursor);
  const values: Expression[] = [];
  do {
    const value = parseExpression(cursor, 0);
    if (!value.ok) return value;
    values.push(value.value);
  } while (takeComma(cursor));
  const problem = takeClosing(cursor) ?? countProblem(cursor, name, { called, count: values.length });
  return problem === null ? ok({ kind: 'call', function: called, arguments: values }) : fail(problem);
}

function takeComma(cursor: Cursor): boolean {
  if (peek(cursor).text !== ',') return false;
  take(cursor);
  return true;
}

function takeClosing(cursor: Cursor): Problem | null {
  const token = take(cursor);
  if (token.text === ')') return null;
  return misplaced(cursor, token, { expected: "an operator or ')'", hint: 'Close the bracket.' });
}

function countProblem(
  cursor: Cursor,
  name: Token,
  call: { readonly called: FormulaFunction; readonly count: number },
): Problem | null {
  const takesMany = call.called === 'min' || call.called === 'max';
  if (takesMany ? call.count >= 2 : call.count === 1) return null;
  const expected = takesMany ? 'two values or more' : 'one value';
  return {
    code: 'syntax',
    message: `formula '${cursor.text}' column ${name.column}: ${call.called} has ${call.count}; it takes ${expected}`,
    path: `column ${name.column}`,
    hint: `Give ${call.called} ${expected}.`,
  };
}

function hintAfterValue(token: Token): string {
  if (token.kind === 'unit') return 'A unit follows a number; a name has the unit it was declared with.';
  return token.text === ')' ? 'Take the bracket out, or open it.' : 'Put an operator between the two values.';
}

function misplaced(cursor: Cursor, token: Token, told: { readonly expected: string; readonly hint: string }): Problem {
  const found = token.kind === 'end' ? 'the end' : `'${token.text}'`;
  return {
    code: 'syntax',
    message: `formula '${cursor.text}' column ${token.column}: ${found} stands where ${told.expected} is expected`,
    path: `column ${token.column}`,
    hint: told.hint,
  };
}

function tooLong(text: string): Problem {
  return {
    code: 'too-large',
    message: `formula '${text.slice(0, 40)}…' has ${text.length} characters; a formula has at most ${LIMITS.formulaCharacters}`,
    path: `column ${LIMITS.formulaCharacters + 1}`,
    hint: 'Split the demand into several lines.',
  };
}

function tooDeep(text: string): Problem {
  return {
    code: 'too-large',
    message: `formula '${text.slice(0, 40)}…' is nested ${LIMITS.formulaDepth} deep or more; a formula's tree is at most ${LIMITS.formulaDepth} deep`,
    path: 'column 1',
    hint: 'Split the demand into several lines.',
  };
}
