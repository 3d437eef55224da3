// blueprint/versions/*.yaml where it begins with `amends`: another version of the catalogue, told as what it changes.
import { z } from 'zod';
import { parameterValue, requirement } from './catalogue-file.ts';
import { id, list, month, record, says } from './formats.ts';

const version = z.string(says('a version is text such as 1.0.0', 'Put the version in quotes.')).min(1).max(40);

const {
  title,
  statement,
  standards,
  measures,
  accountableTier,
  responsible,
  consulted,
  informed,
  lock,
  appliesTo,
  from,
  matures,
  demand,
  teams,
  skills,
  themes,
  pathwayStep,
} = requirement.shape;

const change = record({
  requirement: id,
  title: title.optional(),
  statement: statement.optional(),
  standards: standards.unwrap().optional(),
  measures: measures.unwrap().optional(),
  accountableTier: accountableTier.optional(),
  responsible: responsible.unwrap().optional(),
  consulted: consulted.unwrap().optional(),
  informed: informed.unwrap().optional(),
  lock: lock.optional(),
  appliesTo: appliesTo.optional(),
  from: from.optional(),
  matures: matures.optional(),
  demand: demand.unwrap().optional(),
  teams: teams.unwrap().optional(),
  skills: skills.unwrap().optional(),
  themes: themes.unwrap().optional(),
  pathwayStep: pathwayStep.unwrap().optional(),
  parameters: list(record({ id, value: parameterValue }))
    .default([])
    .describe('New values of its parameters'),
}).transform(({ requirement: of, parameters, ...named }) => {
  // A field that is not named is absent, not undefined, so that it does not wipe out what stays.
  const fields = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  return { requirement: of, parameters, fields };
});

export const amendmentFileSchema = record({
  amends: version.describe('Version in force that it changes'),
  version,
  status: z.enum(['illustrative', 'draft', 'adopted']),
  published: month,
  removes: list(id).default([]),
  changes: list(change).default([]),
  adds: list(requirement).default([]),
});
