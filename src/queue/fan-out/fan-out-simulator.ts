// The Simulator port on every worker of a database: chunks go out as jobs of the queue and come back in their order.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { chunkMerger, chunksOf, type ChunkMerger, type ChunkResult, type Projection } from '#engine';
import { fail, ok, sha256Hex, type Problem, type Result } from '#kernel';
import type { RunControl, Simulator } from '#planning';
import type { Store } from '#service';
import { STOPPED } from '../job-work.ts';
import { chunkPart, failurePart, INPUT_PART, type ChunkInput } from './chunk-work.ts';
import { packed, unpacked } from './packed-data.ts';

export type FanOutTerms = {
  readonly store: Store;
  readonly tenant: string;
  /** Id of the job whose projection it is. */
  readonly job: string;
  /** Hands one chunk to the workers; the same chunk twice counts once. */
  readonly send: (key: string, index: number) => Promise<void>;
};

/** How often it is looked for results, milliseconds. */
const LOOK_MS = 200;

/** The same bytes as on one thread: chunks are fixed by the model, and merged in their order. A job that is taken up
 *  again finds the chunks that were done before. */
export function createFanOutSimulator(terms: FanOutTerms): Simulator {
  return {
    async project(model, request, control) {
      const input = packed({ model, request } satisfies ChunkInput);
      const key = `chunks/${terms.job}/${sha256Hex(input)}`;
      await keepInput(terms, key, input);
      try {
        const count = chunksOf(model, request.samples.count).length;
        for (let index = 0; index < count; index += 1) await terms.send(key, index);
        return await gather({ ...terms, key, control, count, merger: chunkMerger(model, request) });
      } finally {
        await terms.store.inTenant(terms.tenant, async ({ results }) => ok(await results.remove(key)));
      }
    },
  };
}

async function keepInput({ store, tenant }: FanOutTerms, key: string, input: string): Promise<void> {
  const kept = await store.inTenant(tenant, async ({ results }) => {
    if (!(await results.names(key)).includes(INPUT_PART)) await results.keep(key, new Map([[INPUT_PART, input]]));
    return ok(null);
  });
  if (!kept.ok) throw new Error(kept.problems[0]?.message ?? 'the input of the chunks could not be kept');
}

type Gathering = FanOutTerms & {
  readonly key: string;
  readonly control: RunControl;
  /** How many chunks there are. */
  readonly count: number;
  readonly merger: ChunkMerger;
};

async function gather(gathering: Gathering): Promise<Result<Projection>> {
  const { store, tenant, key, control, count, merger } = gathering;
  let merged = 0;
  while (merged < count) {
    if (control.signal.aborted) return fail(STOPPED);
    const names = await store.inTenant(tenant, async ({ results }) => ok(await results.names(key)));
    const there = new Set(names.ok ? names.value : []);
    const failed = Array.from({ length: count }, (_, index) => failurePart(index)).find((name) => there.has(name));
    if (failed !== undefined) return fail(...(await problemsIn(gathering, failed)));
    while (there.has(chunkPart(merged))) {
      merger.add(await resultIn(gathering, chunkPart(merged)));
      merged += 1;
    }
    control.onProgress(Math.max(merged, there.size - 1) / count);
    if (merged < count) await wait(LOOK_MS);
  }
  return ok(merger.finish());
}

async function textOf({ store, tenant, key }: Gathering, name: string): Promise<string> {
  const part = await store.inTenant(tenant, async ({ results }) => ok(await results.part(key, name)));
  if (!part.ok || part.value === null) throw new Error(`part '${name}' of a projection is gone`);
  return part.value;
}

async function resultIn(gathering: Gathering, name: string): Promise<ChunkResult> {
  return unpacked<ChunkResult>(await textOf(gathering, name));
}

const code = z.enum(['stopped', 'too-large']).catch('stopped');
const problemList = z.array(z.object({ code, message: z.string(), path: z.string(), hint: z.string() }));

async function problemsIn(gathering: Gathering, name: string): Promise<readonly Problem[]> {
  return problemList.parse(JSON.parse(await textOf(gathering, name)));
}
