// Who has made a step before: people of completed cohorts who are in the post that their programme leads to.
import { groupBy, ok, type Result } from '#kernel';
import { cohortSchema, programmeSchema } from '#pathways';
import type { StepHistory } from '#planning';
import { allRecords } from '../records/all-records.ts';
import type { Desk } from '../world.ts';

/** Counts of the whole tenant, for a reader to whom small ones are not shown. A step beside the job or a promotion is
 *  counted by nobody: it is null. */
export function completedMoves({ world, actor }: Desk): Promise<Result<StepHistory>> {
  return world.store.inTenant<StepHistory>(actor.tenant, async (session) => {
    const cohorts = groupBy(
      (await allRecords(session.records, { ...EVERYWHERE, kind: 'cohort' })).map(({ body }) =>
        cohortSchema.parse(body),
      ),
      ({ programme }) => programme,
    );
    const counts = new Map<string, number>();
    for (const { body } of await allRecords(session.records, { ...EVERYWHERE, kind: 'programme' })) {
      const { id, channel, role, band } = programmeSchema.parse(body);
      const actual = (cohorts.get(id) ?? []).map((cohort) => cohort.actual);
      const inPost = actual.reduce((sum, each) => sum + (each.inPost ?? 0), 0);
      const step = nameOf(channel, `${role}:${band}`);
      counts.set(step, (counts.get(step) ?? 0) + inPost);
    }
    return ok(({ to, programme }) => (programme === null ? null : (counts.get(nameOf(programme, to)) ?? null)));
  });
}

const EVERYWHERE = { places: null, state: null } as const;

function nameOf(channel: string, to: string): string {
  return `${channel} ${to}`;
}
