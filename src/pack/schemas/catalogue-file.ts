// blueprint/catalogue.yaml: the domains and requirements of the blueprint.
import { ARCHETYPE_KINDS, type Formula, LOCK_CLASSES, parseFormula } from '#blueprint';
import { SKILL_LEVELS } from '#workforce';
import { z } from 'zod';
import { filledList, id, list, month, name, number, record, says, source, text, tier } from './formats.ts';

const SYNTAX = { code: 'syntax' } as const;
const FORMULA_RULE = says('a demand formula is text such as "staff / 1000 * perThousand"', 'Write a formula.');

const formula = z
  .union([z.string().min(1).max(2000), z.number()], { error: FORMULA_RULE })
  .transform((written, context): Formula => {
    const parsed = parseFormula(String(written));
    if (parsed.ok) return parsed.value;
    for (const problem of parsed.problems) {
      context.issues.push({
        code: 'custom',
        message: says(problem.message, problem.hint),
        input: written,
        params: SYNTAX,
      });
    }
    return z.NEVER;
  });

const PARAMETER_VALUE_RULE = says(
  'a value is a number or { assumption: ID }',
  'Write a number, or name an assumption of the register as { assumption: ID }.',
);
export const parameterValue = z.union(
  [
    z.number().transform((value) => ({ kind: 'number' as const, value })),
    record({ assumption: id }).transform(({ assumption }) => ({ kind: 'assumption' as const, id: assumption })),
  ],
  { error: PARAMETER_VALUE_RULE },
);

const STRICTER_RULE = says(
  'a parameter that may only be tightened says which direction is stricter',
  'Add "stricter: higher" or "stricter: lower".',
);
const parameter = record({
  id,
  description: text,
  unit: name,
  value: parameterValue,
  min: number.nullable().default(null),
  max: number.nullable().default(null),
  lock: z.enum(LOCK_CLASSES),
  stricter: z.enum(['higher', 'lower']).optional(),
}).transform((fields, context) => {
  if (fields.lock === 'tighten-only' && fields.stricter === undefined) {
    context.issues.push({ code: 'custom', path: ['stricter'], message: STRICTER_RULE, input: undefined });
  }
  return { ...fields, stricter: fields.stricter ?? ('higher' as const) };
});

const demandItem = record({
  role: z.union([z.literal('*'), id], {
    error: says('a role is an id of roles.yaml or *', 'Write a role id, or * for all.'),
  }),
  band: id.nullable().default(null),
  formula,
});

const titled = record({ id, title: name });
const office = record({ tier, title: name });

export const requirement = record({
  id,
  domain: id,
  parent: id.nullable().default(null).describe('Requirement that it is a part of'),
  title: name,
  statement: text,
  pathwayStep: name.nullable().default(null),
  standards: list(name).default([]),
  themes: list(id).default([]),
  accountableTier: tier,
  responsible: list(office).default([]),
  consulted: list(office).default([]),
  informed: list(office).default([]),
  lock: z.enum(LOCK_CLASSES),
  appliesTo: record({ tier, kinds: filledList(name).nullable().default(null) }),
  from: month.describe('Month from which work on it asks for people'),
  matures: month.describe('Month by which it is met in full'),
  parameters: list(parameter).default([]),
  demand: list(demandItem).default([]),
  teams: list(record({ archetype: id, count: formula }))
    .default([])
    .describe('Whole teams asked for, on top of demand'),
  skills: list(record({ skill: name, level: z.enum(SKILL_LEVELS) })).default([]),
  measures: list(text).default([]),
  source,
});

const archetype = record({
  id,
  title: name,
  kind: z.enum(ARCHETYPE_KINDS),
  satisfies: list(id).default([]),
  members: list(
    record({
      role: id,
      band: id.nullable().default(null),
      fte: number.positive(
        says('a member takes more than 0 FTE', 'Write the FTE of posts in one team, such as 1 or 0.5.'),
      ),
    }),
  ).default([]),
  source,
});

export const catalogueFileSchema = record({
  id,
  title: name,
  version: z.string(says('a version is text such as 1.0.0', 'Put the version in quotes.')).min(1).max(40),
  status: z.enum(['illustrative', 'draft', 'adopted']),
  published: month,
  domains: filledList(titled),
  pathways: list(record({ id, title: name, steps: filledList(titled) })).default([]),
  themes: list(titled).default([]),
  archetypes: list(archetype).default([]),
  awaits: record({ kinds: list(name).default([]), places: list(id).default([]) })
    .default({ kinds: [], places: [] })
    .describe('Kinds and codes of bodies that the pack does not have yet and that profiles may speak for already'),
  spanOfControl: record({
    bands: filledList(id),
    requirementsPerPost: number.positive(
      says('a post answers for more than 0 requirements', 'Write how many one senior post can answer for, such as 5.'),
    ),
    source,
  })
    .nullable()
    .default(null)
    .describe('How much one senior post can answer for'),
  requirements: list(requirement),
});
