// Work for the tests of the queue: a projection whose bytes are told by their hash, and work that waits to be killed.
import { setTimeout as wait } from 'node:timers/promises';
import { demandLines, resolveBlueprint } from '#blueprint';
import { compile, type Model, type Projection, type ProjectionRequest } from '#engine';
import { canonicalJson, ok, sha256Hex } from '#kernel';
import type { Pack, Simulator } from '#planning';
import type { JobWork } from '#queue';
import { drawSamples, effectiveRegister, sampleDesign } from '#workforce';

/** Projects the pack's first scenario and keeps the hash of every byte of it. */
export const projectionWork: JobWork = async ({ pack }, { simulator }) => {
  const hash = await projectionHash(pack, simulator);
  return ok(new Map([['head', hash]]));
};

/** Waits for a quarter of an hour, or until it is stopped. */
export const waitingWork: JobWork = async (_, { onProgress, signal }) => {
  for (let waited = 0; waited < 9000 && !signal.aborted; waited += 1) {
    onProgress('Waiting', 0.5);
    await wait(100);
  }
  return ok(new Map([['head', 'waited']]));
};

export async function projectionHash(pack: Pack, simulator: Simulator): Promise<string> {
  const { model, request } = inputOf(pack);
  const done = await simulator.project(model, request, { onProgress: () => undefined, signal: { aborted: false } });
  if (!done.ok) throw new Error(done.problems[0]?.message);
  return hashOf(done.value);
}

/** Few samples: the point is the chunks, of which a national pack has some sixteen. */
const SAMPLES = 8;

export function inputOf({ system, blueprint }: Pack): { readonly model: Model; readonly request: ProjectionRequest } {
  const [scenario] = system.scenarios;
  const resolved = resolveBlueprint(blueprint, system.places, system.baseMonth);
  if (scenario === undefined || !resolved.ok) throw new Error('the pack has no scenario or no sound blueprint');
  const register = effectiveRegister(system, scenario);
  const model = compile({ system, register, scenario, lines: demandLines(resolved.value) });
  const samples = drawSamples(register, { count: SAMPLES, seed: 3, design: sampleDesign(system) });
  return { model, request: { mode: 'exact', seed: 1, samples, starts: [] } };
}

function hashOf(projection: Projection): string {
  const plain = (value: unknown): unknown => {
    if (value instanceof Float64Array) return [...value];
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  };
  return sha256Hex(canonicalJson(plain(projection)));
}
