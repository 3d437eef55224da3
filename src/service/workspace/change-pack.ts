// Changes the tenant's pack: checked whole by its reader before anything is kept, recorded in the same transaction.
import { fail, ok, type Result } from '#kernel';
import { isPermitted } from '../access/permit.ts';
import type { Action, Resource } from '../access/permissions.ts';
import type { PackChange, PackFile, PackHead, StoreSession } from '../ports.ts';
import { notAllowed, notThere, type Desk } from '../world.ts';
import { keepReading, openWorkspace } from './workspace.ts';

/** A change of one or more files of the pack, as somebody asks for it. */
export type PackOrder = {
  readonly changes: readonly PackChange[];
  readonly action: Action;
  readonly resource: Resource;
  /** Code of the place whose business it is. */
  readonly place: string;
  /** One sentence for the history and the audit. */
  readonly summary: string;
};

/** Keeps the change where the pack still reads with it. @returns the new head, or every problem of the pack as it would
 *  be, `stale` where a file has changed since, and nothing kept */
export function changePack({ world, actor }: Desk, order: PackOrder): Promise<Result<PackHead>> {
  return world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const target = { resource: order.resource, place: order.place, owner: null, party: null };
    const { isBelow } = workspace.value;
    if (!isPermitted(actor, 'read', { target, isBelow })) return notThere(order.place);
    if (!isPermitted(actor, order.action, { target, isBelow })) {
      return notAllowed(`${order.action} the ${order.resource} of ${order.place}`, order.place);
    }
    const texts = await textsWith(session, order.changes);
    const reading = await world.readPackTexts(texts);
    if (!reading.ok) return reading;
    if (reading.value.hash === workspace.value.head.hash) return ok(workspace.value.head);
    const saved = await session.pack.save(order.changes, reading.value.hash, {
      by: actor.id,
      at: world.clock(),
      action: order.action,
      resource: order.resource,
      place: order.place,
      summary: order.summary,
    });
    // The next page starts from this reading, and does not hold up everybody else with another.
    if (saved.ok) keepReading(saved.value.hash, reading.value);
    return saved;
  });
}

/** What a change would bring, without keeping it: the pack as it would be, or its problems. */
export function previewPack({ world, actor }: Desk, changes: readonly PackChange[]) {
  return world.store.inTenant(actor.tenant, async (session) => {
    const reading = await world.readPackTexts(await textsWith(session, changes));
    return reading.ok ? ok(reading.value) : fail<never>(...reading.problems);
  });
}

async function textsWith(session: StoreSession, changes: readonly PackChange[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map([...(await session.pack.files(null))].map(([path, { text }]) => [path, text]));
  for (const { path, text } of changes) {
    if (text === null) texts.delete(path);
    else texts.set(path, text);
  }
  return texts;
}

/** Every file of the pack as it stands, with the version at which each last changed. */
export function packTexts({ world, actor }: Desk): Promise<Result<ReadonlyMap<string, PackFile>>> {
  return world.store.inTenant(actor.tenant, async (session) => ok(await session.pack.files(null)));
}
