// What expires by itself: records of people whose time is over, and people whose membership ended long ago.
import { ok, type Problem, type Result } from '#kernel';
import type { Instant, StoreSession } from '../ports.ts';
import { allRecords } from '../records/all-records.ts';
import type { RecordKind } from '../records/record-kind.ts';
import type { ServiceWorld } from '../world.ts';
import { erasePerson, hasLeft } from './leave.ts';

/** Months after a membership has ended in which somebody who comes back finds what was theirs. */
export const MONTHS_AFTER_END = 12;

export type Expired = { readonly records: number; readonly people: number };

/** Erases what has expired in one tenant, whole or not at all. */
export function expirePersonal(world: ServiceWorld, tenant: string): Promise<Result<Expired>> {
  return world.store.inTenant<Expired>(tenant, async (session) => {
    const people = await expirePeople(session, world);
    if (!people.ok) return people;
    let records = 0;
    for (const kind of world.kinds) {
      const done = await expireKind(session, kind, world.clock());
      if (!done.ok) return done;
      records += done.value;
    }
    return ok({ records, people: people.value });
  });
}

/** The audit names the service itself where nobody asked. */
const BY = 'service';

async function expireKind(session: StoreSession, kind: RecordKind, at: Instant): Promise<Result<number>> {
  const keptMonths = kind.personal?.keptMonths ?? null;
  if (keptMonths === null) return ok(0);
  const before = monthsBefore(at, keptMonths);
  const old = (await allRecords(session.records, { kind: kind.kind, places: null, state: null })).filter(
    ({ changedAt }) => changedAt < before,
  );
  for (const { id, version, place } of old) {
    const summary = `A record was erased ${keptMonths} months after its last change.`;
    const deed = { by: BY, at, action: 'remove', resource: kind.resource, place, summary } as const;
    const done = await session.records.erase(kind.kind, id, { madeFrom: version, deed });
    if (!done.ok) return done;
  }
  return ok(old.length);
}

async function expirePeople(session: StoreSession, { kinds, clock }: ServiceWorld): Promise<Result<number>> {
  const ended = (await session.members.list()).filter((member) => member.isDisabled && !hasLeft(member));
  if (ended.length === 0) return ok(0);
  const at = clock();
  const changed = await lastChanges(session);
  const before = monthsBefore(at, MONTHS_AFTER_END);
  const gone = ended.filter(({ id }) => (changed.get(`member/${id}`) ?? at) < before);
  const problems: Problem[] = [];
  for (const member of gone) {
    const deed = { by: BY, at, action: 'remove', place: member.place } as const;
    const done = await erasePerson(session, { member, kinds, deed });
    if (!done.ok) problems.push(...done.problems);
  }
  return problems.length === 0 ? ok(gone.length) : { ok: false, problems };
}

const LINES = 5000;

/** When each membership last changed, as the audit says. */
async function lastChanges({ audit }: StoreSession): Promise<ReadonlyMap<string, Instant>> {
  const changed = new Map<string, Instant>();
  for (let from = 1; ; from += LINES) {
    const lines = await audit.lines(from, LINES);
    for (const { subject, at } of lines) if (subject.startsWith('member/')) changed.set(subject, at);
    if (lines.length < LINES) return changed;
  }
}

/** Texts of instants are in the order of time; the day of the month may be one that the month does not have, which does
 *  not matter for an order. */
function monthsBefore(at: Instant, months: number): Instant {
  const count = Number(at.slice(0, 4)) * 12 + Number(at.slice(5, 7)) - 1 - months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}${at.slice(7)}`;
}
