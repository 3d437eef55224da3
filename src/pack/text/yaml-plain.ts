// Turns a YAML tree into plain data, refusing what could hide something: tags, merges, alias bombs, loops, NaN.
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Document, Scalar, YAMLMap } from 'yaml';
import { LIMITS } from '#kernel';
import type { Flaw, Position } from './flaw.ts';

/** Values after aliases are followed: far more than a pack of 500 assumptions, far less than memory. */
const VALUES_MAX = 500_000;
/** Packs are at most 8 deep. */
const DEPTH_MAX = 40;
/** Keys that name parts of every JavaScript object. */
const RESERVED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

type PlainReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

export type Tree = {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly positionOf: (offset: number) => Position;
};

/** How far a reading has come. */
type Reading = Tree & {
  aliases: number;
  values: number;
  /** Anchored values that are being followed, to notice one that holds itself. */
  readonly open: Set<unknown>;
};

/** Thrown and caught within this file, so that a refusal deep in the tree ends the reading. */
class Refusal extends Error {
  readonly flaw: Flaw;
  constructor(flaw: Flaw) {
    super(flaw.message);
    this.flaw = flaw;
  }
}

/** The whole tree as plain data, or the one reason why not. */
export function readPlain(tree: Tree): PlainReading {
  try {
    return { ok: true, value: follow({ ...tree, aliases: 0, values: 0, open: new Set() }, tree.document.contents, 0) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, flaws: [error.flaw] };
    throw error;
  }
}

function follow(reading: Reading, node: unknown, depth: number): unknown {
  reading.values += 1;
  if (reading.values > VALUES_MAX) {
    refuse(reading, node, {
      code: 'too-large',
      message: `it holds more than ${VALUES_MAX} values once its aliases are followed, but that is the most a file may hold`,
      hint: 'Write the values out without anchors (&) and aliases (*), or split the file.',
    });
  }
  if (depth > DEPTH_MAX) {
    refuse(reading, node, {
      code: 'too-large',
      message: `it is more than ${DEPTH_MAX} levels deep, but no file of a pack needs more than 8`,
      hint: 'Take the extra levels of brackets or indentation out.',
    });
  }
  if (isAlias(node)) return followAlias(reading, node, depth);
  if ((isScalar(node) || isMap(node) || isSeq(node)) && node.tag !== undefined) {
    refuse(reading, node, {
      code: 'syntax',
      message: `the tag "${node.tag}" stands before a value, but a pack is plain data without tags`,
      hint: 'Delete the tag (the word that begins with "!").',
    });
  }
  if (isScalar(node)) return readScalar(reading, node);
  if (isMap(node)) return readMap(reading, node, depth);
  if (isSeq(node)) return node.items.map((item) => follow(reading, item, depth + 1));
  return null;
}

function followAlias(reading: Reading, node: Alias, depth: number): unknown {
  reading.aliases += 1;
  if (reading.aliases > LIMITS.yamlAliases) {
    refuse(reading, node, {
      code: 'too-large',
      message: `the alias "*${node.source}" is number ${reading.aliases}, but a file may follow at most ${LIMITS.yamlAliases} aliases`,
      hint: 'Write the values out without anchors (&) and aliases (*).',
    });
  }
  const target = node.resolve(reading.document);
  if (target === undefined) {
    refuse(reading, node, {
      code: 'syntax',
      message: `the alias "*${node.source}" is there, but an alias repeats an anchor that stands above it`,
      hint: 'Write the value out in place of the alias.',
    });
  }
  if (reading.open.has(target)) {
    refuse(reading, node, {
      code: 'cycle',
      message: `the alias "*${node.source}" stands inside its own anchor, but a value cannot hold itself`,
      hint: 'Write the value out in place of the alias.',
    });
  }
  reading.open.add(target);
  const value = follow(reading, target, depth + 1);
  reading.open.delete(target);
  return value;
}

function readScalar(reading: Reading, node: Scalar): unknown {
  if (typeof node.value === 'number' && !Number.isFinite(node.value)) {
    refuse(reading, node, {
      code: 'out-of-range',
      message: `the value is ${node.source ?? String(node.value)}, but a number is finite`,
      hint: 'Write a plain number such as 0.25, or put text in quotes.',
    });
  }
  return node.value;
}

function readMap(reading: Reading, node: YAMLMap, depth: number): unknown {
  const map: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (RESERVED_KEYS.has(name) || name === '<<') {
      refuse(reading, key, {
        code: 'schema',
        message: `the field "${name}" is reserved, but fields are the words that docs/packs.md lists`,
        hint: name === '<<' ? 'Write the fields out instead of merging them in.' : 'Give the field another name.',
      });
    }
    map[name] = follow(reading, value, depth + 1);
  }
  return map;
}

function refuse(reading: Reading, node: unknown, flaw: Pick<Flaw, 'code' | 'message' | 'hint'>): never {
  const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : null;
  const { file } = reading;
  const position = reading.positionOf(range?.[0] ?? 0);
  throw new Refusal({ ...flaw, file, position, message: `${file}: ${flaw.message}` });
}
