// What lines of a blueprint ask of a place in people and pay, at the stated values of the register and over its samples.
import type { DemandLine } from '#blueprint';
import { compile, demandReader, type Model } from '#engine';
import { assert, fail, ok, type Month, type Result } from '#kernel';
import {
  centralSample,
  drawSamples,
  effectiveRegister,
  sampleDesign,
  valueAt,
  type Assumption,
  type HealthSystem,
  type RegisterSamples,
} from '#workforce';

export type BlueprintDemand = {
  readonly lines: readonly DemandLine[];
  /** Digital FTE that each line asks of a role in a place in a month, at the stated values: index of the line → FTE. */
  readonly byLineIn: (month: Month) => (place: string, role: string) => ReadonlyMap<number, number>;
  /** What is asked of places in a month at the stated values of the register, and its pay. */
  readonly statedIn: (month: Month) => (place: string) => { readonly fte: number; readonly payGbpPerYear: number };
  /** The same over samples; two demands of one pack and scenario share theirs. */
  readonly sampledIn: (month: Month) => (place: string) => DemandTotals;
};

/** Digital FTE asked of a place, and its pay with on-costs for a year, each of shape [sample]. */
export type DemandTotals = { readonly fte: Float64Array; readonly payGbpPerYear: Float64Array };

export type DemandRequest = {
  readonly system: HealthSystem;
  readonly lines: readonly DemandLine[];
  /** Id of the scenario whose assumptions hold. */
  readonly scenario: string;
};

/** Enough for an interval that is read to a whole post in a hundred; every answer has the same ones. */
const SAMPLES = { count: 256, seed: 1 } as const;

export function blueprintDemand({ system, lines, scenario: id }: DemandRequest): Result<BlueprintDemand> {
  const scenario = system.scenarios.find((each) => each.id === id);
  if (scenario === undefined) return fail(unknownScenario(id, system));
  const register = effectiveRegister(system, scenario);
  const model = compile({ system, register, scenario, lines });
  const central = centralSample(register);
  const drawn = drawSamples(register, { ...SAMPLES, design: sampleDesign(system) });
  const readers = new Map<Month, ReturnType<typeof demandReader>>();
  return ok({
    lines,
    byLineIn: (month) => {
      const asked = readers.get(month) ?? demandReader(model, central, month - system.baseMonth);
      readers.set(month, asked);
      return (place, role) =>
        new Map([...asked({ place, family: '*', role, band: '*' })].map(([line, [fte = 0]]) => [line, fte]));
    },
    statedIn: (month) => {
      const read = totalsReader({ system, model, register, samples: central, month });
      return (place) => {
        const { fte, payGbpPerYear } = read(place);
        return { fte: fte[0] ?? 0, payGbpPerYear: payGbpPerYear[0] ?? 0 };
      };
    },
    sampledIn: (month) => totalsReader({ system, model, register, samples: drawn, month }),
  });
}

type TotalsContext = {
  readonly system: HealthSystem;
  readonly model: Model;
  readonly register: readonly Assumption[];
  readonly samples: RegisterSamples;
  readonly month: Month;
};

function totalsReader(context: TotalsContext): (place: string) => DemandTotals {
  const { system, model, samples, month } = context;
  const asked = demandReader(model, samples, month - system.baseMonth);
  const payOf = new Map(system.bands.map((band) => [band.id, payGbpPerYear(context, band.id)]));
  return (place) => {
    const fte = new Float64Array(samples.count);
    const pay = new Float64Array(samples.count);
    for (const [band, each] of payOf) {
      for (const ofLine of asked({ place, family: '*', role: '*', band }).values()) {
        for (const [sample, value] of ofLine.entries()) {
          fte[sample] = (fte[sample] ?? 0) + value;
          // A band without a post may have no pay either, and nothing of it is asked for.
          if (value !== 0) pay[sample] = (pay[sample] ?? 0) + value * (each[sample] ?? 0);
        }
      }
    }
    return { fte, payGbpPerYear: pay };
  };
}

/** @returns pay with on-costs of one FTE of a band for a year, shape [sample] */
function payGbpPerYear({ register, samples, month }: TotalsContext, band: string): Float64Array {
  const reader = (id: string, members: { readonly band?: string }) => {
    const column = register.findIndex((each) => each.id === id);
    const assumption = register[column];
    assert(assumption !== undefined, `the register has '${id}'.`);
    return (sample: number): number =>
      valueAt(assumption, samples.values[sample * register.length + column] ?? 1, { month, members });
  };
  const [salary, onCosts] = [reader('pay.salary', { band }), reader('pay.on-costs', {})];
  return Float64Array.from({ length: samples.count }, (_, sample) => salary(sample) * (1 + onCosts(sample)));
}

function unknownScenario(id: string, { scenarios }: HealthSystem) {
  return {
    code: 'unknown-reference',
    message: `scenario '${id}' is not one of the pack's scenarios`,
    path: 'scenario',
    hint: `Choose one of: ${scenarios.map((each) => each.id).join(', ')}.`,
  } as const;
}
