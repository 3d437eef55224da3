// The use case of `cadre sensitivity`: what the gap of a place at the end of the plan turns on.
import { demandLines, resolveBlueprint } from '#blueprint';
import { compile, ENGINE_VERSION, gapReader, partOf, type TotalShare } from '#engine';
import { fail, formatMonth, monthInWords, ok, type Result } from '#kernel';
import { centralSample, effectiveRegister, type Assumption, type HealthSystem } from '#workforce';
import { roundFte } from '../plan/figures.ts';
import { fteInWords, percentInWords } from '../plan/words.ts';
import type { Pack } from '../ports.ts';
import { sensitivityRows, type SensitivityRow } from './sensitivity-rows.ts';
import { studySensitivity } from './study-sensitivity.ts';

export type SensitivityOptions = {
  readonly scenario: string;
  /** Code of a place; null for the nation. */
  readonly place: string | null;
  readonly seed: number;
  /** Samples from which shares of the doubt are read, a power of two. */
  readonly samples: number;
};

/** What a study found, as data. */
export type SensitivityDocument = {
  readonly format: 'cadre-sensitivity/1';
  readonly pack: { readonly id: string; readonly name: string; readonly version: string; readonly hash: string };
  readonly scenario: { readonly id: string; readonly name: string };
  readonly place: { readonly code: string; readonly name: string };
  /** The last month of the plan, YYYY-MM. */
  readonly month: string;
  readonly seed: number;
  readonly samples: number;
  readonly engineVersion: string;
  /** Supply less demand with every assumption as stated, digital FTE. */
  readonly gapFte: number;
  readonly summary: string;
  readonly elasticities: readonly SensitivityRow[];
  readonly assumptions: readonly { readonly id: string; readonly description: string }[];
};

/** Shares of the doubt are read for so many assumptions at most. */
const MOST_SHARES = 12;

export function analyseSensitivity(pack: Pack, options: SensitivityOptions): Result<SensitivityDocument> {
  const { system, blueprint } = pack;
  const scenario = system.scenarios.find(({ id }) => id === options.scenario);
  if (scenario === undefined) return fail(unknown('scenario', options.scenario, idsOf(system.scenarios)));
  const nation = system.places.find(({ parent }) => parent === null);
  const place = system.places.find(({ code }) => code === (options.place ?? nation?.code));
  const resolved = resolveBlueprint(blueprint, system.places, system.baseMonth);
  if (!resolved.ok) return resolved;
  const register = effectiveRegister(system, scenario);
  const input = { system, register, scenario, lines: demandLines(resolved.value) };
  const model = compile(input);
  if (place === undefined || !model.places.some(({ code }) => code === place.code)) {
    const codes = model.places.map(({ code }) => code).join(', ');
    return fail(unknown('place', options.place ?? '', codes));
  }
  const study = studySensitivity({ input, model }, { ...options, place: place.code, mostShares: MOST_SHARES });
  const elasticities = sensitivityRows(study, register, system);
  const reader = gapReader(partOf(model, place.code), model.steps);
  const central = centralSample(register);
  const gapFte = reader.supplyFte(central, 0) - reader.demandFte(central, 0);
  return ok({
    format: 'cadre-sensitivity/1',
    pack: { id: system.id, name: system.name, version: system.version, hash: pack.hash },
    scenario: { id: scenario.id, name: scenario.name },
    place: { code: place.code, name: place.name },
    month: formatMonth(system.baseMonth + system.horizonMonths),
    seed: options.seed,
    samples: options.samples,
    engineVersion: ENGINE_VERSION,
    gapFte: roundFte(gapFte),
    summary: summaryOf({ place: place.name, register, system, gapFte, elasticities, shares: study.shares }),
    elasticities,
    assumptions: register.map(({ id, description }) => ({ id, description })),
  });
}

function unknown(what: 'scenario' | 'place', value: string, known: string) {
  return {
    code: 'unknown-reference',
    message:
      what === 'place'
        ? `Place '${value}' is not one of the pack's places with people or demand.`
        : `Scenario '${value}' is not one of the pack's scenarios.`,
    path: what,
    hint: `Choose one of: ${known}.`,
  } as const;
}

function idsOf(things: readonly { readonly id: string }[]): string {
  return things.map(({ id }) => id).join(', ');
}

type Summed = {
  /** Its name. */
  readonly place: string;
  readonly register: readonly Assumption[];
  readonly system: HealthSystem;
  readonly gapFte: number;
  readonly elasticities: readonly SensitivityRow[];
  readonly shares: readonly TotalShare[];
};

function summaryOf({ place, register, system, gapFte, elasticities, shares }: Summed): string {
  const by = monthInWords(system.baseMonth + system.horizonMonths);
  const what = gapFte < 0 ? 'short of' : 'ahead of its need by';
  const [strongest] = elasticities;
  const name = register.find(({ id }) => id === strongest?.assumption)?.description ?? '';
  const most = strongest === undefined ? 'Nothing in the register moves that.' : `What that turns on most: ${name}.`;
  const told = shares.reduce((sum, { share }) => sum + share, 0);
  const counted = shares.reduce((sum, { assumptions }) => sum + assumptions.length, 0);
  const covered =
    counted === 0
      ? ''
      : ` The ${counted} strongest are behind ${percentInWords(Math.min(told, 1))} of the doubt about it.`;
  return (
    `With every assumption as stated, ${place} is ${what} ${fteInWords(Math.abs(gapFte))} full-time digital posts in ${by}. ` +
    `${most}${covered}`
  );
}
