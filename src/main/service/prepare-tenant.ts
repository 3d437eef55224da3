// Makes the tenant and gives it its first pack, where that has not been done.
import { fail, ok, type Result } from '#kernel';
import { readWholePack } from '#pack';
import type { Clock, Store } from '#service';

/** Who acts where nobody is signed in yet. */
export const INSTALLATION = 'installation';

export type TenantOrder = {
  readonly store: Store;
  readonly clock: Clock;
  /** Null for the id of the pack. */
  readonly tenant: string | null;
  readonly packDirectory: string;
};

/** @returns the tenant's id; its pack stays as it is where it has one */
export async function prepareTenant({ store, clock, tenant, packDirectory }: TenantOrder): Promise<Result<string>> {
  const known = await store.tenants();
  const [only] = known;
  if (tenant === null && only !== undefined && (await hasPack(store, only.id))) return ok(only.id);
  if (tenant !== null && known.some(({ id }) => id === tenant) && (await hasPack(store, tenant))) return ok(tenant);
  const whole = await readWholePack(packDirectory);
  if (!whole.ok) return whole;
  const { pack, files } = whole.value;
  const id = tenant ?? pack.system.id;
  const added = known.some((other) => other.id === id)
    ? ok(null)
    : await store.addTenant({ id, name: pack.system.name });
  if (!added.ok && added.problems[0]?.code !== 'duplicate') return fail(...added.problems);
  const saved = await store.inTenant(id, async (session) => {
    // Another process that starts at the same moment may have been first.
    if ((await session.pack.head()).version > 0) return ok(null);
    const changes = [...files].map(([path, text]) => ({ path, text, madeFrom: 0 }));
    const top = pack.system.places.find(({ parent }) => parent === null)?.code ?? null;
    const kept = await session.pack.save(changes, pack.hash, {
      by: INSTALLATION,
      at: clock(),
      action: 'create',
      resource: 'workforce',
      place: top,
      summary: `The pack '${pack.system.id}' was taken in.`,
    });
    return kept.ok ? ok(null) : kept;
  });
  return saved.ok ? ok(id) : saved;
}

async function hasPack(store: Store, tenant: string): Promise<boolean> {
  const head = await store.inTenant(tenant, async ({ pack }) => ok(await pack.head()));
  return head.ok && head.value.version > 0;
}
