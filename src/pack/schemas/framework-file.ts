// A file of skills/frameworks/: one version of a skills framework, with its roles, levels and what they ask for.
import { type Framework, SENIORITY_BASES } from '#pathways';
import { SKILL_LEVELS } from '#workforce';
import { z } from 'zod';
import { filledList, id, list, name, record, source, text, whole } from './formats.ts';

const skillLevel = z.enum(SKILL_LEVELS);

const level = record({
  id,
  name,
  rank: whole(1, 100).describe('Step of seniority in the role, 1 the lowest; levels side by side share one'),
  needs: z.record(id, skillLevel).default({}).describe('Id of a skill → the level asked for'),
});

const fields = record({
  id: id.describe('Names the framework through all its versions'),
  title: name,
  version: name.describe("The publisher's own name for the version"),
  published: name.describe('YYYY, YYYY-MM or YYYY-MM-DD'),
  source,
  notes: list(text).default([]).describe('What a reader must know: what was derived, what was left out'),
  skills: filledList(
    record({
      id,
      name,
      group: name.nullable().default(null).describe('Competency that it belongs to'),
      related: list(id).default([]).describe('Ids of skills that the framework calls related'),
    }),
  ),
  roles: list(
    record({
      id,
      name,
      family: name,
      seniority: z.enum(SENIORITY_BASES).describe('Whether the framework states the order of levels'),
      levels: filledList(level).describe('Least senior first'),
    }),
  ).default([]),
});

export const frameworkFileSchema = fields.transform(({ roles, ...head }): Framework => ({
  ...head,
  roles: roles.map((role) => ({
    ...role,
    levels: role.levels.map(({ needs, ...each }) => ({
      ...each,
      needs: Object.entries(needs).map(([skill, height]) => ({ skill, level: height })),
    })),
  })),
}));
