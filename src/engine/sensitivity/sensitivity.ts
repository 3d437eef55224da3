// Sensitivity: what each assumption does to the gap, by itself at its ends, for a little more of it, and as a share of doubt.
import { centralSample, quantileOfDistribution, type Assumption } from '#workforce';
import type { Model } from '../model/model.ts';
import { adjointOf } from './adjoint.ts';
import type { GapReader } from './gap-reader.ts';

export type Sensitivity = {
  /** Id of the assumption. */
  readonly assumption: string;
  /** The gap, digital FTE, with the assumption at its tenth percentile and all others central; the gap itself where the
   *  assumption is certain. */
  readonly low: number;
  /** The same at its ninetieth percentile. */
  readonly high: number;
  /** Percent change of supply for one percent more of the assumption. */
  readonly elasticity: number;
  /** Change of the gap in digital FTE for one percent more of it: through supply and through demand. */
  readonly gapFtePerPercent: number;
};

/** All at one step, in the order of the register; supply, demand and gap are those of all units of the model together.
 *  @param model compiled with `everyAssumptionMoves`, or those that are certain have no elasticity
 *  @param at.register the register as it stands, in the model's order
 *  @source docs/model/sensitivity.md, eq. 1–8 */
export function sensitivity(model: Model, at: SensitivityRequest): readonly Sensitivity[] {
  const { register, step, reader } = at;
  const { supplyFte, supplySlopes, demandSlopes } = adjointOf(model, step);
  const central = centralSample(register).values;
  const ends = endsOf(register, reader);
  return register.map(({ id }, column) => {
    const onePercent = (central[column] ?? 0) / 100;
    const supplyChange = (supplySlopes[column] ?? 0) * onePercent;
    return {
      assumption: id,
      ...(ends[column] ?? { low: 0, high: 0 }),
      elasticity: supplyFte === 0 ? 0 : (100 * supplyChange) / supplyFte,
      gapFtePerPercent: supplyChange - (demandSlopes[column] ?? 0) * onePercent,
    };
  });
}

export type SensitivityRequest = {
  readonly register: readonly Assumption[];
  readonly step: number;
  /** Reads the gap at that step. */
  readonly reader: GapReader;
};

/** The register with a range for every assumption, so that a model compiled with it can say what each of them does. What
 *  the range is matters to nobody who asks at the central values. */
export function everyAssumptionMoves(register: readonly Assumption[]): readonly Assumption[] {
  return register.map((assumption) =>
    assumption.spread === null ? { ...assumption, spread: { kind: 'uniform', low: 0, high: 1 } } : assumption,
  );
}

type Ends = { readonly low: number; readonly high: number };

/** Each assumption at its tenth and ninetieth percentile; what it does not move stays as it is in the middle. */
function endsOf(register: readonly Assumption[], reader: GapReader): readonly Ends[] {
  const central = centralSample(register);
  const middle = { supplyFte: reader.supplyFte(central, 0), demandFte: reader.demandFte(central, 0) };
  return register.map(({ spread }, column) => {
    const gapAt = (share: number): number => {
      if (spread === null) return middle.supplyFte - middle.demandFte;
      const samples = centralSample(register);
      samples.values[column] = quantileOfDistribution(spread, share);
      const supplyFte = reader.movesSupply.has(column) ? reader.supplyFte(samples, 0) : middle.supplyFte;
      const demandFte = reader.movesDemand.has(column) ? reader.demandFte(samples, 0) : middle.demandFte;
      return supplyFte - demandFte;
    };
    return { low: gapAt(0.1), high: gapAt(0.9) };
  });
}
