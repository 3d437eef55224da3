// Programmes and cohorts as they stand in a file, checked against the pack that they feed.
import { fail, ok, type Problem, type Result } from '#kernel';
import { cohortProblems, cohortSchema, programmeSchema } from '#pathways';
import { z } from 'zod';
import type { Pack } from '../ports.ts';

/** Most cohorts of one file: a hundred a year for each of forty-two systems, over ten years, and half as many again. */
const COHORTS_MAX = 65_000;

export const cohortBookSchema = z.strictObject({
  programmes: z.array(programmeSchema).max(1000),
  cohorts: z.array(cohortSchema).max(COHORTS_MAX),
});
export type CohortBook = z.infer<typeof cohortBookSchema>;

/** @param input what a file holds @returns the book, or all that does not hold together in it or with the pack */
export function readCohortBook(input: unknown, path: string, pack: Pack): Result<CohortBook> {
  const parsed = cohortBookSchema.safeParse(input);
  if (!parsed.success) {
    return fail(
      ...parsed.error.issues.map((issue): Problem => ({
        code: 'schema',
        message: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
        path,
        hint: 'Correct the field; docs/model/cohorts.md shows a whole file.',
      })),
    );
  }
  const problems = bookProblems(parsed.data, pack);
  return problems.length > 0 ? fail(...problems) : ok(parsed.data);
}

function bookProblems({ programmes, cohorts }: CohortBook, pack: Pack): readonly Problem[] {
  const seats = new Set(pack.system.stock.map(({ place }) => place));
  return [
    ...twice(programmes.map(({ id }) => id)),
    ...twice(cohorts.map(({ id }) => id)),
    ...programmes.flatMap((programme) => {
      const channel = pack.system.channels.find(({ id }) => id === programme.channel);
      if (channel === undefined) {
        return [stranger(programme.id, `channel '${programme.channel}' is not in channels.yaml`)];
      }
      const leads = channel.yields.some(({ role, band }) => role === programme.role && band === programme.band);
      const post = `${programme.role}, band ${programme.band}`;
      return leads ? [] : [stranger(programme.id, `channel '${channel.id}' does not lead to ${post}`)];
    }),
    ...cohorts.flatMap((cohort) => {
      const programme = programmes.find(({ id }) => id === cohort.programme);
      if (programme === undefined) return [stranger(cohort.id, `programme '${cohort.programme}' is not in the file`)];
      const seat = seats.has(cohort.place)
        ? []
        : [stranger(cohort.id, `place '${cohort.place}' holds no people itself`)];
      return [...seat, ...cohortProblems(cohort, programme)];
    }),
  ];
}

function twice(ids: readonly string[]): readonly Problem[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => ({
    code: 'duplicate',
    message: `'${id}' stands there more than once; an id names one thing`,
    path: id,
    hint: 'Rename one of them.',
  }));
}

function stranger(path: string, message: string): Problem {
  return { code: 'unknown-reference', message, path, hint: 'Name what stands in the pack, or correct the pack.' };
}
