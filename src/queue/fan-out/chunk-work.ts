// One chunk of a projection, done by whichever worker takes it: its input and its result lie with the tenant's results.
import { assert, ok, type Result } from '#kernel';
import type { ChunkResult, Model, ProjectionRequest } from '#engine';
import type { Store } from '#service';
import { packed, unpacked } from './packed-data.ts';

/** Projects one chunk on a thread of this machine. */
export type ChunkRunner = (model: Model, request: ProjectionRequest, index: number) => Promise<Result<ChunkResult>>;

/** Names of the parts under the key of a projection that is spread. */
export const INPUT_PART = 'input';
export const chunkPart = (index: number): string => `chunk/${index}`;
/** A chunk that broke down tells why. */
export const failurePart = (index: number): string => `failure/${index}`;

/** What every chunk of a projection is made from. */
export type ChunkInput = { readonly model: Model; readonly request: ProjectionRequest };

type ChunkOrder = { readonly tenant: string; readonly key: string; readonly index: number };
type ChunkWorld = { readonly store: Store; readonly runChunk: ChunkRunner };

/** A chunk whose projection has ended meanwhile is left alone. */
export async function doChunk({ store, runChunk }: ChunkWorld, { tenant, key, index }: ChunkOrder): Promise<void> {
  const input = await inputOf(store, tenant, key);
  if (input === null) return;
  const done = await runChunk(input.model, input.request, index);
  const part: readonly [string, string] = done.ok
    ? [chunkPart(index), packed(done.value)]
    : [failurePart(index), JSON.stringify(done.problems)];
  const kept = await store.inTenant(tenant, async ({ results }) => {
    // Nothing is kept for a projection that nobody waits for any more: nobody would remove it.
    if ((await results.names(key)).includes(INPUT_PART)) await results.keep(key, new Map([part]));
    return ok(null);
  });
  assert(kept.ok, 'the result of a chunk is kept, or the chunk is done again');
}

/** The input of the projection that was worked on last: its chunks come one after the other. */
let latest: { readonly key: string; readonly input: ChunkInput } | null = null;

async function inputOf(store: Store, tenant: string, key: string): Promise<ChunkInput | null> {
  const name = `${tenant}/${key}`;
  if (latest?.key === name) return latest.input;
  const text = await store.inTenant(tenant, async ({ results }) => ok(await results.part(key, INPUT_PART)));
  assert(text.ok, 'the input of a chunk is read, or the chunk is done again');
  if (text.value === null) return null;
  latest = { key: name, input: unpacked<ChunkInput>(text.value) };
  return latest.input;
}
