// Turns a YAML tree into plain data, refusing what could hide something: tags, merges, alias bombs, loops, NaN.
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document } from 'yaml';
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

type Source = {
  readonly file: string;
  readonly document: Document.Parsed;
  readonly positionOf: (offset: number) => Position;
};

/** Thrown and caught within this file, so that a refusal deep in the tree ends the reading. */
class Refusal extends Error {
  readonly flaw: Flaw;
  constructor(flaw: Flaw) {
    super(flaw.message);
    this.flaw = flaw;
  }
}

export function createPlainReader({ file, document, positionOf }: Source) {
  let aliases = 0;
  let values = 0;
  const open = new Set<unknown>();

  const refuse = (node: unknown, flaw: Pick<Flaw, 'code' | 'message' | 'hint'>): never => {
    const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : null;
    throw new Refusal({ ...flaw, file, position: positionOf(range?.[0] ?? 0), message: `${file}: ${flaw.message}` });
  };

  const follow = (node: unknown, depth: number): unknown => {
    values += 1;
    if (values > VALUES_MAX) {
      refuse(node, {
        code: 'too-large',
        message: `it holds more than ${VALUES_MAX} values once its aliases are followed, but that is the most a file may hold`,
        hint: 'Write the values out without anchors (&) and aliases (*), or split the file.',
      });
    }
    if (depth > DEPTH_MAX) {
      refuse(node, {
        code: 'too-large',
        message: `it is more than ${DEPTH_MAX} levels deep, but no file of a pack needs more than 8`,
        hint: 'Take the extra levels of brackets or indentation out.',
      });
    }
    if (isAlias(node)) return followAlias(node, depth);
    if (node === null || node === undefined) return null;
    if (isScalar(node)) return readScalar(node);
    if (isMap(node)) return readMap(node, depth);
    if (isSeq(node)) {
      refuseTag(node);
      return node.items.map((item) => follow(item, depth + 1));
    }
    return null;
  };

  const followAlias = (node: unknown, depth: number): unknown => {
    if (!isAlias(node)) return null;
    aliases += 1;
    if (aliases > LIMITS.yamlAliases) {
      refuse(node, {
        code: 'too-large',
        message: `the alias "*${node.source}" is number ${aliases}, but a file may follow at most ${LIMITS.yamlAliases} aliases`,
        hint: 'Write the values out without anchors (&) and aliases (*).',
      });
    }
    const target = node.resolve(document);
    if (target === undefined || open.has(target)) {
      refuse(node, {
        code: 'cycle',
        message: `the alias "*${node.source}" stands inside its own anchor, but a value cannot hold itself`,
        hint: 'Write the value out in place of the alias.',
      });
    }
    open.add(target);
    const value = follow(target, depth + 1);
    open.delete(target);
    return value;
  };

  const readScalar = (node: unknown): unknown => {
    if (!isScalar(node)) return null;
    refuseTag(node);
    if (typeof node.value === 'number' && !Number.isFinite(node.value)) {
      refuse(node, {
        code: 'out-of-range',
        message: `the value is ${node.source ?? String(node.value)}, but a number is finite`,
        hint: 'Write a plain number such as 0.25, or put text in quotes.',
      });
    }
    return typeof node.value === 'bigint' ? Number(node.value) : node.value;
  };

  const readMap = (node: unknown, depth: number): unknown => {
    if (!isMap(node)) return null;
    refuseTag(node);
    open.add(node);
    const map: Record<string, unknown> = Object.create(null);
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (RESERVED_KEYS.has(name) || name === '<<') {
        refuse(key, {
          code: 'schema',
          message: `the field "${name}" is reserved, but fields are the words that docs/packs.md lists`,
          hint: name === '<<' ? 'Write the fields out instead of merging them in.' : 'Give the field another name.',
        });
      }
      map[name] = follow(value, depth + 1);
    }
    open.delete(node);
    return map;
  };

  const refuseTag = (node: { readonly tag?: string | undefined; readonly range?: unknown }): void => {
    if (node.tag === undefined) return;
    refuse(node, {
      code: 'syntax',
      message: `the tag "${node.tag}" stands before a value, but a pack is plain data without tags`,
      hint: 'Delete the tag (the word that begins with "!").',
    });
  };

  return {
    read(): PlainReading {
      try {
        return { ok: true, value: follow(document.contents, 0) };
      } catch (error) {
        if (error instanceof Refusal) return { ok: false, flaws: [error.flaw] };
        throw error;
      }
    },
  };
}
