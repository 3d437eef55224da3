// roles.yaml: professions, families, bands, roles with their compositions and skills, and moves in post.
import { SKILL_LEVELS } from '#workforce';
import { z } from 'zod';
import { filledList, id, list, name, record, share, source } from './formats.ts';

const post = record({ role: id, band: id });

const skillNeeds = list(record({ skill: name, level: z.enum(SKILL_LEVELS) })).default([]);

const role = record({
  id,
  name,
  family: id,
  bands: filledList(id).describe('Bands of its posts, lowest first'),
  composition: filledList(record({ profession: id, shareOfFte: share })).describe(
    'Shares of the post over professions; they add up to 1',
  ),
  registrations: list(name).default([]),
  skills: skillNeeds,
  standsFor: list(record({ band: id, framework: id, level: id }))
    .default([])
    .describe('Role level of a framework in skills/frameworks/ that a post in the band stands for'),
  source,
});

export const rolesFileSchema = record({
  professions: filledList(
    record({
      id,
      name,
      isDigital: z.boolean(),
      skills: skillNeeds.describe('Skills that anybody of the profession brings, whatever their post'),
    }),
  ),
  families: filledList(record({ id, name })),
  bands: filledList(record({ id, name })).describe('Pay bands, lowest first'),
  roles: filledList(role),
  moves: list(record({ from: post, to: post, chancePerYear: id })).default([]),
});
