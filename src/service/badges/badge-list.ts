// What the service says of its badges to whoever verifies them: the signed list of what was taken back, and verdicts.
import { fail, ok, type Result } from '#kernel';
import { badgeRecordSchema, badgeStatusSchema } from '#pathways';
import type { BadgeVerdict } from './badge-signer.ts';
import { allRecords } from '../records/all-records.ts';
import { notThere, type Desk, type ServiceWorld } from '../world.ts';

/** The list of one tenant, for anybody: it says nothing of whose the badges are. */
export function publishedList(world: ServiceWorld, tenant: string): Promise<Result<string>> {
  const { badges } = world;
  if (badges === null) return Promise.resolve(notThere('badges'));
  return world.store.inTenant(tenant, async ({ records }) => {
    const revoked = (await allRecords(records, { kind: 'badge-status', places: null, state: 'revoked' })).map(
      ({ body }) => {
        const { statusPlace, reason } = badgeStatusSchema.parse(body);
        return { place: statusPlace, reason: reason ?? '' };
      },
    );
    return badges.statusList({ tenant, at: world.clock(), revoked });
  });
}

/** Verifies a badge of any issuer; one of this service against the list as it is now.
 *  @param list as text, for badges of others; null where none is at hand */
export async function verifyText(
  world: ServiceWorld,
  text: string,
  list: string | null,
): Promise<Result<BadgeVerdict>> {
  const { badges } = world;
  if (badges === null) return notThere('badges');
  const own = badges.tenantOf(text);
  const published = own === null ? null : await publishedList(world, own);
  const held = published?.ok === true ? published.value : list;
  return ok(await badges.verify(text, { at: world.clock(), list: held }));
}

/** The member's badges that hold, gathered and signed as a passport. */
export function badgePassport({ world, actor }: Desk): Promise<Result<string>> {
  const { badges } = world;
  if (badges === null) return Promise.resolve(notThere('badges'));
  return world.store.inTenant(actor.tenant, async ({ records }) => {
    const own = (await records.ofOwner(actor.id)).filter(({ kind, isRemoved }) => kind === 'badge' && !isRemoved);
    const texts = own.map(({ body }) => badgeRecordSchema.parse(body)).filter(({ state }) => state === 'issued');
    if (texts.length === 0) return fail(noBadge);
    const order = { tenant: actor.tenant, member: actor.id, at: world.clock() };
    return badges.passport({ ...order, badges: texts.map(({ document }) => document) });
  });
}

const noBadge = {
  code: 'not-found',
  message: 'You have no badge that holds, so there is nothing to gather.',
  path: 'badge',
  hint: 'A verifier issues one for a skill that was verified.',
} as const;
