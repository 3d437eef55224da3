// One small edit of the hamlet pack and the refusal that it must meet; the tables beside this file hold them.

/** The mark `«` in `put` stands where the refusal is to point; it is taken out before the file is written. */
export type Mutation = {
  /** A true sentence: "a place under an unknown parent is refused". */
  readonly name: string;
  readonly file: string;
  /** Text of the file to replace, at its first place; the empty text stands for the whole file. */
  readonly find: string;
  readonly put: string;
  /** Where the refusal is to point when that is not in the replaced text: a text of a file, at its first place. */
  readonly at?: { readonly file: string; readonly text: string };
  readonly code: string;
  /** The value as the message shows it. */
  readonly value: string;
  /** Words of the rule. */
  readonly rule: string;
  /** Words of the next step. */
  readonly next: string;
};

export type Mutated = { readonly text: string; readonly offset: number | null };

/** @throws where the text to replace is not there, so that a table never tests nothing */
export function mutate(original: string, { find, put, name }: Pick<Mutation, 'find' | 'put' | 'name'>): Mutated {
  const start = find === '' ? 0 : original.indexOf(find);
  if (start === -1) throw new Error(`${name}: the text ${JSON.stringify(find)} is not in the file`);
  const end = find === '' ? original.length : start + find.length;
  const mark = put.indexOf('«');
  const text = original.slice(0, start) + put.replace('«', '') + original.slice(end);
  if (text === original) throw new Error(`${name}: nothing is changed`);
  return { text, offset: mark === -1 ? null : start + mark };
}

/** `line:column` of an offset, both from 1. */
export function positionIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
