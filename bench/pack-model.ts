// Compiles a pack under one of its scenarios, with samples of its assumptions, for the benchmarks that project it.
import { fileURLToPath } from 'node:url';
import { demandLines, resolveBlueprint } from '#blueprint';
import { compile, type Model, type Samples } from '#engine';
import type { Result } from '#kernel';
import { readPack } from '#pack';
import type { Pack } from '#planning';
import { drawSamples, effectiveRegister, sampleDesign } from '#workforce';

export async function packNamed(name: string): Promise<Pack> {
  return valueOf(await readPack(fileURLToPath(new URL(`../packs/${name}`, import.meta.url))));
}

export type PackModel = { readonly model: Model; readonly sample: (count: number, seed: number) => Samples };

/** @throws where the pack does not have the scenario or does not resolve */
export function modelOf({ system, blueprint }: Pack, scenarioId: string): PackModel {
  const scenario = system.scenarios.find(({ id }) => id === scenarioId);
  if (scenario === undefined) throw new Error(`pack '${system.id}' has no scenario '${scenarioId}'.`);
  const register = effectiveRegister(system, scenario);
  const lines = demandLines(valueOf(resolveBlueprint(blueprint, system.places, system.baseMonth)));
  const design = sampleDesign(system);
  return {
    model: compile({ system, register, scenario, lines }),
    sample: (count, seed) => drawSamples(register, { count, seed, design }),
  };
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '));
  return result.value;
}
