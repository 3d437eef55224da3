// Units of measure as products of words with powers and a scale, so that formulas can be checked before they are run.
import { fail, ok } from '#kernel';
import type { Result } from '#kernel';

/** `FTE/1000 people` has scale 1/1000 and powers FTE 1, person −1. */
export type Unit = {
  readonly scale: number;
  /** No power is 0. */
  readonly powers: ReadonlyMap<string, number>;
};

/** Words for a plain number. */
const PLAIN: ReadonlyMap<string, number> = new Map([
  ['share', 1],
  ['factor', 1],
  ['ratio', 1],
  ['percent', 0.01],
  ['%', 0.01],
]);

/** @param text words and numbers side by side are multiplied, also with a hyphen between them; all that stands
 *  between one `/` and the next is divided by: `GBP/FTE-year`, `FTE/1000 people`, `people` */
export function parseUnit(text: string): Result<Unit> {
  const parts = text.split('/').map((part) => part.split(/[\s·-]+/).filter((word) => word !== ''));
  let unit: Unit = { scale: 1, powers: new Map() };
  for (const [index, words] of parts.entries()) {
    const factors = words.map(factorOf);
    if (factors.length === 0 || factors.includes(null)) return fail(notAUnit(text));
    for (const factor of factors) {
      if (factor !== null) unit = index === 0 ? multiplyUnits(unit, factor) : divideUnits(unit, factor);
    }
  }
  return ok(unit);
}

export function multiplyUnits(left: Unit, right: Unit): Unit {
  const powers = new Map(left.powers);
  for (const [word, power] of right.powers) {
    const sum = (powers.get(word) ?? 0) + power;
    if (sum === 0) powers.delete(word);
    else powers.set(word, sum);
  }
  return { scale: left.scale * right.scale, powers };
}

export function divideUnits(left: Unit, right: Unit): Unit {
  const turned = [...right.powers].map(([word, power]): [string, number] => [word, -power]);
  return multiplyUnits(left, { scale: 1 / right.scale, powers: new Map(turned) });
}

/** The unit whose square this is. */
export function rootOfUnit(unit: Unit): Unit {
  const halves = [...unit.powers].map(([word, power]): [string, number] => [word, power / 2]);
  return { scale: Math.sqrt(unit.scale), powers: new Map(halves) };
}

/** Scales are told apart down to a part in 10⁹: far finer than any conversion, far coarser than rounding. */
export function isSameUnit(left: Unit, right: Unit): boolean {
  const quotient = divideUnits(left, right);
  return quotient.powers.size === 0 && Math.abs(quotient.scale - 1) < 1e-9;
}

/** The unit in words, such as `FTE/1000 person`. */
export function formatUnit(unit: Unit): string {
  const words = [...unit.powers].sort(([left], [right]) => (left < right ? -1 : 1));
  const above = words.filter(([, power]) => power > 0).map(formatPower);
  const below = words.filter(([, power]) => power < 0).map(([word, power]) => formatPower([word, -power]));
  if (unit.scale >= 1 && !isNear(unit.scale, 1)) above.unshift(formatScale(unit.scale));
  if (unit.scale < 1 && !isNear(unit.scale, 1)) below.unshift(formatScale(1 / unit.scale));
  const top = above.length === 0 ? (below.length === 0 ? 'share' : '1') : above.join(' ');
  return below.length === 0 ? top : `${top}/${below.join(' ')}`;
}

function formatPower([word, power]: readonly [string, number]): string {
  return power === 1 ? word : `${word}^${power}`;
}

function formatScale(scale: number): string {
  return String(Number(scale.toPrecision(9)));
}

function isNear(left: number, right: number): boolean {
  return Math.abs(left - right) < 1e-9;
}

function factorOf(word: string): Unit | null {
  const plain = PLAIN.get(word.toLowerCase());
  if (plain !== undefined) return { scale: plain, powers: new Map() };
  if (/^\d+(\.\d+)?$/.test(word)) return Number(word) > 0 ? { scale: Number(word), powers: new Map() } : null;
  return /^[\p{L}_][\p{L}\d_]*$/u.test(word) ? { scale: 1, powers: new Map([[baseWord(word), 1]]) } : null;
}

/** One of a thing and many of it are the same unit: `site` and `sites`, `person` and `people`. */
function baseWord(word: string): string {
  if (/^[A-Z]+$/.test(word)) return word;
  const lower = word.toLowerCase();
  if (lower === 'people') return 'person';
  if (lower.length > 4 && lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  return lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}

function notAUnit(text: string) {
  return {
    code: 'wrong-unit',
    message: `unit '${text}' cannot be read; a unit is words and numbers above 0, multiplied side by side and divided by /`,
    path: 'unit',
    hint: "Write it like 'people', 'FTE/site' or 'FTE/1000 people'.",
  } as const;
}
