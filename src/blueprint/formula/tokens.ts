// Cuts the text of a formula into tokens, each with the column it starts at.
import { fail, ok } from '#kernel';
import type { Problem, Result } from '#kernel';

export type Token = {
  readonly kind: 'number' | 'name' | 'unit' | 'symbol' | 'end';
  /** As written; a unit without its brackets. */
  readonly text: string;
  /** The first column is 1. */
  readonly column: number;
};

/** A name may hold hyphens between its letters and digits, as in `staff-fte`; so a minus between two names stands
 *  between spaces. */
const TOKEN =
  /(?<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?<name>[A-Za-z]\w*(?:-\w+)*)|\[(?<unit>[^[\]]*)\]|(?<symbol>[-+*/(),])/y;
const SPACE = /\s*/y;

/** @returns the tokens, closed by one of kind `end` */
export function tokensOf(text: string): Result<readonly Token[]> {
  const tokens: Token[] = [];
  let position = afterSpace(text, 0);
  while (position < text.length) {
    TOKEN.lastIndex = position;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) return fail(strangerAt(text, position));
    tokens.push({ ...tokenOf(groups), column: position + 1 });
    position = afterSpace(text, TOKEN.lastIndex);
  }
  return ok([...tokens, { kind: 'end', text: 'the end', column: text.length + 1 }]);
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Pick<Token, 'kind' | 'text'> {
  if (groups['number'] !== undefined) return { kind: 'number', text: groups['number'] };
  if (groups['name'] !== undefined) return { kind: 'name', text: groups['name'] };
  if (groups['unit'] !== undefined) return { kind: 'unit', text: groups['unit'].trim() };
  return { kind: 'symbol', text: groups['symbol'] ?? '' };
}

function afterSpace(text: string, position: number): number {
  SPACE.lastIndex = position;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

function strangerAt(text: string, position: number): Problem {
  const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
  return {
    code: 'syntax',
    message: `formula '${text}' column ${position + 1}: '${character}' is no part of a formula; one has numbers, names, [units], + - * / ( ) and commas`,
    path: `column ${position + 1}`,
    hint: character === '[' ? 'Close the unit with ].' : 'Take the character out.',
  };
}
