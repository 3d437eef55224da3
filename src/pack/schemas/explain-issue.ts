// Says what a schema found wrong in a planner's words: the thing, its value, the rule and the next step.
import type { ProblemCode } from '#kernel';
import type { z } from 'zod';
import { didYouMean } from '../text/did-you-mean.ts';

/** One issue of a schema in words; an unknown field makes one for each field. */
export type Explanation = {
  readonly code: ProblemCode;
  readonly path: readonly PropertyKey[];
  /** Whether it is the key that is wrong, rather than what stands there. */
  readonly isAboutKey: boolean;
  readonly value: unknown;
  readonly rule: string;
  readonly hint: string;
};

/** @param root the whole value that the schema read */
export function explainIssue(issue: z.core.$ZodIssue, root: unknown): readonly Explanation[] {
  const value = valueAt(root, issue.path);
  const field = String(issue.path.at(-1) ?? 'file');
  if (issue.code === 'unrecognized_keys') {
    const [rule = '', known = ''] = issue.message.split('\n');
    return issue.keys.map((key) => ({
      code: 'schema',
      path: [...issue.path, key],
      isAboutKey: true,
      value: valueAt(root, [...issue.path, key]),
      rule: `"${key}" is not a field: ${rule}`,
      hint: `Delete "${key}" or give it the name of a known field${didYouMean(key, known.split(', '))}.`,
    }));
  }
  const explanation = { path: issue.path, isAboutKey: false, value };
  const [rule = '', nextStep] = issue.message.split('\n');
  if (nextStep !== undefined) {
    const code = field === 'source' ? 'missing-source' : codeOf(issue);
    return [{ ...explanation, code, rule, hint: nextStep }];
  }
  return [{ ...explanation, ...builtInWords(issue, field, value) }];
}

type Words = Pick<Explanation, 'code' | 'rule' | 'hint'>;

function builtInWords(issue: z.core.$ZodIssue, field: string, value: unknown): Words {
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const guess = typeof value === 'string' ? didYouMean(value, values) : '';
    return { code: 'schema', rule: `it is one of ${values.join(', ')}`, hint: `Write one of those words${guess}.` };
  }
  if (issue.code === 'invalid_type' && value === undefined) {
    return { code: 'schema', rule: `the field "${field}" is required`, hint: `Add "${field}: …" here.` };
  }
  if (issue.code === 'invalid_type') {
    const expected = TYPE_WORDS[issue.expected] ?? issue.expected;
    return { code: 'schema', rule: `it is ${expected}`, hint: `Write ${expected} here; docs/packs.md shows the form.` };
  }
  return {
    code: codeOf(issue),
    rule: issue.message,
    hint: `Change "${field}" so that it follows the rule; docs/packs.md shows the form.`,
  };
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  array: 'a list, each item on a line that begins with "- "',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'a group of fields, each as "name: value"',
  record: 'a group of fields, each as "name: value"',
  string: 'text',
  tuple: 'a list of a fixed length',
};

/** A schema's own rule may name the code of its problem in its params. */
function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    return issue.origin === 'number' ? 'out-of-range' : 'schema';
  }
  const named: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return CODES.find((code) => code === named) ?? 'schema';
}

const CODES = ['out-of-range', 'inconsistent', 'syntax', 'duplicate'] as const satisfies readonly ProblemCode[];

export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

/** A path as people write it: `roles.data-analyst.composition[0].shareOfFte`; an item with an id goes by it. */
export function pathInWords(root: unknown, path: readonly PropertyKey[]): string {
  let words = '';
  for (const [depth, step] of path.entries()) {
    const here = valueAt(root, path.slice(0, depth + 1));
    const id = typeof step === 'number' ? valueAt(here, ['id']) : undefined;
    if (typeof id === 'string' || typeof id === 'number') words += `.${id}`;
    else words += typeof step === 'number' ? `[${step}]` : `${words === '' ? '' : '.'}${String(step)}`;
  }
  return words;
}
