// Futures of a pack that are compared in pairs: its scenarios, a plan against none, and changes of one lever.
import { totalsBySample, type ProjectionRequest, type Start } from '#engine';
import type { Pack } from '#planning';
import { modelOf } from './pack-model.ts';
import type { Runs } from './narrowing.ts';

export const BASE = 'as-things-stand';
export const STEPS = [12, 60, 120] as const;
export const MEASURES = ['supply', 'gap'] as const;

/** Samples of assumptions, and how often whole people are drawn under each. */
const SAMPLES = 32;
const SEEDS = [1, 2] as const;

export type Future = {
  readonly name: string;
  readonly scenario: string;
  readonly starts: readonly Start[];
  /** What the assumption of an id is multiplied by in every sample. */
  readonly lever: { readonly id: string; readonly factor: number } | null;
};

export const AS_THINGS_STAND: Future = { name: BASE, scenario: BASE, starts: [], lever: null };

/** What is compared with things as they stand. */
export function changesOf(pack: Pack): readonly Future[] {
  const scenarios = pack.system.scenarios.map(({ id }) => ({
    ...AS_THINGS_STAND,
    name: `scenario ${id}`,
    scenario: id,
  }));
  const levers = [
    { id: 'attrition.level', factor: 0.95 },
    { id: 'recruitment.level', factor: 1.1 },
    { id: 'demand.level', factor: 0.9 },
  ].map((lever) => ({ ...AS_THINGS_STAND, name: `${lever.id} times ${lever.factor}`, lever }));
  const starts = startsOf(pack);
  const plan = { ...AS_THINGS_STAND, name: `a plan of ${starts.length} starts`, starts };
  return [...scenarios.filter(({ scenario }) => scenario !== BASE), plan, ...levers];
}

const QUARTERS = 20;

/** One person starts in every channel that is open, in every system, in every quarter of the first five years. */
function startsOf({ system }: Pack): readonly Start[] {
  const channels = system.channels.filter(
    ({ kind, opening, opens, closes }) =>
      kind !== 'retention' && kind !== 'shared-post' && opening === null && opens === null && closes === null,
  );
  const places = system.places.filter(({ tier }) => tier === 'system');
  return channels.flatMap(({ id, yields }) =>
    yields.slice(0, 1).flatMap(({ role, band }) =>
      places.flatMap(({ code }) =>
        Array.from({ length: QUARTERS }, (_, quarter) => ({
          channel: id,
          role,
          band,
          place: code,
          month: system.baseMonth + 1 + quarter * 3,
          people: 1,
        })),
      ),
    ),
  );
}

/** The nation's figures of a future, by measure and months after the base month. */
export type Figures = ReadonlyMap<string, Runs>;

export function keyOf(measure: string, step: number): string {
  return `${measure} ${step}`;
}

export async function figuresOf(pack: Pack, future: Future): Promise<Figures> {
  const { model, sample } = modelOf(pack, future.scenario);
  const samples = sample(SAMPLES, 1);
  const column = model.register.findIndex(({ id }) => id === future.lever?.id);
  const factor = future.lever?.factor ?? 1;
  const values = samples.values.map((value, at) => (at % model.register.length === column ? value * factor : value));
  const request = { samples: { count: SAMPLES, values }, starts: future.starts };
  const nation = model.places.findIndex(({ parent }) => parent < 0);
  const read = async (mode: Pick<ProjectionRequest, 'mode' | 'seed'>) => {
    const totals = await totalsBySample(model, { ...request, ...mode }, { steps: STEPS, onSeat: async () => true });
    if (totals === null) throw new Error(`'${future.name}' was not read to its end.`);
    const first = nation * STEPS.length * SAMPLES;
    const supply = [...totals.supplyFte.subarray(first, first + STEPS.length * SAMPLES)];
    const demand = [...totals.demandFte.subarray(first, first + STEPS.length * SAMPLES)];
    return { supply, gap: supply.map((fte, at) => fte - (demand[at] ?? Number.NaN)) };
  };
  const expected = await read({ mode: 'expected', seed: 1 });
  const drawn = await Promise.all(SEEDS.map(async (seed) => read({ mode: 'draws', seed })));
  return new Map(
    MEASURES.flatMap((measure) =>
      STEPS.map((step, index) => {
        const at = (values: readonly number[]) => values.slice(index * SAMPLES, (index + 1) * SAMPLES);
        const runs: Runs = { expected: at(expected[measure]), drawn: drawn.map((each) => at(each[measure])) };
        return [keyOf(measure, step), runs] as const;
      }),
    ),
  );
}
