// What may be revised of an assumption, as data that comes from outside: months as text, every other field as it is kept.
import { assert, formatMonth, parseMonth } from '#kernel';
import { SOURCE_KINDS, type Assumption, type AssumptionValue } from '#workforce';
import { z } from 'zod';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'give a month as YYYY-MM');
const number = z.number();
const member = z.string().min(1).max(120);

const valueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scalar'), value: number }),
  z.strictObject({
    kind: z.literal('dated'),
    steps: z
      .array(z.strictObject({ from: month, value: number }))
      .min(1)
      .max(1000),
  }),
  z.strictObject({
    kind: z.literal('table'),
    cells: z
      .array(z.strictObject({ at: z.array(member).max(10), value: number }))
      .min(1)
      .max(20_000),
  }),
]);

const spreadSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('uniform'), low: number, high: number }),
  z.strictObject({ kind: z.literal('triangular'), low: number, mode: number, high: number }),
  z.strictObject({
    kind: z.literal('normal'),
    mean: number,
    sd: number,
    low: number.nullable(),
    high: number.nullable(),
  }),
  z.strictObject({ kind: z.literal('lognormal'), p10: number, p90: number }),
]);

/** The value and how sure one is of it; the axes of a table stay what they are. */
export const settingSchema = z.strictObject({ value: valueSchema, spread: spreadSchema.nullable() });
export type Setting = z.infer<typeof settingSchema>;

export const assumptionTermsSchema = settingSchema.extend({
  kind: z.enum(SOURCE_KINDS),
  source: z.string().min(1).max(120).describe('Id of a source of the pack'),
  note: z.string().max(2000),
  reliability: z.enum(['high', 'medium', 'low']),
  owner: z.string().trim().min(1).max(200).describe('The role that answers for it, never a person'),
  reviewBy: month,
});
export type AssumptionTerms = z.infer<typeof assumptionTermsSchema>;

export function termsOf({
  value,
  spread,
  kind,
  source,
  note,
  reliability,
  owner,
  reviewBy,
}: Assumption): AssumptionTerms {
  const { value: said, spread: range } = settingOf({ value, spread });
  return { value: said, spread: range, kind, source, note, reliability, owner, reviewBy: formatMonth(reviewBy) };
}

export function settingOf({ value, spread }: Pick<Assumption, 'value' | 'spread'>): Setting {
  switch (value.kind) {
    case 'scalar':
      return { value, spread };
    case 'dated':
      return {
        value: { kind: 'dated', steps: value.steps.map((step) => ({ ...step, from: formatMonth(step.from) })) },
        spread,
      };
    case 'table':
      return {
        value: { kind: 'table', cells: value.cells.map((cell) => ({ at: [...cell.at], value: cell.value })) },
        spread,
      };
  }
}

export function withTerms(before: Assumption, { value, spread, reviewBy, ...terms }: AssumptionTerms): Assumption {
  return { ...withSetting(before, { value, spread }), ...terms, reviewBy: asMonth(reviewBy) };
}

export function withSetting(before: Assumption, { value, spread }: Setting): Assumption {
  return { ...before, value: valueFrom(before.value, value), spread };
}

/** A value of another kind than the one before is refused by the reader of the pack, with its place. */
function valueFrom(before: AssumptionValue, said: Setting['value']): AssumptionValue {
  switch (said.kind) {
    case 'scalar':
      return said;
    case 'dated':
      return { kind: 'dated', steps: said.steps.map((step) => ({ ...step, from: asMonth(step.from) })) };
    case 'table':
      return { kind: 'table', axes: before.kind === 'table' ? before.axes : [], cells: said.cells };
  }
}

function asMonth(text: string): number {
  const found = parseMonth(text);
  assert(found !== null, 'the schema lets months alone through');
  return found;
}
