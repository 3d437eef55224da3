// Who is signed in: opened at login under a new secret, ended by silence, age, logout or a disabled membership.
import { createHash, randomBytes } from 'node:crypto';
import { ok, type Result } from '#kernel';
import type { Instant, Member, ServiceWorld, SessionEntry } from '#service';
import { newToken } from './csrf.ts';

/** Somebody who is signed in. */
export type Visitor = { readonly actor: Member; readonly session: SessionEntry };

/** How long a session lasts. */
export type SessionTerms = {
  /** Without a request. */
  readonly idleMinutes: number;
  /** In all. */
  readonly absoluteHours: number;
};

export type Sessions = {
  /** @returns the secret for the cookie, of which only the hash is kept */
  open(member: Member): Promise<string>;
  /** @returns null where nobody is signed in by it; a failure where the store does not answer, which ends no session */
  find(secret: string): Promise<Result<Visitor | null>>;
  end(secret: string): Promise<void>;
};

/** 256 bits: twice what is asked of a session's secret. */
const SECRET_BYTES = 32;
/** A session in use is written down once in this time, so that reading a page does not mean a write. */
const TOUCH_AFTER_MS = 60_000;
const MINUTE_MS = 60_000;

export function createSessions(world: ServiceWorld, terms: SessionTerms): Sessions {
  return {
    async open(member) {
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      const now = world.clock();
      await world.sessions.purge(earlier(now, terms.absoluteHours * 60 * MINUTE_MS));
      await world.sessions.put({
        secretHash: hashOf(secret),
        tenant: member.tenant,
        member: member.id,
        csrfToken: newToken(),
        createdAt: now,
        usedAt: now,
      });
      return secret;
    },
    async find(secret) {
      const session = await world.sessions.get(hashOf(secret));
      if (session === null) return ok(null);
      const now = world.clock();
      if (hasEnded(session, now, terms)) {
        await world.sessions.remove(session.secretHash);
        return ok(null);
      }
      const actor = await memberOf(world, session);
      if (!actor.ok) return actor;
      if (actor.value === null) return ok(null);
      if (msBetween(session.usedAt, now) >= TOUCH_AFTER_MS) await world.sessions.touch(session.secretHash, now);
      return ok({ actor: actor.value, session });
    },
    end: (secret) => world.sessions.remove(hashOf(secret)),
  };
}

function hasEnded(session: SessionEntry, now: Instant, terms: SessionTerms): boolean {
  return (
    msBetween(session.usedAt, now) >= terms.idleMinutes * MINUTE_MS ||
    msBetween(session.createdAt, now) >= terms.absoluteHours * 60 * MINUTE_MS
  );
}

async function memberOf(world: ServiceWorld, { tenant, member }: SessionEntry): Promise<Result<Member | null>> {
  const found = await world.store.inTenant(tenant, async (session) => ok(await session.members.get(member)));
  if (!found.ok) return found.problems.some(({ code }) => code === 'not-found') ? ok(null) : found;
  if (found.value === null || found.value.isDisabled) return ok(null);
  const { id, role, place, supplier, displayName } = found.value;
  return ok({ tenant, id, role, place, supplier, displayName });
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function msBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

function earlier(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) - ms).toISOString();
}
