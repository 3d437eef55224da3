// Lets what is held of people expire: at the start of the service, and then once a day.
import { expirePersonal, type ServiceWorld } from '#service';
import { regularly } from './regularly.ts';

/** What expires is counted in months: a day sooner or later is nothing. */
const EVERY_MS = 24 * 60 * 60_000;

export type ExpiryOrder = {
  readonly world: ServiceWorld;
  readonly onFault: (fault: unknown) => void;
};

export function letExpire({ world, onFault }: ExpiryOrder): { stop(): Promise<void> } {
  return regularly({ everyMs: EVERY_MS, turn: () => expireAll(world), onFault });
}

/** One tenant after the other; where one fails, the others still have their turn. */
async function expireAll(world: ServiceWorld): Promise<void> {
  const faults: unknown[] = [];
  for (const { id } of await world.store.tenants()) {
    const done = await expirePersonal(world, id);
    if (!done.ok) faults.push(...done.problems);
  }
  if (faults.length > 0) throw new Error(`what should expire did not: ${JSON.stringify(faults)}`);
}
