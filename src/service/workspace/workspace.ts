// The tenant's pack, read once per version and kept: what every page and every use case starts from.
import { assert, ok, type Result } from '#kernel';
import { publishPack, type Pack } from '#planning';
import { ancestorsOf, placeTree, type PlaceTree, type StockRow } from '#workforce';
import type { Below } from '../access/permit.ts';
import type { PackTextReader } from '../file-ports.ts';
import type { PackHead, StoreSession } from '../ports.ts';
import type { Desk } from '../world.ts';

/** A pack as it stands for a tenant, with what is asked of it again and again. */
export type Workspace = {
  readonly head: PackHead;
  /** As it may be published: whatever is shown or worked out comes from this one. */
  readonly pack: ReturnType<typeof publishPack>;
  /** The people in post as the files state them, for a change of those files alone; never shown. */
  readonly recordedStock: readonly StockRow[];
  readonly tree: PlaceTree;
  readonly isBelow: Below;
  /** Code of the place at the top. */
  readonly root: string;
};

/** Packs kept in memory, by hash: the pages of one moment share one reading. */
const KEPT_MAX = 4;
const kept = new Map<string, Omit<Workspace, 'head'>>();

/** Reads the newest version of the tenant's pack. What the store holds was checked before it was kept, so a pack that
 *  does not read is told as a problem of this program's version. */
export async function openWorkspace(session: StoreSession, readPackTexts: PackTextReader): Promise<Result<Workspace>> {
  const head = await session.pack.head();
  const known = kept.get(head.hash);
  if (known !== undefined) return ok({ head, ...known });
  const pending = underWay.get(head.hash) ?? readNewest(session, readPackTexts);
  underWay.set(head.hash, pending);
  try {
    const reading = await pending;
    if (!reading.ok) return reading;
    return ok({ head, ...(kept.get(head.hash) ?? keepReading(head.hash, reading.value)) });
  } finally {
    underWay.delete(head.hash);
  }
}

/** Readings that are under way, by hash: whoever asks meanwhile waits for the same one. */
const underWay = new Map<string, Promise<Result<Pack>>>();

async function readNewest(session: StoreSession, readPackTexts: PackTextReader): Promise<Result<Pack>> {
  const files = await session.pack.files(null);
  return readPackTexts(new Map([...files].map(([path, { text }]) => [path, text])));
}

/** Keeps a pack that was read whole, so that nobody reads it again while it is the newest.
 *  @param hash of the content, whoever's it is */
export function keepReading(hash: string, read: Pack): Omit<Workspace, 'head'> {
  const opened = workspaceOf(read);
  kept.set(hash, opened);
  for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT_MAX))) kept.delete(old);
  return opened;
}

/** Works with the pack as the member's tenant has it now, in one transaction with all that is done there. */
export function withWorkspace<T>(
  { world, actor }: Desk,
  work: (session: StoreSession, workspace: Workspace) => Promise<Result<T>>,
): Promise<Result<T>> {
  return world.store.inTenant<T>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    return workspace.ok ? work(session, workspace.value) : workspace;
  });
}

/** The pack as the member's tenant has it now; nothing of what people keep beside it. */
export function atWorkspace(desk: Desk): Promise<Result<Workspace>> {
  return withWorkspace(desk, async (_, workspace) => ok(workspace));
}

function workspaceOf(read: Pack): Omit<Workspace, 'head'> {
  const pack = publishPack(read);
  const tree = placeTree(pack.system.places);
  const [top] = tree.places;
  assert(top !== undefined, 'a pack has a place at the top');
  const isBelow: Below = (code, root) =>
    tree.byCode.has(code) && (code === root || ancestorsOf(tree, code).some((above) => above.code === root));
  return { pack, recordedStock: read.system.stock, tree, isBelow, root: top.code };
}
