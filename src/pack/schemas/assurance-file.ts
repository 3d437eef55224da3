// blueprint/assurance/*.yaml: evidence that expires, findings, risks and actions.
import { SEVERITIES } from '#blueprint';
import { z } from 'zod';
import { id, list, month, name, record, source, text } from './formats.ts';

const of = { id, place: id, requirement: id, summary: text.min(1), source };
const severity = z.enum(SEVERITIES);

export const assuranceFileSchema = record({
  evidence: list(
    record({ ...of, observed: month, expires: month.describe('First month in which it no longer counts') }),
  ).default([]),
  findings: list(record({ ...of, severity, raised: month, closed: month.nullable().default(null) })).default([]),
  risks: list(
    record({ ...of, likelihood: severity, impact: severity, owner: name.describe('An office'), reviewBy: month }),
  ).default([]),
  actions: list(
    record({
      ...of,
      answers: id.nullable().default(null).describe('Finding or risk that it answers'),
      channel: id.nullable().default(null).describe('Channel whose starts in the plan carry it out'),
      owner: name.describe('An office'),
      due: month,
      done: month.nullable().default(null),
    }),
  ).default([]),
});
